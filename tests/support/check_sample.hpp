// Reports for the tests of checks, written cell by cell; and the real rules and templates.
#pragma once

#include <boost/test/unit_test.hpp>

#include <nianbao/check.hpp>
#include <nianbao/rule_store.hpp>
#include <nianbao/template_loader.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paths.hpp"

namespace nianbao {

inline const TemplateSet& all_templates() {
  static const std::string formats = test::source_path("formats/");
  static const TemplateSet set =
      load_template_files({formats + "standard/standard-2019.yaml", formats + "standard/standard-2021.yaml",
                           formats + "legacy-table/legacy-2018.yaml", formats + "fujian-legacy/template.yaml"});
  return set;
}

inline std::shared_ptr<const RuleSet> rules_for(int year, std::string_view format,
                                                std::vector<std::string> packs = {}) {
  static const std::vector<std::string> folders(1, test::source_path("rules"));
  static const auto store = RuleStore::load(folders);
  RuleQuery query;
  query.year = year;
  query.format = format;
  query.packs = std::move(packs);
  auto rules = store->effective(query);
  BOOST_REQUIRE_MESSAGE(rules.ok(), (rules.ok() ? "" : rules.error().message.zh));
  return *rules;
}

/// A report built from `concept{dimension=member}` and texts of values.
class Sample {
 public:
  Sample(std::int16_t year, std::string_view format) {
    report_.year = year;
    report_.format = format;
  }

  /// Facts of tables go to this form from now on.
  Sample& form(std::string_view id, std::uint32_t instance = 1, Scope scope = Scope::unknown) {
    Form form;
    form.id = report_.store(id);
    form.format = report_.store(report_.format);
    form.instance = instance;
    form.scope = scope;
    report_.forms.push_back(form);
    return *this;
  }

  /// A cell of the table; an empty value is a blank, "/" a dash.
  Sample& cell(std::string_view key, std::string_view value, std::string_view unit = {}) {
    Fact fact = make(key, value, unit);
    fact.source = Source::table;
    fact.form = static_cast<std::uint32_t>(report_.forms.size() - 1);
    report_.facts.push_back(std::move(fact));
    return *this;
  }
  /// Cells of a row: the same concept for each applicant, the total last.
  Sample& row(std::string_view id, const std::vector<std::string>& values) {
    static const char* const kApplicants[] = {"natural_person", "enterprise", "research", "welfare",
                                              "legal_service",  "other_org",  "total"};
    for (std::size_t i = 0; i < values.size(); ++i) {
      cell(std::string(id) + "{applicant=" + kApplicants[i] + "}", values[i]);
    }
    return *this;
  }
  /// Cells of one block of table 4: upheld, corrected, other, pending, total.
  Sample& disputes(std::string_view route, const std::vector<std::string>& values) {
    static const char* const kResults[] = {"upheld", "corrected", "other", "pending", "total"};
    for (std::size_t i = 0; i < values.size(); ++i) {
      cell(std::string("dispute.") + kResults[i] + "{route=" + std::string(route) + "}", values[i]);
    }
    return *this;
  }
  Sample& prose(std::string_view key, std::string_view value, std::string_view unit = {}) {
    Fact fact = make(key, value, unit);
    fact.source = Source::prose;
    report_.facts.push_back(std::move(fact));
    return *this;
  }

  Fact& last() { return report_.facts.back(); }
  Report& report() { return report_; }
  [[nodiscard]] const Report& report() const { return report_; }

  [[nodiscard]] CheckOutcome check(const Report* previous = nullptr, std::vector<std::string> packs = {}) const {
    const auto rules = rules_for(report_.year, report_.format, std::move(packs));
    CheckOptions options;
    options.previous = previous;
    for (const auto& format : all_templates().templates) {
      options.templates.push_back(format.get());
    }
    return run_checks(report_, *rules, options);
  }

 private:
  Fact make(std::string_view key, std::string_view value, std::string_view unit) {
    Fact fact;
    fact.key = parse(key);
    fact.text = report_.store(value);
    fact.unit = report_.store(unit);
    fact.step = Decimal(1);
    fact.status = value.empty() ? Status::blank : value == "/" ? Status::dash : Status::reported;
    if (fact.status == Status::reported) {
      fact.value = Decimal::parse(value);
    }
    return fact;
  }

  ConceptKey parse(std::string_view text) {
    const auto brace = text.find('{');
    ConceptKey key{report_.store(text.substr(0, brace)), {}};
    while (brace != std::string_view::npos && text.size() > brace + 1 && text.back() == '}') {
      auto dims = text.substr(brace + 1, text.size() - brace - 2);
      for (std::size_t from = 0; from < dims.size();) {
        const auto to = std::min(dims.find(',', from), dims.size());
        const auto pair = dims.substr(from, to - from);
        const auto equal = pair.find('=');
        key.dims.set(report_.store(pair.substr(0, equal)), report_.store(pair.substr(equal + 1)));
        from = to + 1;
      }
      break;
    }
    return key;
  }

  Report report_;
};

/// The findings of a rule.
inline std::vector<const Finding*> findings_of(const CheckOutcome& outcome, std::string_view rule) {
  std::vector<const Finding*> found;
  for (const auto& finding : outcome.findings) {
    if (finding.rule == rule) {
      found.push_back(&finding);
    }
  }
  return found;
}

inline const Finding& only(const CheckOutcome& outcome) {
  BOOST_REQUIRE_EQUAL(outcome.findings.size(), 1U);
  return outcome.findings.front();
}

}  // namespace nianbao
