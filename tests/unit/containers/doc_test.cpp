// Reading doc files: what Word shows of them, with nothing lost.
#include <boost/test/unit_test.hpp>

#include "doc_file.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string diagnostics_of(const DocFile& file) {
  Call call;
  BOOST_TEST(call.read("doc", file.bytes()).ok());
  return call.diagnostic();
}

/// The sketch of a file of which nothing is to be said.
std::string read_sketch(const DocFile& file) {
  BOOST_TEST(diagnostics_of(file) == "");
  return sketch(read("doc", file.bytes()));
}

const std::string kDeleted = change(0x0800, "\1");
const std::string kHidden = change(0x083C, "\1");
const std::string kSpecial = change(0x0855, "\1");
constexpr std::uint32_t kFirst = 1;
constexpr std::uint32_t kNext = 2;
constexpr std::uint32_t kBegins = 0x60;
constexpr std::uint32_t kGoesOn = 0x20;

std::string depth(std::uint32_t value) { return change(0x2416, "\1") + change(0x6649, le32(value)); }

DocParagraph runs(std::vector<DocRun> runs) { return {std::move(runs), {}, 0}; }

/// Ranges with data of one size between them.
std::string plc(const std::vector<std::uint32_t>& positions, const std::string& data = {}) {
  std::string bytes;
  for (const auto position : positions) {
    bytes += le32(position);
  }
  return bytes + data;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(doc_reader)

BOOST_AUTO_TEST_CASE(reads_pieces_of_both_widths) {
  DocFile file;
  file.add(u"清河市2023年年报").add({{{u"\u0093A\u0094 \u0096 1\u00B7", {}, true}, {u"项𠀀\r", {}, false}}, {}, 0});
  BOOST_TEST(read_sketch(file) == "p 清河市2023年年报\np “A” – 1·项𠀀\n");
}

BOOST_AUTO_TEST_CASE(takes_headings_from_styles_and_outline_levels) {
  DocFile file;
  file.structure(1, style_sheet({{0, u"正文", {}},
                                 {1, u"标题 1", {}},
                                 {62, u"标题", {}},
                                 {0xFFE, u"自拟", change(0x2640, std::string(1, '\2'))},
                                 {0xFFE, u"heading 2", {}}}));
  file.add(u"清河市年报", {}, 2)
      .add(u"一、概述", {}, 1)
      .add(u"1.会议", {}, 3)
      .add(u"（一）机构", {}, 4)
      .add(u"（二）经费", change(0x2640, "\1"))
      .add(u"正文。", change(0x2640, "\x09"), 1);
  BOOST_TEST(read_sketch(file) == "p 清河市年报\n# 一、概述\n### 1.会议\n## （一）机构\n## （二）经费\np 正文。\n");
  BOOST_TEST((read("doc", file.bytes()).blocks[0].as<Paragraph>()->role == Role::title));
}

BOOST_AUTO_TEST_CASE(shows_the_numbers_word_shows) {
  const auto level = [](std::uint32_t format, std::u16string_view text) {
    return le32(1) + static_cast<char>(format) + std::string(11, '\0') + std::string(12, '\0') +
           le16(static_cast<std::uint32_t>(text.size())) + utf16(text);
  };
  std::string lists = le16(1) + le32(77) + le32(0) + std::string(18, '\0') + le16(0);
  lists += level(39, std::u16string_view(u"\0、", 2)) + level(37, std::u16string_view(u"（\1）", 3)) +
           level(0, std::u16string_view(u"\2.", 2)) + level(23, u"\uF0B7");
  for (int i = 4; i < 9; ++i) {
    lists += level(0, u"");
  }
  DocFile file;
  file.structure(73, lists).structure(74, le32(1) + le32(77) + std::string(12, '\0') + le32(0xFFFFFFFF));
  const auto numbered = [&](std::u16string_view text, char depth) {
    file.add(text, change(0x260A, std::string(1, depth)) + change(0x460B, le16(1)));
  };
  numbered(u"概述", 0);
  numbered(u"机构", 1);
  numbered(u"会议", 2);
  numbered(u"2023年培训", 2);
  numbered(u"公开", 0);
  numbered(u"其他", 3);
  BOOST_TEST(read_sketch(file) ==
             "p 一、概述\np （一）机构\np 1.会议\np 2. 2023年培训\np 二、公开\nul [ul [ul [ul [p 其他\n]\n]\n]\n]\n");
}

BOOST_AUTO_TEST_CASE(makes_columns_of_places_across_the_page) {
  DocFile file;
  file.row({{u"指标", 2000}, {u"数"}}).row({{u"甲"}, {u"乙"}, {u"1"}}).row({{u"丙"}, {u"丁", 1003}, {u"", 997}});
  BOOST_TEST(read_sketch(file) == "t 3x3 / 指标[1x2]|数 / 甲|乙|1 / 丙|丁|\n");
}

BOOST_AUTO_TEST_CASE(keeps_places_without_a_cell) {
  DocFile file;
  file.row({{u"甲"}, {u"乙"}, {u"丙"}}).row({{u"1"}}, 1000).row({{u"2"}});
  BOOST_TEST(read_sketch(file) == "t 3x3 / 甲|乙|丙 / ~|1|~ / 2|~|~\n");
}

BOOST_AUTO_TEST_CASE(merges_cells_both_ways) {
  DocFile file;
  file.row({{u"甲", 1000, kFirst | kBegins}, {u"", 1000, kNext | kBegins}, {u"1"}})
      .row({{u"", 2000, kGoesOn}, {u"2"}})
      .row({{u"乙", 2000, kBegins}, {u"3"}})
      .row({{u"", 2000, kGoesOn}, {u"4"}});
  BOOST_TEST(read_sketch(file) == "t 4x3 / 甲[2x2]|1 / 2 / 乙[2x2]|3 / 4\n");
  // The other version of the format: 2 begins, 1 goes on.
  DocFile other;
  other.row({{u"甲", 1000, 2}, {u"", 1000, 1}, {u"乙", 1000, 2}, {u"", 1000, 1}});
  BOOST_TEST(read_sketch(other) == "t 1x4 / 甲[1x2]|乙[1x2]\n");
}

BOOST_AUTO_TEST_CASE(applies_changes_behind_a_rows_definition) {
  DocFile merged;
  merged.row({{u"甲"}, {u""}, {u"1"}}, 0, change(0x5624, {"\0\2", 2}) + change(0xD62B, {"\2\2\3", 3}))
      .row({{u"a"}, {u"b"}, {u""}}, 0, change(0xD62B, {"\2\2\1", 3}) + change(0x3404, {"\0", 1}));
  BOOST_TEST(read_sketch(merged) == "t 2x3 / 甲[1x2]|1[2x1] / a|b\n");
  DocFile inserted;
  inserted.row({{u"甲"}, {u"乙"}})
      .row({{u"a", 1500}, {u"b", 1500}}, 0, change(0x7623, std::string("\0\2", 2) + le16(1000)));
  BOOST_TEST(read_sketch(inserted) == "t 2x2 / 甲|乙 / a|b\n");
}

BOOST_AUTO_TEST_CASE(marks_repeated_rows_as_headers) {
  DocFile file;
  file.row({{u"指标"}, {u"数"}}, 0, change(0x3404, "\1")).row({{u"甲"}, {u"1"}});
  BOOST_TEST(read_sketch(file) == "t 2x2 / ^指标|^数 / 甲|1\n");
}

BOOST_AUTO_TEST_CASE(reads_tables_in_cells) {
  DocFile file;
  const std::string edges = std::string(1, '\2') + le16(0) + le16(500) + le16(900) + std::string(40, '\0');
  file.add(u"外", depth(1));
  file.add(u"内", depth(2) + change(0x244B, "\1"));
  file.add(u"7", depth(2) + change(0x244B, "\1"));
  file.add(u"", depth(2) + change(0x244C, "\1") +
                    change(0xD608, le16(static_cast<std::uint32_t>(edges.size() + 1)) + edges));
  file.row({{u""}, {u"1"}});
  BOOST_TEST(read_sketch(file) == "t 1x2 / 外{t 1x2 / 内|7\n}|1\n");
}

BOOST_AUTO_TEST_CASE(reads_a_rows_definition_that_stands_elsewhere) {
  DocFile file;
  file.row({{u"甲", 2000}, {u"乙"}});
  std::string edges(1, '\3');
  edges += le16(0) + le16(1000) + le16(2000) + le16(3000) + std::string(60, '\0');
  const auto list = change(0x2416, "\1") + change(0x2417, "\1") +
                    change(0xD608, le16(static_cast<std::uint32_t>(edges.size() + 1)) + edges);
  file.data = "12" + le16(static_cast<std::uint32_t>(list.size())) + list;
  for (const auto* text : {u"a\x07", u"b\x07", u"c\x07"}) {
    file.add({{{text, {}, false}}, change(0x2416, "\1"), 0});
  }
  file.add({{{u"\x07", {}, false}}, change(0x6646, le32(2)), 0});
  BOOST_TEST(read_sketch(file) == "t 2x3 / 甲[1x2]|乙 / a|b|c\n");
}

BOOST_AUTO_TEST_CASE(reads_what_fields_show) {
  DocFile file;
  file.add(
          u"见\x13 HYPERLINK \"http://x.example\" \x14网站\x15，第\x13 PAGE \x14"
          u"3\x15页")
      .add(u"\x13 TOC \\o \x14一、概述\t1")
      .add(u"二、公开\t2\x15")
      .add(u"正文");
  BOOST_TEST(sketch(read("doc", file.bytes())) == "p 见网站，第3页\np 正文\n");
  BOOST_TEST(diagnostics_of(file) == "doc-contents-left-out");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_deleted_or_hidden) {
  DocFile file;
  file
      .add(runs(
          {{u"收到", {}, false}, {u"17", kDeleted, false}, {u"18", change(0x0801, "\1"), false}, {u"件\r", {}, false}}))
      .add(runs({{u"前", {}, false}, {u"\r", kDeleted, false}}))
      .add(runs({{u"后", {}, false}, {u"暗", kHidden, false}, {u"\r", {}, false}}));
  BOOST_TEST(sketch(read("doc", file.bytes())) == "p 收到18件\np 前后\n");
  BOOST_TEST(diagnostics_of(file) == "doc-tracked-changes");
}

BOOST_AUTO_TEST_CASE(leaves_out_deleted_rows) {
  DocFile file;
  file.row({{u"甲"}, {u"1"}});
  for (const auto* text : {u"乙\x07", u"2\x07"}) {
    file.add({{{text, kDeleted, false}}, change(0x2416, "\1"), 0});
  }
  file.add({{{u"\x07", kDeleted, false}}, change(0x2416, "\1") + change(0x2417, "\1"), 0});
  BOOST_TEST(sketch(read("doc", file.bytes())) == "t 1x2 / 甲|1\n");
}

BOOST_AUTO_TEST_CASE(shows_special_characters) {
  DocFile file;
  file.add(runs({{u"a\tb\x0B"
                  u"c\x1E"
                  u"1\x1F",
                  {},
                  false},
                 {u"(", kSpecial + change(0x6A09, le16(1) + le16(0xF0FE)), false},
                 {u"\r", {}, false}}));
  BOOST_TEST(read_sketch(file) == "p a\tb⏎c-1√\n");
}

BOOST_AUTO_TEST_CASE(names_pictures) {
  DocFile file;
  const std::string png = le16(0) + le16(0xF01E) + le32(4) + "abcd";
  const std::string picture = le32(68 + 8 + static_cast<std::uint32_t>(png.size())) + le16(68) + std::string(62, '\0') +
                              le16(0x0F) + le16(0xF004) + le32(0) + png;
  file.data = "xx" + picture;
  file.add(runs({{u"图：", {}, false}, {u"\1", kSpecial + change(0x6A03, le32(2)), false}, {u"\r", {}, false}}));
  const auto document = read("doc", file.bytes());
  BOOST_REQUIRE(document.blocks.size() == 2);
  BOOST_TEST(document.blocks[1].as<Image>()->name == "image1.png");
}

BOOST_AUTO_TEST_CASE(puts_notes_and_boxes_behind_their_paragraphs_and_leaves_headers_out) {
  DocFile file;
  file.add(runs({{u"收到18件", {}, false},
                 {u"\2", kSpecial, false},
                 {u"。", {}, false},
                 {u"\x08", kSpecial, false},
                 {u"\r", {}, false}}));
  file.add(u"后文");
  file.story(1).add(u"\2 含上年结转。");
  file.story(2).add(u"页眉");
  file.story(4).add(u"批注");
  file.story(6).add(u"框内3件");
  file.structure(2, plc({5, 99}, le16(1))).structure(3, plc({0, 9}));
  file.structure(40, plc({7, 99}, le32(1025) + std::string(22, '\0')));
  file.structure(56, plc({0, 6}, std::string(14, '\0') + le32(1025) + std::string(4, '\0')));
  BOOST_TEST(read_sketch(file) == "p 收到18件。\np 框内3件\np 含上年结转。\np 后文\n");
}

BOOST_AUTO_TEST_CASE(keeps_texts_that_are_anchored_nowhere) {
  DocFile file;
  file.add(u"正文");
  file.story(6).add(u"框内3件");
  file.structure(56, plc({0, 6}, std::string(22, '\0')));
  BOOST_TEST(read_sketch(file) == "p 正文\np 框内3件\n");
}

BOOST_AUTO_TEST_CASE(says_what_it_cannot_be_sure_of) {
  DocFile covered;
  covered.row({{u"甲", 1000, kBegins}, {u"1"}}).row({{u"5", 1000, kGoesOn}, {u"2"}});
  BOOST_TEST(diagnostics_of(covered) == "doc-covered-text");
  DocFile uneven;
  uneven.row({{u"甲", 2000, kBegins}}).row({{u"", 1000, kGoesOn}, {u"1"}});
  BOOST_TEST(diagnostics_of(uneven) == "doc-uneven-merge");
  BOOST_TEST(sketch(read("doc", uneven.bytes())) == "t 2x2 / 甲[1x2] / |1\n");
  DocFile unlike;
  unlike.add({{{u"甲\x07", {}, false}}, change(0x2416, "\1"), 0});
  unlike.row({{u"1"}});
  BOOST_TEST(diagnostics_of(unlike) == "doc-cell-count");
  BOOST_TEST(sketch(read("doc", unlike.bytes())) == "t 1x2 / 甲|1\n");
}

BOOST_AUTO_TEST_CASE(says_where_text_of_the_file_was_not_read) {
  DocFile file;
  file.add(u"正文");
  // Text boxes of which no table tells.
  file.story(6).add(u"框内3件");
  BOOST_TEST(diagnostics_of(file) == "doc-text-unaccounted");
}

BOOST_AUTO_TEST_SUITE_END()
