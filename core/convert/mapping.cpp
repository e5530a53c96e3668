#include "convert/mapping.hpp"

#include <algorithm>

#include "convert/wording.hpp"
#include "rules/fact_figure.hpp"

namespace nianbao {
namespace {

/// The format of a report without any form.
constexpr std::string_view kProse = "prose";

/// The source's figures for expressions: a table's, prose where the report has no such table; only
/// what is certain is known.
class MappingFigures : public ValueSource {
 public:
  MappingFigures(const FactPool& pool, const ConceptCatalog& catalog)
      : pool_(pool), catalog_(catalog), keys_(pool.keys()) {}

  /// Figures a form prints with another meaning of the concept are known to lines for that concept only.
  void look_for(std::string_view concept_id) { wanted_ = concept_id; }

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return keys_.contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    keys_.ids_below(prefix, deep, dims, ids);
  }

  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    Figure result;
    if (pool_.table_has(key)) {
      result.state = FigureState::blank;
    }
    for (const auto fact : pool_.facts_of(key)) {
      const bool prose = pool_.fact(fact).source == Source::prose;
      if (prose && pool_.table_has(key)) {
        continue;
      }
      const Figure found = read(key, fact);
      if (found.state == FigureState::known && result.state == FigureState::known) {
        if (found.value != result.value) {
          result.state = FigureState::unsettled;
          return result;
        }
      } else if (found.state == FigureState::known || result.state == FigureState::absent ||
                 result.state == FigureState::blank) {
        result = found;
      }
    }
    return result;
  }

 private:
  [[nodiscard]] Figure read(const ConceptKey& key, std::uint32_t index) const {
    const auto& fact = pool_.fact(index);
    Figure figure;
    figure.fact = index;
    if (fact.status == Status::blank || fact.status == Status::dash) {
      figure.state = fact.status == Status::blank ? FigureState::blank : FigureState::dash;
      return figure;
    }
    figure.state = FigureState::unsettled;
    const auto* info = catalog_.find(key.id);
    const auto shift = info == nullptr ? std::optional<int>(0) : catalog_.unit_shift(fact.unit, info->unit);
    const bool meant = pool_.meaning(index).empty() || key.id == wanted_;
    if (!pool_.obstacle(index) && meant) {
      take_value(fact, shift, figure);
    }
    return figure;
  }

  const FactPool& pool_;
  const ConceptCatalog& catalog_;
  KeyList keys_;
  std::string_view wanted_;
};

/// Formats by id, with those they extend.
std::vector<std::string_view> with_bases(std::vector<std::string_view> ids, const std::vector<const Template*>& known) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    for (const auto* format : known) {
      if (format->id == ids[i] && !format->extends.empty() &&
          std::find(ids.begin(), ids.end(), format->extends) == ids.end()) {
        ids.push_back(format->extends);
      }
    }
  }
  return ids;
}

bool any_of_these(const std::vector<std::string>& wanted, const std::vector<std::string_view>& ids) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& id) {
           return std::find(ids.begin(), ids.end(), id) != ids.end();
         });
}

/// The round of `each` in which the line's `to` is this key; none if it never is.
std::optional<Binding> round_for(const MappingRule& rule, const ConceptKey& key) {
  if (rule.to.id != key.id) {
    return std::nullopt;
  }
  Binding binding;
  binding.concept_id = key.id;
  binding.each.assign(rule.each.begin(), rule.each.end());
  for (const auto& dimension : key.dims) {
    const auto stated = rule.to.dims.get(dimension.name);
    const bool runs = std::find(rule.each.begin(), rule.each.end(), dimension.name) != rule.each.end();
    if (runs) {
      binding.dims.set(dimension.name, dimension.member);
    } else if (stated != dimension.member) {
      return std::nullopt;
    }
  }
  for (const auto& dimension : rule.to.dims) {
    if (key.dims.get(dimension.name) != dimension.member) {
      return std::nullopt;
    }
  }
  return binding;
}

class Mapper {
 public:
  Mapper(Placing& placing, const Template& target, const RuleSet& rules, const ConvertOptions& options)
      : placing_(placing), rules_(rules), options_(options), figures_(placing.pool(), rules.concepts()) {
    std::vector<std::string_view> from{placing.pool().source().format};
    for (const auto& form : placing.pool().source().forms) {
      from.push_back(form.format);
    }
    if (placing.pool().source().forms.empty()) {
      from.push_back(kProse);
    }
    from = with_bases(std::move(from), options.templates);
    const auto own = with_bases({from.front()}, options.templates);
    auto known = options.templates;
    known.push_back(&target);
    const auto to = with_bases({target.id}, known);
    for (const auto& rule : rules.mappings()) {
      // Figures of any form can be mapped; why there are none is a matter of the report's own format.
      if (any_of_these(rule.from_formats, rule.from != nullptr ? from : own) && any_of_these(rule.to_formats, to)) {
        lines_.push_back(&rule);
      }
    }
  }

  void map(std::uint32_t cell) {
    const auto& key = placing_.cell(cell).key;
    const bool other_meaning = !placing_.template_cell(cell).meaning.empty();
    if (placing_.state(cell).filled || (placing_.pool().table_has(key) && !other_meaning && !printed_otherwise(key))) {
      return;
    }
    figures_.look_for(key.id);
    for (const auto* line : lines_) {
      if (const auto binding = round_for(*line, key)) {
        if (try_line(cell, *line, *binding)) {
          return;
        }
      }
    }
  }

 private:
  /// True if a form of the source prints the concept with a meaning of its own.
  [[nodiscard]] bool printed_otherwise(const ConceptKey& key) const {
    const auto& facts = placing_.pool().facts_of(key);
    return std::any_of(facts.begin(), facts.end(),
                       [&](std::uint32_t fact) { return !placing_.pool().meaning(fact).empty(); });
  }

  /// True if the cell is settled by the line.
  bool try_line(std::uint32_t cell, const MappingRule& line, const Binding& binding) {
    if (line.when != nullptr) {
      const auto condition = line.when->evaluate(figures_, binding);
      if (condition.truth != true) {
        if (!condition.not_applicable && line.from != nullptr) {
          give_up(cell, line, condition);
          speak_of_operands(line, line.from->evaluate(figures_, binding));
        }
        return false;
      }
    }
    if (line.from == nullptr) {
      placing_.state(cell).unmapped = &line;
      return true;
    }
    const auto outcome = line.from->evaluate(figures_, binding);
    if (outcome.not_applicable) {
      return false;
    }
    if (!outcome.value || turned_negative(outcome) || known_facts(outcome).empty()) {
      give_up(cell, line, outcome);
      return false;
    }
    return use(cell, line, outcome);
  }

  /// A count computed from counts is never below zero; such figures contradict each other.
  static bool turned_negative(const Evaluation& outcome) {
    return outcome.value->is_negative() &&
           std::none_of(outcome.operands.begin(), outcome.operands.end(),
                        [](const Operand& operand) { return operand.figure.value.is_negative(); });
  }

  static std::vector<std::uint32_t> known_facts(const Evaluation& outcome) {
    std::vector<std::uint32_t> facts;
    for (const auto& operand : outcome.operands) {
      if (operand.figure.state == FigureState::known && operand.figure.fact != Figure::npos) {
        facts.push_back(operand.figure.fact);
      }
    }
    return facts;
  }

  void give_up(std::uint32_t cell, const MappingRule& line, const Evaluation& outcome) {
    auto& state = placing_.state(cell);
    if (state.attempted == nullptr) {
      state.attempted = &line;
      state.lacking = outcome.truth != false;
      state.obstacle = wording::not_assessable(rules_, line, outcome);
    }
    speak_of_operands(line, outcome);
  }

  void speak_of_operands(const MappingRule& line, const Evaluation& outcome) {
    for (const auto& operand : outcome.operands) {
      if (operand.figure.fact != Figure::npos) {
        placing_.speak_of(operand.figure.fact, line);
      }
    }
  }

  bool use(std::uint32_t cell, const MappingRule& line, const Evaluation& outcome) {
    if (placing_.own_forms() || line.fidelity > options_.place) {
      const auto why = line.fidelity == Fidelity::approximate ? FactReason::approximate : FactReason::held_back;
      for (const auto fact : known_facts(outcome)) {
        placing_.offer(fact, {cell, line.fidelity, why, &line});
      }
      return false;
    }
    for (const auto fact : known_facts(outcome)) {
      placing_.fill(fact, {cell, line.fidelity, FactReason::mapping, &line});
    }
    auto& state = placing_.state(cell);
    const auto* info = rules_.concepts().find(line.to.id);
    state.computed =
        Figure{FigureState::known, *outcome.value, outcome.step.value_or(Decimal(1)), Qualifier::none, Figure::npos};
    state.unit = info == nullptr ? std::string_view{} : info->unit;
    placing_.cell(cell).formula = wording::formula(rules_, line, outcome, options_.language);
    placing_.cell(cell).reason = line.note;
    return true;
  }

  Placing& placing_;
  const RuleSet& rules_;
  const ConvertOptions& options_;
  MappingFigures figures_;
  std::vector<const MappingRule*> lines_;
};

}  // namespace

void place_mappings(Placing& placing, const Template& target, const RuleSet& rules, const ConvertOptions& options) {
  Mapper mapper(placing, target, rules, options);
  for (std::uint32_t cell = 0; cell < placing.cell_count(); ++cell) {
    mapper.map(cell);
  }
}

}  // namespace nianbao
