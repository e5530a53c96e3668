#include "convert/settle.hpp"

#include <algorithm>

#include "convert/wording.hpp"

namespace nianbao {
namespace {

ConceptKey without_instance(const ConceptKey& key) {
  ConceptKey result = key;
  result.dims.erase("instance");
  return result;
}

bool better(const FactUse& a, const FactUse& b) { return a.fidelity < b.fidelity; }

class FactSettler {
 public:
  explicit FactSettler(Placing& placing) : placing_(placing), pool_(placing.pool()) {}

  void settle(std::uint32_t index) {
    const auto& uses = placing_.uses(index);
    auto& entry = placing_.ledger().facts[index];
    if (!uses.placed.empty()) {
      use(entry, FactFate::placed, uses.placed);
    } else if (pool_.fact(index).status == Status::blank) {
      entry.fate = FactFate::blank;
      entry.why = FactReason::source_blank;
    } else if (const auto same = placed_twin(index); same && repeats(index, *same)) {
      entry.fate = FactFate::same_as;
      entry.why = FactReason::already_placed;
      entry.same_as = *same;
    } else if (stays_in_text(index)) {
      entry.fate = FactFate::placed;
      entry.why = FactReason::in_text;
    } else if (!uses.offered.empty()) {
      use(entry, FactFate::offered, uses.offered);
      correct_reason(index, entry, same.has_value());
    } else if (same && !pool_.obstacle(index)) {
      offer_to_cells_of(entry, *same, FactReason::differs);
    } else if (!offer_without_span(index, entry)) {
      entry.fate = FactFate::unplaced;
      rule_ = uses.spoken_of;
      entry.why = rule_ == nullptr ? FactReason::no_concept : FactReason::not_assessable;
    }
    entry.rule = rule_ == nullptr ? std::string{} : rule_->id;
    entry.reason = wording::fact_reason(entry.why, pool_.fact(index), pool_.source(), rule_);
    list_offers(index, entry);
    rule_ = nullptr;
  }

 private:
  void use(LedgerFact& entry, FactFate fate, const std::vector<FactUse>& uses) {
    const auto& best = *std::min_element(uses.begin(), uses.end(), better);
    entry.fate = fate;
    entry.why = best.why;
    entry.fidelity = best.fidelity;
    rule_ = best.rule;
    for (const auto& use : uses) {
      entry.cells.push_back(use.cell);
    }
  }

  /// The placed fact that stands for the same concept, if there is one.
  [[nodiscard]] std::optional<std::uint32_t> placed_twin(std::uint32_t index) const {
    for (const auto other : pool_.facts_of(pool_.key(index))) {
      if (other != index && !placing_.uses(other).placed.empty()) {
        return other;
      }
    }
    return std::nullopt;
  }

  /// True if the fact says what the placed one says. A scope that only the sentence states does not
  /// make it another figure.
  [[nodiscard]] bool repeats(std::uint32_t index, std::uint32_t placed) const {
    const auto obstacle = pool_.obstacle(index);
    const bool only_scope = obstacle == FactReason::other_scope && pool_.source().coverage.scope == Scope::unknown;
    const auto& a = pool_.fact(index);
    const auto& b = pool_.fact(placed);
    return (!obstacle || only_scope) && a.value == b.value && (a.unit == b.unit || !a.value);
  }

  /// With the source's own forms the narrative stays as well, and the sentence's figure with it. Only for a cell
  /// that is blank a person may want it.
  [[nodiscard]] bool stays_in_text(std::uint32_t index) const {
    const auto& fact = pool_.fact(index);
    if (!placing_.own_forms() || fact.source != Source::prose) {
      return false;
    }
    const auto& offered = placing_.uses(index).offered;
    const bool wanted = std::any_of(offered.begin(), offered.end(),
                                    [&](const FactUse& use) { return !placing_.state(use.cell).filled; });
    const auto& omissions = placing_.ledger().omissions;
    return !wanted && std::none_of(omissions.begin(), omissions.end(), [&](const LedgerOmission& omission) {
      return omission.kind == LedgerOmission::Kind::structure_sentence && omission.at.block == fact.at.block &&
             omission.text.find(fact.text) != std::string::npos;
    });
  }

  /// Prose beside a table whose cell is filled differs from it.
  void correct_reason(std::uint32_t index, LedgerFact& entry, bool twin_placed) const {
    if (twin_placed && !pool_.obstacle(index) && entry.why == FactReason::beside_table) {
      entry.why = FactReason::differs;
    }
  }

  void offer_to_cells_of(LedgerFact& entry, std::uint32_t placed, FactReason why) {
    entry.fate = FactFate::offered;
    entry.why = why;
    entry.fidelity = Fidelity::exact;
    for (const auto& use : placing_.uses(placed).placed) {
      entry.cells.push_back(use.cell);
    }
  }

  /// An accumulated figure is offered where the year's figure has its cell.
  bool offer_without_span(std::uint32_t index, LedgerFact& entry) {
    ConceptKey key = pool_.key(index);
    if (key.dims.get("span").empty()) {
      return false;
    }
    key.dims.erase("span");
    const auto& cells = placing_.cells_of(key);
    if (cells.empty()) {
      return false;
    }
    entry.fate = FactFate::offered;
    entry.why = FactReason::cumulative;
    entry.fidelity = Fidelity::approximate;
    entry.cells = cells;
    return true;
  }

  /// Tells the cells what is offered to them; also by a fact that has a better use elsewhere.
  void list_offers(std::uint32_t index, const LedgerFact& entry) {
    if (entry.fate == FactFate::offered) {
      for (const auto cell : entry.cells) {
        placing_.state(cell).offers.push_back({index, entry.why, rule_});
      }
    } else if (entry.fate == FactFate::placed) {
      for (const auto& use : placing_.uses(index).offered) {
        placing_.state(use.cell).offers.push_back({index, use.why, use.rule});
      }
    }
  }

  Placing& placing_;
  const FactPool& pool_;
  const MappingRule* rule_ = nullptr;
};

class CellSettler {
 public:
  CellSettler(Placing& placing, const RuleSet& rules) : placing_(placing), rules_(rules) {}

  void settle(std::uint32_t index) {
    auto& cell = placing_.cell(index);
    const auto& state = placing_.state(index);
    for (const auto& offer : state.offers) {
      cell.offered.push_back(offer.fact);
    }
    if (state.filled) {
      cell.value = value_of(index, state);
      tell_of_source(cell);
      return;
    }
    const bool lost = placing_.pool().facts_of(cell.key).empty();
    cell.blank = reason_of(cell, state);
    cell.reason = wording::blank_reason(*cell.blank, state, lost, !placing_.pool().source().forms.empty());
    cell.absent = lost && placing_.own_forms() && source_has(placing_.form_of(index));
    if (cell.blank == BlankReason::offered_only) {
      tell_of_offer(cell, state.offers.front());
      cell.suspect = std::any_of(state.offers.begin(), state.offers.end(),
                                 [](const Offer& offer) { return offer.why == FactReason::suspect; });
    }
  }

 private:
  /// The unit the form asks for: stated, or the concept's.
  [[nodiscard]] std::string_view unit_asked(std::uint32_t cell) const {
    const auto stated = placing_.template_cell(cell).unit;
    const auto* info = stated.empty() ? rules_.concepts().find(placing_.cell(cell).key.id) : nullptr;
    return info == nullptr ? stated : info->unit;
  }

  [[nodiscard]] std::string value_of(std::uint32_t cell, const CellState& state) const {
    const auto& fact = placing_.pool().fact(placing_.cell(cell).facts.front());
    const auto asked = unit_asked(cell);
    if (state.computed) {
      return wording::printed(state.computed->value, state.unit, {}, asked, rules_.concepts());
    }
    if (fact.status == Status::dash || (placing_.own_forms() && !fact.text.empty())) {
      return fact.text.empty() ? "/" : std::string(fact.text);
    }
    return wording::printed(fact.value.value_or(Decimal{}), fact.unit, fact.note, asked, rules_.concepts());
  }

  /// What must be known of a figure that stands in its cell.
  void tell_of_source(LedgerCell& cell) const {
    const auto& pool = placing_.pool();
    if (cell.from_prose) {
      put_before(wording::from_prose(), cell.reason);
    }
    if (cell.suspect) {
      put_before(wording::fact_reason(FactReason::suspect, pool.fact(cell.facts.front()), pool.source(), nullptr),
                 cell.reason);
    }
  }

  static void put_before(const Message& first, Message& reason) {
    reason = {first.zh + (reason.zh.empty() ? "" : "；" + reason.zh),
              first.en + (reason.en.empty() ? "" : "; " + reason.en)};
  }

  [[nodiscard]] bool source_has(const OutputForm& form) const {
    const auto& read = placing_.pool().source().forms;
    return std::any_of(read.begin(), read.end(), [&](const Form& one) {
      return one.id == form.form->id && one.format == form.format->id && one.instance == form.instance;
    });
  }

  void tell_of_offer(LedgerCell& cell, const Offer& offer) const {
    const auto& pool = placing_.pool();
    const auto reason = wording::fact_reason(offer.why, pool.fact(offer.fact), pool.source(), offer.rule);
    cell.reason.zh += "：" + reason.zh;
    cell.reason.en += ": " + reason.en;
    cell.rule = offer.rule == nullptr ? std::string{} : offer.rule->id;
  }

  [[nodiscard]] BlankReason reason_of(const LedgerCell& cell, const CellState& state) const {
    if (!cell.offered.empty()) {
      return BlankReason::offered_only;
    }
    if (placing_.pool().format_has(without_instance(cell.key))) {
      return BlankReason::source_blank;
    }
    // A line that says there is nothing to map explains more than a condition that does not hold.
    const bool explained = state.unmapped != nullptr && !state.lacking;
    return state.attempted != nullptr && !explained ? BlankReason::not_assessable : BlankReason::no_concept;
  }

  Placing& placing_;
  const RuleSet& rules_;
};

}  // namespace

void settle(Placing& placing, const RuleSet& rules, Language language) {
  auto& ledger = placing.ledger();
  FactSettler facts(placing);
  for (std::uint32_t i = 0; i < ledger.facts.size(); ++i) {
    facts.settle(i);
    ledger.facts[i].name = wording::name(rules, ledger.facts[i].fact.key, language);
  }
  CellSettler cells(placing, rules);
  for (std::uint32_t i = 0; i < ledger.cells.size(); ++i) {
    cells.settle(i);
  }
}

}  // namespace nianbao
