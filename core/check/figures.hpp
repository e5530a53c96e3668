// Facts of a report as the figures that rules ask for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <nianbao/expression.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao::check {

/// Some facts of one report, by concept and dimensions. Facts of other years and blanks of lost cells
/// are no figures. Not thread-safe while zeros are assumed.
class FigureSource : public ValueSource {
 public:
  /// `cells` are the keys the form has, also where the document lost them.
  FigureSource(const Report& report, const std::vector<std::uint32_t>& facts, std::vector<ConceptKey> cells,
               const ConceptCatalog& concepts, const ValueSource* previous);
  FigureSource(const FigureSource&) = delete;
  FigureSource& operator=(const FigureSource&) = delete;

  [[nodiscard]] Figure figure(const ConceptKey& key) const override;
  [[nodiscard]] const ValueSource* previous() const override { return previous_; }
  [[nodiscard]] const std::vector<const ValueSource*>* units() const override { return units_; }
  [[nodiscard]] bool contains(const ConceptKey& key) const override { return by_key_.count(&key) != 0; }
  [[nodiscard]] bool may_have(std::string_view id) const override {
    return std::binary_search(ids_.begin(), ids_.end(), id);
  }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override;

  /// Indices of the facts with this key, in the order of the report; empty if there are none.
  [[nodiscard]] const std::vector<std::uint32_t>& facts_with(const ConceptKey& key) const;
  [[nodiscard]] const std::vector<std::uint32_t>& facts() const noexcept { return facts_; }
  [[nodiscard]] const Report& report() const noexcept { return report_; }

  /// The reports of the units below; they outlive this one.
  void set_units(const std::vector<const ValueSource*>* units) { units_ = units; }

  /// From now on the blank fact counts as 0.
  void assume_zero(std::uint32_t fact) { zeros_.insert(fact); }
  [[nodiscard]] bool assumed_zero(std::uint32_t fact) const { return zeros_.count(fact) != 0; }

  /// One fact as a figure, in the concept's canonical unit.
  [[nodiscard]] Figure figure_of(std::uint32_t fact) const;

 private:
  struct HashKey {
    std::size_t operator()(const ConceptKey* key) const noexcept { return ConceptKeyHash()(*key); }
  };
  struct SameKey {
    bool operator()(const ConceptKey* a, const ConceptKey* b) const noexcept { return *a == *b; }
  };

  const Report& report_;
  const ConceptCatalog& concepts_;
  const ValueSource* previous_;
  const std::vector<const ValueSource*>* units_ = nullptr;
  std::vector<std::uint32_t> facts_;
  std::vector<ConceptKey> cells_;
  /// Every key there is, of facts and cells, with its facts; looked up only, never iterated. Most have one fact or
  /// none.
  std::unordered_map<const ConceptKey*, std::vector<std::uint32_t>, HashKey, SameKey> by_key_;
  std::vector<std::string_view> ids_;  ///< of all keys, sorted, each once
  std::unordered_set<std::uint32_t> zeros_;
};

/// The figures of all forms of one format, and the frames in which its rules run: one for each
/// instance and span at hand.
struct TableFigures {
  std::string_view format;
  std::unique_ptr<FigureSource> source;
  std::vector<Dims> frames;
};

/// True if the fact is of the report's own year.
[[nodiscard]] bool of_report_year(const Fact& fact, const Report& report) noexcept;

/// The tables of a report, one entry for each format in the order of its forms.
[[nodiscard]] std::vector<TableFigures> table_figures(const Report& report, const ConceptCatalog& concepts,
                                                      const std::vector<const Template*>& templates,
                                                      const ValueSource* previous);
/// All tables of a report together: what `previous:` refers to.
[[nodiscard]] std::unique_ptr<FigureSource> all_table_figures(const Report& report, const ConceptCatalog& concepts);
/// What the prose states, with the cells of the formats in whose words it speaks.
[[nodiscard]] std::unique_ptr<FigureSource> prose_figures(const Report& report, const ConceptCatalog& concepts,
                                                          const std::vector<const Template*>& generation);

/// The template with this id; null if it is not loaded.
[[nodiscard]] const Template* find_template(const std::vector<const Template*>& templates,
                                            std::string_view id) noexcept;

}  // namespace nianbao::check
