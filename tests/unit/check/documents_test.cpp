#include "check_sample.hpp"
#include "paths.hpp"

#include <fstream>
#include <set>
#include <sstream>

using namespace nianbao;

namespace {

const std::vector<std::string> kFujian(1, "fujian");

std::set<std::string> ids_in(const char* page) {
  std::ifstream file(test::source_path("docs/").append(page));
  BOOST_REQUIRE_MESSAGE(file, page);
  std::set<std::string> ids;
  for (std::string line; std::getline(file, line);) {
    const auto end = line.rfind("| `", 0) == 0 ? line.find('`', 3) : std::string::npos;
    if (end != std::string::npos) {
      ids.insert(line.substr(3, end - 3));
    }
  }
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(documents)

BOOST_AUTO_TEST_CASE(the_pages_on_findings_list_every_check) {
  std::set<std::string> ids;
  for (const auto& rule : rules_for(2018, "fujian-legacy", kFujian)->checks()) {
    ids.insert(rule.id.substr(rule.id.find('/') + 1));
    BOOST_TEST(!rule.basis.empty(), rule.id);
  }
  for (const char* page : {"findings.md", "findings.zh-CN.md"}) {
    BOOST_TEST(ids_in(page) == ids, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_SUITE_END()
