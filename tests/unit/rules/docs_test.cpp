// What docs/rule-packs.md writes as an expression is one.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>
#include <vector>

#include "paths.hpp"
#include "rules/grammar.hpp"
#include "text/code_point.hpp"

namespace {

std::u32string widen(const std::string& text) {
  std::u32string result;
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* end = p + text.size();
  while (p != end) {
    result.push_back(nianbao::decode_utf8(p, end));
  }
  return result;
}

/// The pieces in backticks of a table's first column.
std::vector<std::string> written(const std::string& row) {
  std::vector<std::string> pieces;
  const auto column = row.substr(0, row.find(" | ", 2));
  for (auto at = column.find('`'); at != std::string::npos; at = column.find('`', at + 1)) {
    const auto end = column.find('`', at + 1);
    pieces.push_back(column.substr(at + 1, end - at - 1));
    at = end;
  }
  return pieces;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docs)

BOOST_AUTO_TEST_CASE(expressions_of_the_reference_parse) {
  for (const auto* name : {"docs/rule-packs.md", "docs/rule-packs.zh-CN.md"}) {
    std::ifstream file(nianbao::test::source_path(name));
    BOOST_TEST_REQUIRE(file.good(), name);
    std::size_t found = 0;
    for (std::string line; std::getline(file, line);) {
      if (line.compare(0, 3, "| `") != 0) {
        continue;
      }
      for (const auto& text : written(line)) {
        const auto parsed = nianbao::parse_expression(widen(text));
        BOOST_TEST(std::holds_alternative<nianbao::ast::Node>(parsed), text);
        ++found;
      }
    }
    BOOST_TEST(found >= 15U, name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
