// The templates of the repository itself: every cell has its concept, and the forms have the official size.
#include <boost/test/unit_test.hpp>

#include <nianbao/template_loader.hpp>

#include <set>
#include <string>

#include "paths.hpp"

using namespace nianbao;

namespace {

const TemplateSet& templates() {
  static const TemplateSet set = [] {
    std::vector<std::string> files;
    for (const char* file :
         {"standard/standard-2019", "standard/standard-2021", "legacy-table/legacy-2018", "fujian-legacy/template"}) {
      files.push_back(test::bundle_path("formats/"));
      files.back().append(file).append(".yaml");
    }
    return load_template_files(files);
  }();
  return set;
}

const Template& find(const std::string& id) {
  for (const auto& item : templates().templates) {
    if (item->id == id) {
      return *item;
    }
  }
  BOOST_FAIL("no template " + id);
  return *templates().templates.front();
}

std::size_t figures(const TemplateForm& form) {
  std::size_t count = 0;
  for (const auto& block : form.blocks) {
    for (const auto& cell : block.cells) {
      count += cell.present ? 1 : 0;
    }
  }
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(national_templates)

BOOST_AUTO_TEST_CASE(load_without_a_fault) {
  for (const auto& fault : templates().faults) {
    BOOST_ERROR(fault.where + ": " + fault.message.en);
  }
  BOOST_TEST(templates().templates.size() == 4U);
}

BOOST_AUTO_TEST_CASE(have_the_cells_of_the_notices) {
  BOOST_TEST(figures(*find("standard-2021").form("table-2")) == 10U);
  BOOST_TEST(figures(*find("standard-2021").form("table-3")) == 25U * 7U);
  BOOST_TEST(figures(*find("standard-2021").form("table-4")) == 15U);
  BOOST_TEST(figures(*find("standard-2019").form("table-2")) == 22U);
  BOOST_TEST(figures(*find("standard-2019").form("table-3")) == 23U * 7U);
  BOOST_TEST(figures(*find("legacy-2018").form("statistics")) == 58U);
}

BOOST_AUTO_TEST_CASE(bind_each_cell_of_a_form_to_something_else) {
  for (const auto& item : templates().templates) {
    for (const auto& form : item->forms) {
      std::set<std::string> seen;
      for (const auto& block : form.blocks) {
        for (const auto& cell : block.cells) {
          if (cell.present) {
            BOOST_TEST(seen.insert(to_string(cell.key)).second, std::string(item->id) + " " + to_string(cell.key));
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(table_four_takes_its_routes_from_the_groups) {
  const auto& block = find("standard-2021").form("table-4")->blocks.front();
  BOOST_TEST(to_string(block.cell(0, 0).key) == "dispute.upheld{route=reconsideration}");
  BOOST_TEST(to_string(block.cell(0, 14).key) == "dispute.total{route=litigation_after_reconsideration}");
}

BOOST_AUTO_TEST_SUITE_END()
