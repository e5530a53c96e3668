#include <nianbao/check.hpp>

#include <algorithm>
#include <cassert>

#include "check/last_year.hpp"
#include "check/plan.hpp"
#include "check/run.hpp"

namespace nianbao {
namespace {

/// The formats in whose words the prose speaks: those of the report's forms, else those of its year.
std::vector<const Template*> generation_of(const Report& report, const std::vector<const Template*>& templates) {
  std::vector<const Template*> found;
  for (const auto* format : templates) {
    const bool used = std::any_of(report.forms.begin(), report.forms.end(),
                                  [&](const Form& form) { return form.format == format->id; });
    if (used) {
      found.push_back(format);
    }
  }
  if (!found.empty() || report.year == 0) {
    return found;
  }
  std::copy_if(templates.begin(), templates.end(), std::back_inserter(found), [&](const Template* format) {
    return !format->forms.empty() && format->in_force.contains(report.year);
  });
  return found;
}

/// The reports of the units below, as rules ask for them.
class Units {
 public:
  Units(const std::vector<const Report*>& reports, const ConceptCatalog& concepts) {
    for (const auto* report : reports) {
      figures_.push_back(check::all_table_figures(*report, concepts));
      sources_.push_back(figures_.back().get());
    }
  }
  void give_to(std::vector<check::TableFigures>& tables) const {
    for (const auto& table : tables) {
      table.source->set_units(sources_.empty() ? nullptr : &sources_);
    }
  }

 private:
  std::vector<std::unique_ptr<check::FigureSource>> figures_;
  std::vector<const ValueSource*> sources_;
};

}  // namespace

CheckOutcome run_checks(const Report& report, const RuleSet& rules, const CheckOptions& options) {
  assert(options.plan == nullptr || options.plan->state().rules.get() == &rules);
  CheckOutcome outcome;
  const auto& concepts = rules.concepts();
  const check::CellNames names(report, options.templates, concepts, options.plan);
  std::unique_ptr<check::FigureSource> previous;
  std::optional<check::CellNames> previous_names;
  auto judged = options.previous != nullptr ? check::judge_last_year(report, *options.previous) : check::LastYear{};
  outcome.remarks = std::move(judged.warnings);
  if (options.previous != nullptr && judged.usable) {
    previous = check::all_table_figures(*options.previous, concepts);
    previous_names.emplace(*options.previous, options.templates, concepts, options.plan);
  }
  const auto generation = generation_of(report, options.templates);
  const check::CellIndexes indexes(options.plan);
  const auto prose = check::prose_figures(report, concepts, generation, indexes);
  check::Run run{report,
                 rules,
                 options.plan,
                 options.templates,
                 generation,
                 names,
                 previous_names ? &*previous_names : nullptr,
                 previous.get(),
                 !options.units.empty(),
                 check::table_figures(report, concepts, options.templates, indexes, previous.get()),
                 *prose,
                 outcome};
  const Units units(options.units, concepts);
  units.give_to(run.tables);
  check::assume_proven_zeros(run);
  check::check_rules(run);
  check::check_prose_bounds(run);
  check::check_prose_against_tables(run);
  check::check_claims(run);
  check::note_blank_blocks(run);
  return outcome;
}

}  // namespace nianbao
