// Files that are no doc, damaged ones, and ones made to harm.
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "doc_file.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string code_of(std::string bytes) {
  Call call;
  const auto result = call.read("doc", std::move(bytes));
  if (result.ok()) {
    return "";
  }
  BOOST_TEST(!result.error().message.zh.empty());
  BOOST_TEST(!result.error().hint.en.empty());
  return result.error().code;
}

DocFile sample() {
  DocFile file;
  file.structure(1, style_sheet({{0, u"正文", {}}, {1, u"标题 1", {}}}));
  file.add(u"一、概述", {}, 1)
      .add(
          u"收到\x13 A \x14"
          u"18\x15件");
  file.row({{u"甲", 1000, 0x61}, {u"", 1000, 2}, {u"1"}}).row({{u"", 2000, 0x20}, {u"2"}});
  return file;
}

/// The bytes with a number put at a place.
std::string with(std::string bytes, std::size_t at, const std::string& number) {
  return bytes.replace(at, number.size(), number);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(doc_hostile)

BOOST_AUTO_TEST_CASE(refuses_what_is_no_document) {
  BOOST_TEST(code_of("收到18件") == "doc-damaged");
  BOOST_TEST(code_of(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) == "doc-damaged");
  BOOST_TEST(code_of(compound_file({{"Workbook", "x"}})) == "doc-not-word");
  BOOST_TEST(code_of(compound_file({{"WordDocument", "x"}})) == "doc-not-word");
  BOOST_TEST(code_of(compound_file({{"EncryptedPackage", "x"}})) == "doc-encrypted");
  DocFile empty;
  empty.add(u"");
  BOOST_TEST(code_of(empty.bytes()) == "doc-no-text");
}

BOOST_AUTO_TEST_CASE(refuses_older_and_encrypted_files) {
  auto old = sample();
  old.magic = 0xA5DC;
  BOOST_TEST(code_of(old.bytes()) == "doc-too-old");
  auto older = sample();
  older.version = 0x65;
  BOOST_TEST(code_of(older.bytes()) == "doc-too-old");
  auto closed = sample();
  closed.flags = 0x0100;
  BOOST_TEST(code_of(closed.bytes()) == "doc-encrypted");
}

BOOST_AUTO_TEST_CASE(refuses_files_cut_short) {
  const auto bytes = sample().bytes();
  BOOST_TEST(code_of(bytes) == "");
  for (std::size_t size = 0; size + 512 < bytes.size(); size += 509) {
    BOOST_TEST(code_of(bytes.substr(0, size)) != "");
  }
}

BOOST_AUTO_TEST_CASE(refuses_more_text_than_is_there) {
  auto file = sample();
  const auto bytes = file.bytes();
  // The main stream is the first of all; its head states the length of the text.
  BOOST_TEST(code_of(with(bytes, 512 + 0x4C, le32(5000))) == "doc-damaged");
  BOOST_TEST(code_of(with(bytes, 512 + 0x4C, le32(0x7FFFFFFF))) == "doc-too-much-text");
  BOOST_TEST(code_of(with(bytes, 512 + 0x4C, le32(0x80000000))) == "doc-damaged");
}

BOOST_AUTO_TEST_CASE(ends_where_chains_do_not) {
  const auto bytes = sample().bytes();
  const auto tables = bytes.size() / 512 - 1;
  // The sector table is the last sector: the first stream's chain leads back to itself.
  const auto table = tables * 512;
  BOOST_TEST(code_of(with(bytes, table, le32(0))) == "doc-damaged");
  BOOST_TEST(code_of(with(bytes, table, le32(0x00FFFFFF))) == "doc-damaged");
  BOOST_TEST(code_of(with(bytes, 0x30, le32(0x00FFFFFF))) == "doc-damaged");
}

BOOST_AUTO_TEST_CASE(bounds_nested_tables) {
  DocFile file;
  file.add(u"甲", change(0x2416, "\1") + change(0x6649, le32(100000)));
  BOOST_TEST(code_of(file.bytes()) == "doc-nesting");
}

BOOST_AUTO_TEST_CASE(bounds_grids) {
  DocFile file;
  for (int i = 0; i < 30; ++i) {
    std::vector<DocCell> cells(20, DocCell{u"1", 60 + i, 0});
    file.row(cells, i * 97);
  }
  Call call;
  call.limits.cells = 1000;
  const auto result = call.read("doc", file.bytes());
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(result.error().code == "table-too-large");
}

BOOST_AUTO_TEST_CASE(survives_damage_of_any_kind) {
  std::mt19937 random(11);
  const auto bytes = sample().bytes();
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < 400; ++i) {
    Call call;
    (void)call.read("doc", mutate(bytes, random)).ok();
  }
  BOOST_TEST((std::chrono::steady_clock::now() - began < std::chrono::seconds(20)));
}

BOOST_AUTO_TEST_SUITE_END()
