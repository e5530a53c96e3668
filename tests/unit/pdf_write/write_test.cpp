// What is written is a PDF that a reader takes apart again.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <nianbao/document_json.hpp>
#include <nianbao/files.hpp>
#include <nianbao/plugin_host.hpp>

#include "paths.hpp"

using namespace nianbao;

namespace {

struct Plugins {
  std::unique_ptr<PluginHost> host = PluginHost::create({{nianbao::test::bundle_path(), RootOrigin::bundle}});
  Limits limits;
  DiagnosticSink diagnostics;
  Options options;
  Context context{limits, diagnostics, options};

  std::string write(const Document& document) {
    auto written = (*host->container("pdf-write"))->write(document, context);
    BOOST_REQUIRE(written.ok());
    return *std::move(written);
  }
  Document read(std::string bytes) {
    auto document = (*host->container("pdf"))->read(std::move(bytes), context);
    BOOST_REQUIRE_MESSAGE(document.ok(), (document ? "" : document.error().message.en));
    return *std::move(document);
  }
};

Document report() {
  const auto json = read_file(nianbao::test::source_path("tests/golden/pdf-write/two-pages.json"), 1U << 20U);
  return *document_from_json(*json);
}

/// Without a Chinese font pages show boxes instead of characters; tools/install-packages.sh test brings one.
bool has_chinese_font() { return std::system("fc-list :lang=zh-cn file | grep -q .") == 0; }

const Table& table_of(const Document& document) {
  for (const auto& block : document.blocks) {
    if (const auto* table = block.as<Table>()) {
      return *table;
    }
  }
  BOOST_FAIL("no table");
  std::abort();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(writing)

BOOST_AUTO_TEST_CASE(same_document_same_bytes_and_tagged) {
  Plugins plugins;
  const auto bytes = plugins.write(report());
  BOOST_TEST(bytes.substr(0, 5) == "%PDF-");
  BOOST_TEST(bytes.find("/StructTreeRoot") != std::string::npos);
  BOOST_TEST((bytes == plugins.write(report())));
}

BOOST_AUTO_TEST_CASE(a_reader_finds_the_same_grid) {
  if (!has_chinese_font()) {
    BOOST_TEST_MESSAGE("no Chinese font is installed");
    return;
  }
  Plugins plugins;
  const auto document = report();
  const auto again = plugins.read(plugins.write(document));
  const auto& wanted = table_of(document);
  const auto& found = table_of(again);
  BOOST_TEST(found.rows == wanted.rows);
  BOOST_TEST(found.columns == wanted.columns);
  BOOST_REQUIRE(found.cells.size() == wanted.cells.size());
  for (std::size_t i = 0; i < wanted.cells.size(); ++i) {
    const auto& a = wanted.cells[i];
    const auto& b = found.cells[i];
    BOOST_TEST(a.text.chars == b.text.chars);
    BOOST_TEST((a.row == b.row && a.column == b.column && a.rowspan == b.rowspan && a.colspan == b.colspan));
  }
  BOOST_REQUIRE(again.blocks.size() == document.blocks.size());
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* text = document.blocks[i].text();
    if (text != nullptr) {
      BOOST_REQUIRE(again.blocks[i].text() != nullptr);
      BOOST_TEST(again.blocks[i].text()->chars == text->chars);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_reader_tells_a_draft_and_its_remarks_from_the_report) {
  if (!has_chinese_font()) {
    BOOST_TEST_MESSAGE("no Chinese font is installed");
    return;
  }
  Plugins plugins;
  auto document = report();
  document.properties.push_back({"草稿说明", "草稿：由旧表转换。", {}});
  for (auto& block : document.blocks) {
    if (auto* table = block.as<Table>()) {
      table->cells.back().remark = "收到申请数0件，没有收费。";
    }
  }
  const auto again = plugins.read(plugins.write(document));
  BOOST_REQUIRE(again.blocks.size() == document.blocks.size() + 1);
  BOOST_REQUIRE(again.blocks[0].text() != nullptr);
  BOOST_TEST(again.blocks[0].text()->chars == "草稿说明：草稿：由旧表转换。");
  for (const auto& block : again.blocks) {
    BOOST_TEST((block.text() == nullptr || block.text()->chars.find("没有收费") == std::string_view::npos));
  }
  const auto& said = plugins.diagnostics.all();
  BOOST_TEST(
      std::any_of(said.begin(), said.end(), [](const Diagnostic& one) { return one.code == "pdf-draft-remarks"; }));
}

BOOST_AUTO_TEST_CASE(odd_documents_are_written_too) {
  Plugins plugins;
  Document document;
  BOOST_TEST(plugins.write(document).substr(0, 5) == "%PDF-");
  // One cell taller than two pages, and a text without a place to break.
  std::string tall;
  for (int line = 0; line < 150; ++line) {
    tall += "7\n";
  }
  Table table;
  table.rows = table.columns = 1;
  Cell cell;
  cell.text.chars = tall;
  table.cells.push_back(cell);
  const std::string wide(3000, 'w');
  document.blocks.push_back({table, {}});
  document.blocks.push_back({Paragraph{Role::body, {wide, {}, {}}}, {}});
  document.blocks.push_back({Paragraph{}, {}});
  document.blocks.push_back({Table{}, {}});
  BOOST_TEST(plugins.write(document).size() > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
