#include <boost/test/unit_test.hpp>

#include <memory>

#include "pipeline/current_format.hpp"

using namespace nianbao;

namespace {

struct Formats {
  void add(std::string_view id, YearRange in_force, const char* file, std::vector<std::string_view> places = {}) {
    auto format = std::make_unique<Template>();
    format->id = id;
    format->in_force = in_force;
    format->file = file;
    format->applies_to.jurisdictions = std::move(places);
    format->forms.emplace_back();
    set.templates.push_back(std::move(format));
  }
  void add_installed() {
    add("standard-2019", {2019, 2020}, "/program/formats/standard/standard-2019.yaml");
    add("standard-2021", {2021, 0}, "/program/formats/standard/standard-2021.yaml");
  }
  [[nodiscard]] std::string current(int year) const {
    const auto* format = current_format(set, year, {"/program", "/bundle/formats/instead"});
    return format == nullptr ? std::string() : std::string(format->id);
  }
  TemplateSet set;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(the_current_format, Formats)

BOOST_AUTO_TEST_CASE(is_the_newest_that_has_begun) {
  add_installed();
  BOOST_TEST(current(2023) == "standard-2021");
  BOOST_TEST(current(2009) == "standard-2021");
  add("standard-2025", {2025, 0}, "/program/formats/standard/standard-2025.yaml");
  BOOST_TEST(current(2024) == "standard-2021");
  BOOST_TEST(current(2025) == "standard-2025");
}

BOOST_AUTO_TEST_CASE(is_a_bundles_only_where_it_says_nationwide) {
  add("future", {2027, 0}, "/bundle/formats/future/template.yaml");
  add("of-a-province", {2027, 0}, "/bundle/formats/future/province.yaml", {"140000"});
  add_installed();
  BOOST_TEST(current(2028) == "standard-2021");
  add("next", {2027, 0}, "/bundle/formats/future/next.yaml", {"全国"});
  BOOST_TEST(current(2028) == "next");
  BOOST_TEST(current(2026) == "standard-2021");
}

BOOST_AUTO_TEST_CASE(may_be_one_that_takes_the_place_of_the_programs) {
  add("standard-2021", {2021, 0}, "/bundle/formats/other/template.yaml");
  BOOST_TEST(current(2023).empty());
  set.doubles.push_back(
      {"standard-2021", "/bundle/formats/other/template.yaml", "/program/formats/standard/standard-2021.yaml"});
  BOOST_TEST(current(2023) == "standard-2021");
  add("standard-2025", {2025, 0}, "/bundle/formats/instead/standard-2025.yaml");
  BOOST_TEST(current(2026) == "standard-2025");
}

BOOST_AUTO_TEST_CASE(is_no_provinces_own_nor_of_a_folder_with_a_longer_name) {
  add("installed-for-a-province", {2021, 0}, "/program/formats/province.yaml", {"140000"});
  add("of-others", {2021, 0}, "/program-of-others/formats/standard.yaml");
  BOOST_TEST(current(2023).empty());
}

BOOST_AUTO_TEST_SUITE_END()
