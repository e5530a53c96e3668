// The shipped packs tried out: every rule has examples that hold, and wrong digits are caught.
#include "check_sample.hpp"

#include <nianbao/rule_trial.hpp>

#include "paths.hpp"

using namespace nianbao;

namespace {

std::shared_ptr<const RuleStore> store() {
  static const auto packs = RuleStore::load({test::source_path("rules")});
  return packs;
}

std::vector<const Template*> templates() {
  static const TemplateSet prose = load_template_files({test::source_path("formats/prose/prose.yaml")});
  std::vector<const Template*> all;
  for (const auto* set : {&all_templates(), &prose}) {
    for (const auto& format : set->templates) {
      all.push_back(format.get());
    }
  }
  return all;
}

const Template& format(std::string_view id) {
  const auto all = templates();
  return **std::find_if(all.begin(), all.end(), [&](const Template* t) { return t->id == id; });
}

/// Per cent of the wrong digits of a form (of all forms if empty) that are caught.
std::size_t caught(const MutationRun& run, std::string_view form) {
  std::size_t changed = 0;
  std::size_t found = 0;
  for (const auto& score : run.forms) {
    if (form.empty() || score.form == form) {
      changed += score.changed;
      found += score.caught;
    }
  }
  BOOST_TEST_REQUIRE(changed > 0U);
  return found * 100 / changed;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shipped_packs)

BOOST_AUTO_TEST_CASE(every_rule_has_examples_and_all_of_them_hold) {
  for (const auto& pack : store()->packs()) {
    const auto run = run_examples(*store(), pack.id);
    BOOST_TEST_REQUIRE(run.ok(), pack.id);
    BOOST_TEST(run->clean(), examples_text(*run, Language::en));
  }
}

BOOST_AUTO_TEST_CASE(no_rule_is_idle) {
  for (const auto& pack : store()->packs()) {
    const auto rules = rules_for(0, "", {pack.id});
    for (const auto& note : idle_rules(*rules, templates())) {
      BOOST_ERROR(to_string(note, Language::en));
    }
  }
}

BOOST_AUTO_TEST_CASE(wrong_digits_are_caught) {
  const auto rules = rules_for(0, "");
  for (const char* id : {"standard-2019", "standard-2021"}) {
    const auto run = mutate_reports(rules, format(id), templates(), 1).front();
    BOOST_TEST_REQUIRE(run.consistent, id);
    BOOST_TEST(caught(run, "table-3") >= 98U, id);
    BOOST_TEST(caught(run, "table-4") >= 98U, id);
  }
  const auto legacy = mutate_reports(rules, format("legacy-2018"), templates(), 1).front();
  BOOST_TEST_REQUIRE(legacy.consistent);
  BOOST_TEST(caught(legacy, "") >= 55U);
  // What stands in an equality is caught whatever digit is wrong.
  for (const auto& key : legacy.forms.front().escaped) {
    for (const char* family : {"request.", "reply.", "dispute.", "staffing.personnel", "staffing.full"}) {
      BOOST_TEST(key.id.rfind(family, 0) != 0U, to_string(key));
    }
  }
}

BOOST_AUTO_TEST_CASE(each_generation_of_a_form_is_tried) {
  const auto rules = rules_for(0, "", {"fujian"});
  const auto runs = mutate_reports(rules, format("fujian-legacy"), templates(), 1);
  BOOST_REQUIRE_EQUAL(runs.size(), 2U);
  BOOST_TEST((runs[0].generation.to == 2015 && runs[1].generation.from == 2016));
  for (const auto& run : runs) {
    BOOST_TEST_REQUIRE(run.consistent);
    BOOST_TEST(caught(run, "") >= 70U);
    for (const auto& key : run.forms.front().escaped) {
      BOOST_TEST(key.id.rfind("request.", 0) != 0U, to_string(key));
      BOOST_TEST(key.id.rfind("fujian.re", 0) != 0U, to_string(key));
    }
  }
  const auto all = rule_coverage(*rules, templates());
  const auto first =
      std::find_if(all.begin(), all.end(), [](const auto& c) { return c.format->id == "fujian-legacy"; });
  BOOST_TEST_REQUIRE((all.end() - first >= 2));
  BOOST_TEST(first->cells == 17U);
  BOOST_TEST(first->unchecked.size() == 3U);
  BOOST_TEST((first + 1)->cells == 30U);
  BOOST_TEST((first + 1)->unchecked.empty());
}

BOOST_AUTO_TEST_CASE(coverage_names_the_cells_no_rule_looks_at) {
  const auto all = rule_coverage(*rules_for(0, ""), templates());
  const auto it = std::find_if(all.begin(), all.end(), [](const auto& c) { return c.format->id == "standard-2021"; });
  BOOST_TEST_REQUIRE((it != all.end()));
  BOOST_TEST(it->cells == 200U);
  BOOST_TEST(it->unchecked.size() == 4U);
  BOOST_TEST(to_string(it->unchecked.front()) == "licence.decisions");
}

BOOST_AUTO_TEST_SUITE_END()
