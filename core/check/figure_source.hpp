// Facts of a report as the figures that rules ask for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <nianbao/expression.hpp>
#include <nianbao/sdk/report.hpp>

#include "check/cell_index.hpp"
#include "check/key_table.hpp"

namespace nianbao::check {

/// The cells that forms of a template prescribe in one instance; the first instance has no name.
struct FormCells {
  std::shared_ptr<const CellIndex> cells;
  std::vector<bool> forms;  ///< by their index in the template
  std::string_view instance;
};

/// outcome.denied of outcome.denied.state_secret: concepts of one family add up to each other.
[[nodiscard]] std::string_view family_of(std::string_view id);

/// Some facts of one report, by concept and dimensions. Facts of other years and blanks of lost cells
/// are no figures. Not thread-safe.
class FigureSource : public ValueSource {
 public:
  /// `cells` are those the forms have, also where the document lost them.
  FigureSource(const Report& report, std::vector<std::uint32_t> facts, std::vector<FormCells> cells,
               const ConceptCatalog& concepts, const ValueSource* previous);
  FigureSource(const FigureSource&) = delete;
  FigureSource& operator=(const FigureSource&) = delete;

  /// Cells of these families of concepts alone count; sorted.
  void limit_cells_to(std::vector<std::string_view> families) { families_ = std::move(families); }

  [[nodiscard]] Figure figure(const ConceptKey& key) const override;
  [[nodiscard]] const ValueSource* previous() const override { return previous_; }
  [[nodiscard]] const std::vector<const ValueSource*>* units() const override { return units_; }
  [[nodiscard]] bool contains(const ConceptKey& key) const override;
  [[nodiscard]] bool may_have(std::string_view id) const override;
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override;

  /// Indices of the facts with this key, in the order of the report; empty if there are none.
  [[nodiscard]] std::span<const std::uint32_t> facts_with(const ConceptKey& key) const;
  [[nodiscard]] const std::vector<std::uint32_t>& facts() const noexcept { return facts_; }
  /// ConceptKeyHash of the keys of facts(), in their order.
  [[nodiscard]] const std::vector<std::size_t>& hashes() const noexcept { return hashes_; }
  [[nodiscard]] const Report& report() const noexcept { return report_; }

  /// The reports of the units below; they outlive this one.
  void set_units(const std::vector<const ValueSource*>* units) { units_ = units; }

  /// From now on the blank fact counts as 0.
  void assume_zero(std::uint32_t fact) { zeros_.insert(fact); }
  [[nodiscard]] bool assumed_zero(std::uint32_t fact) const { return zeros_.count(fact) != 0; }

  /// One fact as a figure, in the concept's canonical unit.
  [[nodiscard]] Figure figure_of(std::uint32_t fact) const;
  /// The same where the caller knows that unit.
  [[nodiscard]] Figure figure_in(std::uint32_t fact, std::string_view unit) const;

 private:
  /// The facts of one key: one in facts_, as nearly always, or several in repeated_.
  struct Entry {
    std::uint32_t at = 0;
    bool repeated = false;
  };

  void add(std::uint32_t at);
  [[nodiscard]] const ConceptKey& key_of(std::uint32_t entry) const noexcept;
  [[nodiscard]] std::span<const std::uint32_t> facts_with(const ConceptKey& key, std::size_t hash) const;
  [[nodiscard]] bool is_prescribed(const ConceptKey& key, std::size_t hash) const;
  [[nodiscard]] bool is_prescribed(const ConceptKey& key, std::size_t hash, std::string_view instance) const;
  [[nodiscard]] bool in_families(std::string_view id) const;
  [[nodiscard]] const std::vector<std::string_view>& stated_ids() const;

  const Report& report_;
  const ConceptCatalog& concepts_;
  const ValueSource* previous_;
  const std::vector<const ValueSource*>* units_ = nullptr;
  std::vector<std::uint32_t> facts_;
  std::vector<std::size_t> hashes_;
  std::vector<FormCells> cells_;
  std::optional<std::vector<std::string_view>> families_;
  std::vector<Entry> entries_;
  std::vector<std::vector<std::uint32_t>> repeated_;
  KeyTable by_key_;  ///< numbers of entries
  mutable std::optional<std::vector<std::string_view>>
      stated_ids_;  ///< of the facts, sorted, each once; made on demand
  std::unordered_set<std::uint32_t> zeros_;
};

}  // namespace nianbao::check
