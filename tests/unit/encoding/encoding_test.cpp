#include <boost/test/unit_test.hpp>
#include <nianbao/sdk/encoding.hpp>
#include <random>
#include <string>

using namespace nianbao;
using namespace std::string_literals;

namespace {

struct Read {
  DiagnosticSink diagnostics;
  Result<DecodedText> result;

  explicit Read(std::string bytes, std::string_view declared = {})
      : result(decode_text(std::move(bytes), diagnostics, declared)) {}

  [[nodiscard]] std::string diagnostic() const {
    return diagnostics.all().empty() ? "" : diagnostics.all().front().code;
  }
};

// 云溪县 2024 年, 主动公开 18 件。 and more, as an editor of the time would save it.
const std::string kUtf8 = "云溪县2024年公开信息18件。\n";
const std::string kGb =
    "\xD4\xC6\xCF\xAA\xCF\xD8"
    "2024\xC4\xEA\xB9\xAB\xBF\xAA\xD0\xC5\xCF\xA2"
    "18\xBC\xFE\xA1\xA3\n";

std::string utf16(const std::u16string& text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

const std::u16string kUnits = u"云溪县2024年公开信息18件。\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(reads_utf8_with_and_without_mark) {
  const Read plain(kUtf8);
  BOOST_TEST(plain.result->text == kUtf8);
  BOOST_TEST(plain.result->encoding == "UTF-8");
  BOOST_TEST(plain.result->map.file_offset(9) == 9U);
  const Read marked("\xEF\xBB\xBF" + kUtf8);
  BOOST_TEST(marked.result->text == kUtf8);
  BOOST_TEST(marked.result->map.file_offset(9) == 12U);
}

BOOST_AUTO_TEST_CASE(reads_gb18030_also_when_labelled_gb2312) {
  for (const auto* label : {"", "gb2312", "GBK", "gb18030"}) {
    const Read read(kGb, label);
    BOOST_TEST_REQUIRE(read.result.ok());
    BOOST_TEST(read.result->text == kUtf8);
    BOOST_TEST(read.result->encoding == "GB18030");
    BOOST_TEST(read.diagnostic() == "");
  }
  // 镕 and € are not in GB 2312; 㛃 stands in four bytes.
  const Read wide("\xE9\x46\xA2\xE3\x82\x30\xB7\x31\xB5\xC4\n"s, "gb2312");
  BOOST_TEST(wide.result.ok());
}

BOOST_AUTO_TEST_CASE(leads_from_text_back_to_bytes_of_gb18030) {
  const Read read(kGb);
  const auto& map = read.result->map;
  BOOST_TEST(map.file_offset(kUtf8.find("2024")) == kGb.find("2024"));
  BOOST_TEST(map.file_offset(kUtf8.find("18")) == kGb.find("18"));
  BOOST_TEST(map.file_offset(kUtf8.size()) == kGb.size());
  std::vector<SourceRun> runs;
  const auto from = kUtf8.find("公开");
  map.append_runs({from, kUtf8.find("件")}, 100, 1, runs);
  BOOST_TEST_REQUIRE(runs.size() == 2U);
  BOOST_TEST(runs[0].text_from == 100U);
  BOOST_TEST(runs[0].file_from == kGb.find("\xB9\xAB"));
  BOOST_TEST(runs[1].text_to - runs[1].text_from == 2U);
  BOOST_TEST(runs[1].file_from == kGb.find("18"));
  BOOST_TEST(runs[1].file_to == kGb.find("18") + 2);
}

BOOST_AUTO_TEST_CASE(locates_a_figure_through_the_runs) {
  const Read read(kGb);
  Text text;
  text.chars = read.result->text;
  read.result->map.append_runs({0, kUtf8.size()}, 0, 7, text.source);
  const auto at = locate(text, {12, 14}, {kUtf8.find("18"), kUtf8.find("18") + 2}, {});
  BOOST_TEST_REQUIRE(at.bytes.has_value());
  BOOST_TEST(at.bytes->from == kGb.find("18"));
  BOOST_TEST(at.bytes->to == kGb.find("18") + 2);
  BOOST_TEST(at.line == 7U);
}

BOOST_AUTO_TEST_CASE(reads_utf16_with_and_without_mark) {
  for (const bool little : {true, false}) {
    const std::string mark = little ? "\xFF\xFE" : "\xFE\xFF";
    const auto bytes = utf16(kUnits, little);
    const Read marked(mark + bytes);
    BOOST_TEST(marked.result->text == kUtf8);
    const Read unmarked(bytes);
    BOOST_TEST_REQUIRE(unmarked.result.ok());
    BOOST_TEST(unmarked.result->text == kUtf8);
    BOOST_TEST(unmarked.result->encoding == (little ? "UTF-16LE" : "UTF-16BE"));
    BOOST_TEST(unmarked.result->map.file_offset(kUtf8.find("18")) == 2 * kUnits.find(u"18"));
  }
}

BOOST_AUTO_TEST_CASE(takes_plain_letters_for_utf8) {
  for (const auto* text : {"this app can break", "0,0,0\n1,2,3\n", "bush hid the facts"}) {
    const Read read{std::string(text)};
    BOOST_TEST(read.result->encoding == "UTF-8");
  }
}

BOOST_AUTO_TEST_CASE(takes_a_few_chinese_words_for_gb18030) {
  const Read read("\xC1\xAA\xCD\xA8"s);
  BOOST_TEST(read.result->text == "联通");
  const Read report("\xB1\xA8\xB8\xE6"s);
  BOOST_TEST(report.result->text == "报告");
}

BOOST_AUTO_TEST_CASE(reads_a_cut_off_file_and_says_so) {
  const Read utf8(kUtf8.substr(0, kUtf8.size() - 2));
  BOOST_TEST(utf8.result->text == kUtf8.substr(0, kUtf8.size() - 4));
  BOOST_TEST(utf8.diagnostic() == "encoding-cut-off");
  const Read gb(kGb.substr(0, kGb.size() - 2));
  BOOST_TEST(gb.result->encoding == "GB18030");
  BOOST_TEST(gb.diagnostic() == "encoding-cut-off");
  const Read wide(utf16(kUnits, true) + "\x00"s);
  BOOST_TEST(wide.result.ok());
}

BOOST_AUTO_TEST_CASE(replaces_damaged_characters_and_says_where) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += kUtf8;
  }
  text[300] = '\xFF';
  const Read read(text);
  BOOST_TEST_REQUIRE(read.result.ok());
  BOOST_TEST(read.result->encoding == "UTF-8");
  BOOST_TEST(read.diagnostic() == "encoding-damaged");
  BOOST_TEST(read.diagnostics.all().front().at.bytes.has_value());
}

BOOST_AUTO_TEST_CASE(tells_what_is_no_character_of_three_bytes) {
  std::string chinese;
  for (int i = 0; i < 400; ++i) {
    chinese += "报告";
  }
  for (const std::string whole : {"\xE0\xA0\x80", "\xED\x9F\xBF"}) {
    const Read read(chinese + whole + "a" + chinese);
    BOOST_TEST(read.result->text == chinese + whole + "a" + chinese);
    BOOST_TEST(read.diagnostics.all().empty());
  }
  for (const std::string damaged : {"\xE0\x9F\xBF", "\xED\xA0\x80",
                                    "\xE6\x8A"
                                    "a"}) {
    const Read read(chinese + damaged + chinese);
    BOOST_TEST_REQUIRE(read.result.ok());
    BOOST_TEST(read.diagnostic() == "encoding-damaged");
    BOOST_TEST(read.diagnostics.all().front().at.bytes->from == chinese.size());
  }
}

BOOST_AUTO_TEST_CASE(says_what_a_file_seems_to_be) {
  const auto zh = [](std::string bytes) {
    const Read read(std::move(bytes));
    return read.result.ok() ? "" : read.result.error().message.zh;
  };
  BOOST_TEST(zh("PK\x03\x04....word/document.xml"s) == "这不是文本文件，看起来是Word 文档（docx）。");
  BOOST_TEST(zh("PK\x03\x04....xl/workbook.xml"s) == "这不是文本文件，看起来是Excel 表格（xlsx）。");
  BOOST_TEST(zh("%PDF-1.7\n"s) == "这不是文本文件，看起来是PDF 文件。");
  BOOST_TEST(zh("\x7F"
                "ELF\x02\x01\x01"s) == "这不是文本文件，看起来是程序文件（ELF）。");
  BOOST_TEST(zh("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."s) ==
             "这不是文本文件，看起来是旧版 Office 文档（doc、xls 或 wps）。");
  BOOST_TEST(zh("abc\0\0\x01\x02\x03zz"s).find("二进制数据") != std::string::npos);
  BOOST_TEST(zh("") == "文件是空的，没有内容。");
}

BOOST_AUTO_TEST_CASE(never_takes_random_bytes_for_text) {
  std::mt19937 random(20240101);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(64 + random() % 2000, '\0');
    for (auto& byte : bytes) {
      byte = static_cast<char>(random() & 0xFFU);
    }
    const Read read(bytes);
    BOOST_TEST(!read.result.ok());
    BOOST_TEST(!read.result.error().message.en.empty());
  }
}

BOOST_AUTO_TEST_CASE(maps_every_character_of_long_gb18030_across_slices) {
  std::string gb;
  std::string utf8;
  for (int i = 0; i < 700; ++i) {
    gb += kGb + std::string(static_cast<std::size_t>(i % 3), 'x');
    utf8 += kUtf8 + std::string(static_cast<std::size_t>(i % 3), 'x');
  }
  const Read read(gb);
  BOOST_TEST_REQUIRE(read.result->text == utf8);
  std::size_t file = 0;
  for (std::size_t text = 0; text < utf8.size();) {
    BOOST_REQUIRE_EQUAL(read.result->map.file_offset(text), file);
    const bool wide = static_cast<unsigned char>(utf8[text]) >= 0x80;
    text += wide ? 3 : 1;
    file += wide ? 2 : 1;
  }
}

BOOST_AUTO_TEST_CASE(tells_a_cut_off_utf16_file_from_a_damaged_one) {
  const auto bytes = "\xFF\xFE"s + utf16(kUnits, true);
  const Read odd(bytes.substr(0, bytes.size() - 3));
  BOOST_TEST_REQUIRE(odd.result.ok());
  BOOST_TEST(odd.diagnostic() == "encoding-cut-off");
  const Read lone(bytes + "\x40\xD8"s);  // half of a surrogate pair
  BOOST_TEST_REQUIRE(lone.result.ok());
  BOOST_TEST(lone.result->text == kUtf8);
  BOOST_TEST(lone.diagnostic() == "encoding-cut-off");
}

BOOST_AUTO_TEST_CASE(says_where_a_file_of_two_encodings_goes_wrong) {
  const Read read(kUtf8 + kGb);
  BOOST_TEST_REQUIRE(!read.result.ok());
  BOOST_TEST(read.result.error().code == "encoding-unknown");
  BOOST_TEST(read.result.error().message.zh.find("第2行") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
