// The concept catalog as it is built from packs.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/arena.hpp>

#include "rules/ast.hpp"
#include "rules/units.hpp"

namespace nianbao {

/// What concepts.yaml says of a concept beyond ConceptInfo.
struct ConceptDetails {
  ConceptInfo info;
  YearRange since;
  Message meaning;
  Message basis;
  RuleOrigin origin;
};

/// Filled by load_concepts and load_units, then never changed.
class Catalog : public ConceptCatalog {
 public:
  [[nodiscard]] const std::vector<const ConceptInfo*>& concepts() const noexcept override { return concepts_; }
  [[nodiscard]] const ConceptInfo* find(std::string_view id) const noexcept override;
  [[nodiscard]] const std::vector<DimensionInfo>& dimensions() const noexcept override { return dimensions_; }
  [[nodiscard]] const DimensionInfo* dimension(std::string_view name) const noexcept override;
  [[nodiscard]] const std::vector<std::string_view>& sum_of(std::string_view dimension,
                                                            std::string_view member) const noexcept override;
  [[nodiscard]] const ast::Node* group(std::string_view id) const noexcept override;
  [[nodiscard]] UnitKind unit_kind(std::string_view unit) const noexcept override { return units.kind(unit); }
  [[nodiscard]] std::optional<int> unit_shift(std::string_view from, std::string_view to) const noexcept override {
    return units.shift(from, to);
  }

  [[nodiscard]] Arena& arena() noexcept { return arena_; }
  /// None if the concept is already there.
  ConceptDetails* add_concept(std::string_view id);
  [[nodiscard]] const ConceptDetails* details(std::string_view id) const noexcept;
  /// For names of extending packs.
  [[nodiscard]] ConceptInfo* info_to_change(std::string_view id) noexcept;
  DimensionInfo& add_dimension(std::string_view name);
  [[nodiscard]] DimensionInfo* dimension_to_extend(std::string_view name) noexcept;
  /// False if the total is already there.
  bool add_sum(std::string_view dimension, std::string_view member, std::vector<std::string_view> parts);
  void add_group(std::string_view id, std::shared_ptr<const ast::Node> members);
  void remove_group(std::string_view id) { groups_.erase(id); }

  UnitTable units;

 private:
  struct Sum {
    std::string_view dimension;
    std::string_view member;
    std::vector<std::string_view> parts;
  };
  Arena arena_;
  std::deque<ConceptDetails> details_;
  std::vector<const ConceptInfo*> concepts_;
  std::unordered_map<std::string_view, ConceptDetails*> by_id_;
  std::vector<DimensionInfo> dimensions_;
  std::vector<Sum> sums_;
  std::unordered_map<std::string_view, std::shared_ptr<const ast::Node>> groups_;
};

}  // namespace nianbao
