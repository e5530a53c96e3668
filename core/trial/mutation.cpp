// One wrong digit at a time: does a check catch it?
#include <algorithm>
#include <iterator>
#include <string>

#include <nianbao/check.hpp>
#include <nianbao/rule_trial.hpp>

#include "check/run.hpp"
#include "trial/consistent_report.hpp"
#include "trial/form_cells.hpp"
#include "trial/form_relations.hpp"

namespace nianbao {
namespace {

constexpr std::uint32_t kAttempts = 20;

/// The number with every digit replaced by every other one.
std::vector<std::int64_t> wrong_digits(std::int64_t value) {
  std::vector<std::int64_t> wrong;
  const auto text = std::to_string(value);
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      auto changed = text;
      changed[i] = digit;
      if (digit != text[i]) {
        wrong.push_back(std::stoll(changed));
      }
    }
  }
  return wrong;
}

class Mutator {
 public:
  Mutator(const std::shared_ptr<const RuleSet>& rules, const std::vector<const Template*>& templates)
      : rules_(rules), plan_(rules, templates) {
    options_.templates = templates;
    options_.plan = &plan_;
  }

  [[nodiscard]] bool caught(const Report& report) const {
    return !run_checks(report, *rules_, options_).findings.empty();
  }

  void mutate(Report& report, MutationRun& run) const {
    for (const auto& form : report.forms) {
      run.forms.push_back({form.id, 0, 0, {}});
    }
    for (auto& fact : report.facts) {
      auto& score = run.forms[fact.form];
      const auto right = *fact.value;
      const auto before = score.changed - score.caught;
      for (const auto value : wrong_digits(static_cast<std::int64_t>(right.coefficient()))) {
        fact.value = Decimal(value);
        ++score.changed;
        score.caught += caught(report) ? 1 : 0;
      }
      fact.value = right;
      if (score.changed - score.caught > before) {
        score.escaped.push_back(fact.key);
      }
    }
  }

 private:
  std::shared_ptr<const RuleSet> rules_;
  CheckPlan plan_;
  CheckOptions options_;
};

MutationRun mutate_generation(const Mutator& mutator, const std::shared_ptr<const RuleSet>& rules,
                              const Template& format, const std::vector<const Template*>& templates,
                              const YearRange& generation, std::uint32_t seed) {
  const int year = year_in(generation);
  const FormCells cells(format, year);
  const auto relations = relations_of(*rules, format, templates, year, cells);
  MutationRun run;
  run.format = &format;
  run.generation = generation;
  for (std::uint32_t attempt = 0; attempt < kAttempts && !run.consistent; ++attempt) {
    const auto values = consistent_values(cells.keys(), relations, seed + attempt);
    if (!values) {
      continue;
    }
    auto report = filled_report(format, cells.keys(), *values, rules->concepts());
    report.year = year != 0 ? year : report.year;
    run.consistent = !mutator.caught(report);
    if (run.consistent) {
      mutator.mutate(report, run);
    }
  }
  return run;
}

}  // namespace

std::vector<MutationRun> mutate_reports(const std::shared_ptr<const RuleSet>& rules, const Template& format,
                                        const std::vector<const Template*>& templates, std::uint32_t seed) {
  const Mutator mutator(rules, templates);
  std::vector<MutationRun> runs;
  for (const auto& generation : generations_of(format)) {
    runs.push_back(mutate_generation(mutator, rules, format, templates, generation, seed));
  }
  return runs;
}

}  // namespace nianbao
