#include "convert/placing.hpp"

#include <algorithm>

#include "convert/target_cells.hpp"

namespace nianbao {
namespace {

const std::vector<std::uint32_t> kNone;

/// Places the facts of one cell's concept.
class SameConcept {
 public:
  SameConcept(Placing& placing, std::uint32_t cell) : placing_(placing), pool_(placing.pool()), cell_(cell) {
    for (const auto fact : pool_.facts_of(placing.cell(cell).key)) {
      (pool_.fact(fact).source == Source::prose ? prose_ : table_).push_back(fact);
    }
  }

  void place() {
    offer_uncertain();
    if (const auto fact = best_of_tables()) {
      placing_.fill(*fact, {cell_, Fidelity::exact, FactReason::same_concept, nullptr});
    } else if (!table_.empty() || pool_.table_has(placing_.cell(cell_).key) || placing_.own_forms()) {
      offer_prose(FactReason::beside_table);
    } else {
      place_prose();
    }
  }

 private:
  [[nodiscard]] bool certain(std::uint32_t fact) const {
    return !pool_.obstacle(fact) && pool_.fact(fact).status != Status::blank;
  }
  [[nodiscard]] bool same_meaning(std::uint32_t fact) const {
    return placing_.own_forms() || pool_.meaning(fact) == placing_.template_cell(cell_).meaning;
  }
  /// A form of the cell's format itself before the report's own, and that before any other.
  [[nodiscard]] int rank(std::uint32_t fact) const {
    const auto& read = pool_.fact(fact);
    if (read.form == Fact::kNoForm) {
      return 2;
    }
    const auto& format = pool_.source().forms[read.form].format;
    return format == placing_.form_of(cell_).format->id ? 0 : (format == pool_.source().format ? 1 : 2);
  }

  void offer_uncertain() {
    for (const auto* facts : {&table_, &prose_}) {
      for (const auto fact : *facts) {
        const auto obstacle = pool_.obstacle(fact);
        if (obstacle && pool_.fact(fact).status != Status::blank) {
          placing_.offer(fact, {cell_, Fidelity::exact, *obstacle, nullptr});
        } else if (certain(fact) && !same_meaning(fact)) {
          placing_.offer(fact, {cell_, Fidelity::approximate, FactReason::other_meaning, nullptr});
        }
      }
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> best_of_tables() const {
    std::optional<std::uint32_t> best;
    for (const auto fact : table_) {
      if (certain(fact) && same_meaning(fact) && (!best || rank(fact) < rank(*best))) {
        best = fact;
      }
    }
    return best;
  }

  void offer_prose(FactReason why) {
    for (const auto fact : prose_) {
      if (certain(fact)) {
        placing_.offer(fact, {cell_, Fidelity::exact, why, nullptr});
      }
    }
  }

  /// Sentences fill a cell where they agree.
  void place_prose() {
    std::optional<std::uint32_t> first;
    for (const auto fact : prose_) {
      if (!certain(fact) || !same_meaning(fact) || !pool_.fact(fact).value) {
        continue;
      }
      if (first && pool_.fact(*first).value != pool_.fact(fact).value) {
        offer_prose(FactReason::differs);
        return;
      }
      first = first ? first : fact;
    }
    if (first) {
      placing_.fill(*first, {cell_, Fidelity::exact, FactReason::same_concept, nullptr});
    }
  }

  Placing& placing_;
  const FactPool& pool_;
  std::uint32_t cell_;
  std::vector<std::uint32_t> table_, prose_;
};

}  // namespace

Placing::Placing(const FactPool& pool, Conversion& conversion)
    : pool_(pool),
      ledger_(conversion.ledger),
      forms_(conversion.forms),
      own_forms_(conversion.own_forms),
      uses_(pool.source().facts.size()),
      states_(ledger_.cells.size()) {
  for (std::uint32_t i = 0; i < ledger_.cells.size(); ++i) {
    cells_by_key_[ledger_.cells[i].key].push_back(i);
  }
}

const OutputForm& Placing::form_of(std::uint32_t cell) const noexcept {
  return *find_form(forms_, ledger_.cells[cell].form, ledger_.cells[cell].instance);
}

const TemplateCell& Placing::template_cell(std::uint32_t cell) const noexcept {
  return nianbao::template_cell(forms_, ledger_.cells[cell]);
}

const std::vector<std::uint32_t>& Placing::cells_of(const ConceptKey& key) const noexcept {
  const auto it = cells_by_key_.find(key);
  return it == cells_by_key_.end() ? kNone : it->second;
}

void Placing::fill(std::uint32_t fact, const FactUse& use) {
  uses_[fact].placed.push_back(use);
  auto& entry = cell(use.cell);
  auto& filled = states_[use.cell].filled;
  // The worst of what it is made of: all facts of one mapping line bring the same.
  entry.fidelity = use.fidelity;
  entry.rule = use.rule == nullptr ? std::string{} : use.rule->id;
  entry.facts.push_back(fact);
  entry.from_prose = entry.from_prose || pool_.fact(fact).source == Source::prose;
  entry.suspect = entry.suspect || pool_.fact(fact).reading == Reading::suspect;
  filled = true;
}

void Placing::offer(std::uint32_t fact, const FactUse& use) {
  auto& offered = uses_[fact].offered;
  const auto already = [&](const FactUse& other) { return other.cell == use.cell; };
  if (std::none_of(offered.begin(), offered.end(), already)) {
    offered.push_back(use);
  }
}

void Placing::speak_of(std::uint32_t fact, const MappingRule& rule) {
  if (uses_[fact].spoken_of == nullptr) {
    uses_[fact].spoken_of = &rule;
  }
}

void place_same_concepts(Placing& placing) {
  for (std::uint32_t cell = 0; cell < placing.cell_count(); ++cell) {
    SameConcept(placing, cell).place();
  }
}

}  // namespace nianbao
