// The state of a conversion while facts are placed: who fills which cell, what is offered to whom.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <nianbao/convert.hpp>

#include "convert/fact_pool.hpp"

namespace nianbao {

/// One use of a fact by a cell.
struct FactUse {
  std::uint32_t cell = 0;
  Fidelity fidelity = Fidelity::exact;
  FactReason why = FactReason::same_concept;
  const MappingRule* rule = nullptr;
};

/// What has been decided about one fact so far.
struct FactUses {
  std::vector<FactUse> placed;
  std::vector<FactUse> offered;
  const MappingRule* spoken_of = nullptr;  ///< a mapping line that names it and could not be computed
};

/// A fact offered to a cell.
struct Offer {
  std::uint32_t fact = 0;
  FactReason why = FactReason::approximate;
  const MappingRule* rule = nullptr;
};

/// What has been decided about one cell so far, beside its ledger entry.
struct CellState {
  bool filled = false;
  std::vector<Offer> offers;               ///< known once the facts are settled
  std::optional<Figure> computed;          ///< the value of a mapping line
  std::string_view unit;                   ///< of `computed`
  const MappingRule* unmapped = nullptr;   ///< the line that says there is nothing to map
  const MappingRule* attempted = nullptr;  ///< the first line that could not be computed
  bool lacking = false;                    ///< it lacks figures; false: its condition does not hold
  Message obstacle;                        ///< why it could not
};

/// Collects the decisions of a conversion, whose forms are known. Facts and cells are named by their index in the
/// ledger.
class Placing {
 public:
  Placing(const FactPool& pool, Conversion& conversion);

  [[nodiscard]] const FactPool& pool() const noexcept { return pool_; }
  [[nodiscard]] Ledger& ledger() noexcept { return ledger_; }
  [[nodiscard]] const std::vector<OutputForm>& forms() const noexcept { return forms_; }
  /// True if the output has the source's own forms.
  [[nodiscard]] bool own_forms() const noexcept { return own_forms_; }
  [[nodiscard]] const OutputForm& form_of(std::uint32_t cell) const noexcept;
  [[nodiscard]] const TemplateCell& template_cell(std::uint32_t cell) const noexcept;
  [[nodiscard]] std::size_t cell_count() const noexcept { return ledger_.cells.size(); }
  [[nodiscard]] LedgerCell& cell(std::uint32_t index) noexcept { return ledger_.cells[index]; }
  [[nodiscard]] CellState& state(std::uint32_t cell) noexcept { return states_[cell]; }
  [[nodiscard]] const FactUses& uses(std::uint32_t fact) const noexcept { return uses_[fact]; }
  /// Cells that print the key; none if the target does not.
  [[nodiscard]] const std::vector<std::uint32_t>& cells_of(const ConceptKey& key) const noexcept;

  /// The cell is filled from this fact.
  void fill(std::uint32_t fact, const FactUse& use);
  /// The fact is offered to the cell; the first reason counts.
  void offer(std::uint32_t fact, const FactUse& use);
  /// A mapping line that could not be computed names the fact.
  void speak_of(std::uint32_t fact, const MappingRule& rule);

 private:
  const FactPool& pool_;
  Ledger& ledger_;
  const std::vector<OutputForm>& forms_;
  bool own_forms_;
  std::vector<FactUses> uses_;
  std::vector<CellState> states_;
  std::unordered_map<ConceptKey, std::vector<std::uint32_t>, ConceptKeyHash> cells_by_key_;
};

/// Fills the cells whose concept the source has: from a table where it has such a table, from prose
/// where it has none. Forms of the source's own are filled from tables only.
void place_same_concepts(Placing& placing);

}  // namespace nianbao
