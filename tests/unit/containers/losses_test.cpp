// What a container does not keep when it writes a Document and reads it again: losses/<id>.txt lists
// it, feature by feature. Whatever is lost beyond the list fails. With NIANBAO_ACCEPT=1 in the environment the lists
// are written anew.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nianbao/files.hpp>

#include "paths.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

Block text_block(std::string_view text, std::vector<Mark> marks = {}, Role role = Role::body) {
  Block block;
  block.body = Paragraph{role, {text, std::move(marks), {}}};
  return block;
}

Block heading_block(int level) {
  Block block;
  block.body = Heading{level, {"一、概述", {}, {}}};
  return block;
}

Block list_block(bool ordered, std::vector<std::vector<Block>> items) {
  Block block;
  block.body = List{ordered, std::move(items)};
  return block;
}

/// Two rows; the cell in the middle can be changed.
Block table_block(const std::function<void(Cell&)>& change = [](Cell&) {}) {
  TableBuilder builder;
  for (const auto* text : {"甲", "7"}) {
    builder.begin_row();
    builder.add({}).text.chars = text;
    builder.add({}).text.chars = "乙";
  }
  auto table = builder.finish();
  change(table.cells[2]);
  Block block;
  block.body = std::move(table);
  return block;
}

Block captioned_table() {
  auto block = table_block();
  block.as<Table>()->caption = "表一";
  return block;
}

Block spans() {
  TableBuilder builder;
  builder.begin_row();
  Cell wide;
  wide.rowspan = 2;
  wide.text.chars = "甲";
  builder.add(wide);
  wide.rowspan = 1;
  wide.colspan = 2;
  builder.add(wide);
  builder.begin_row();
  builder.add({}).text.chars = "1";
  builder.add({}).text.chars = "2";
  Block block;
  block.body = builder.finish();
  return block;
}

/// What a spreadsheet would take for other figures, dates or formulas.
Block figures() {
  TableBuilder builder;
  builder.begin_row();
  for (const auto* text : {"007", "12.50", "1,234", "-", "100%", "2024-01-02", "1E5", "=1+1", "3/4"}) {
    builder.add({}).text.chars = text;
  }
  Block block;
  block.body = builder.finish();
  return block;
}

Block lines_block() {
  Block block;
  block.body = Lines{{"  指标   数\n  收到   7", {}, {}}};
  return block;
}

Block image_block() {
  Block block;
  block.body = Image{"image1.png", "印章"};
  return block;
}

using Feature = std::pair<const char*, std::vector<Block>>;

std::vector<Feature> features() {
  std::vector<Feature> all = {
      {"paragraph", {text_block("正文。")}},
      {"paragraphs of the roles",
       {text_block("标题", {}, Role::title), text_block("副题", {}, Role::subtitle),
        text_block("题注", {}, Role::caption), text_block("附注", {}, Role::note),
        text_block("落款", {}, Role::signoff), text_block("日期", {}, Role::date)}},
      {"headings", {heading_block(1), heading_block(3), heading_block(6)}},
      {"mark: strong", {text_block("一是加强领导。", {{0, 2, MarkKind::strong}})}},
      {"mark: link", {text_block("见网站。", {{1, 3, MarkKind::link}})}},
      {"mark: note", {text_block("收到18件。", {{4, 4, MarkKind::note}})}},
      {"break in a paragraph", {text_block("清河市\n人民政府")}},
      {"blanks inside", {text_block("负责人：张三    审核人：李四\t填报人")}},
      {"blanks at the ends", {text_block("　　正文。 ")}},
      {"empty paragraph", {text_block("甲"), text_block(""), text_block("乙")}},
      {"list of bullets", {list_block(false, {{text_block("甲")}, {text_block("乙")}})}},
      {"numbered list", {list_block(true, {{text_block("甲")}, {text_block("乙")}})}},
      {"lists that touch", {list_block(true, {{text_block("甲")}}), list_block(true, {{text_block("乙")}})}},
      {"list in a list",
       {list_block(false, {{text_block("甲"), list_block(true, {{text_block("乙")}})}, {text_block("丙")}})}},
      {"two paragraphs in an item", {list_block(true, {{text_block("甲"), text_block("续")}, {text_block("乙")}})}},
      {"table in an item", {list_block(true, {{text_block("甲"), table_block()}})}},
      {"table", {table_block()}},
      {"tables that touch", {table_block(), table_block()}},
      {"caption", {captioned_table()}},
      {"spans", {spans()}},
      {"blank cell", {table_block([](Cell& cell) { cell.text = {}; })}},
      {"missing cell", {table_block([](Cell& cell) { cell = Cell{2, 1, 1, 1, false, true, {}, {}, {}, {}, false}; })}},
      {"header cell", {table_block([](Cell& cell) { cell.header = true; })}},
      {"break in a cell", {table_block([](Cell& cell) { cell.text.chars = "三、\n本年度"; })}},
      {"strong in a cell", {table_block([](Cell& cell) {
         cell.text = {"甲乙", {{0, 1, MarkKind::strong}}, {}};
       })}},
      {"table in a cell", {table_block([](Cell& cell) { cell.blocks.push_back(table_block()); })}},
      {"list in a cell",
       {table_block([](Cell& cell) { cell.blocks.push_back(list_block(false, {{text_block("丙")}})); })}},
      {"image in a cell", {table_block([](Cell& cell) { cell.blocks.push_back(image_block()); })}},
      {"figures as they are printed", {figures()}},
      {"signs of markup", {text_block("《办法》<b>&amp; \"甲\" | _乙_ * =1+1")}},
      {"lines", {lines_block()}},
      {"image", {image_block()}},
  };
  return all;
}

std::string one_line(std::string text) {
  std::string result;
  for (const char c : text) {
    result += c == '\n' ? " / " : std::string(1, c);
  }
  return result;
}

std::string losses_of(const std::string& id) {
  std::string list;
  for (const auto& [name, blocks] : features()) {
    Document document;
    document.blocks = blocks;
    document.blocks.push_back(text_block("完。"));
    const auto again = Call().read(id, write(id, document));
    if (!again.ok() || !equal(*again, document)) {
      list += std::string(name) + ": " + one_line(again.ok() ? sketch(*again) : again.error().code) + "\n";
    }
  }
  Document property;
  property.properties.push_back({"索引号", "A-1", {}});
  property.blocks.push_back(text_block("完。"));
  if (!equal(read(id, write(id, property)), property)) {
    list += "properties: " + one_line(sketch(read(id, write(id, property)))) + "\n";
  }
  return list;
}

}  // namespace

BOOST_DATA_TEST_CASE(nothing_is_lost_beyond_the_list, boost::unit_test::data::make({"docx", "xlsx", "csv", "html", "json"}),
                     id) {
  const auto losses = losses_of(id);
  const auto path = source_path("tests/unit/containers/losses/" + std::string(id) + ".txt");
  if (std::getenv("NIANBAO_ACCEPT") != nullptr) {
    std::ofstream(path, std::ios::binary) << losses;
  }
  BOOST_TEST(losses == read_file(path, 1U << 20U).value());
}
