// The concepts in force: dimensions with their members, totals, groups, units.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao {

namespace ast {
struct Node;
}

/// A dimension as concepts.yaml declares it. Texts live in the catalog.
struct DimensionInfo {
  struct Member {
    std::string_view id;
    Message name;
  };
  std::string_view name;
  std::vector<Member> members;  ///< in the order of the file
  bool free = false;            ///< any member may be used: instance
  Message any;                  ///< what a member without a name of its own is called; `…` stands for it: 第…份
  /// A figure without this dimension has a meaning of its own (span: the report year); `each` runs
  /// over it too. Its name, or empty.
  Message absent;

  [[nodiscard]] const Member* member(std::string_view id) const noexcept;
};

/// How figures of a unit are compared.
enum class UnitKind {
  unknown,
  counter,  ///< 件, 人次: exactly
  measure,  ///< 万元: as rounding intervals by `step`
};

/// What is a concept, in one RuleSet. Immutable, thread-safe.
class ConceptCatalog {
 public:
  virtual ~ConceptCatalog() = default;

  /// All concepts in the order of the packs and files.
  [[nodiscard]] virtual const std::vector<const ConceptInfo*>& concepts() const noexcept = 0;
  /// None if no pack knows the concept.
  [[nodiscard]] virtual const ConceptInfo* find(std::string_view id) const noexcept = 0;
  [[nodiscard]] virtual const std::vector<DimensionInfo>& dimensions() const noexcept = 0;
  [[nodiscard]] virtual const DimensionInfo* dimension(std::string_view name) const noexcept = 0;
  /// The members whose sum this member is (`sum_of`); empty if it is no sum.
  [[nodiscard]] virtual const std::vector<std::string_view>& sum_of(std::string_view dimension,
                                                                    std::string_view member) const noexcept = 0;
  /// The expression of a group's members (`outcome.denied.*`); null if the concept is no group.
  [[nodiscard]] virtual const ast::Node* group(std::string_view id) const noexcept = 0;
  [[nodiscard]] virtual UnitKind unit_kind(std::string_view unit) const noexcept = 0;
  /// Power of ten that brings a value in `from` to `to`; none if the units are not of one quantity.
  /// Units equal or counters of one thing: 0.
  [[nodiscard]] virtual std::optional<int> unit_shift(std::string_view from, std::string_view to) const noexcept = 0;
};

/// 收到申请数（自然人）, requests received (natural persons): the concept's name with those of its members; ids where
/// no pack names them.
[[nodiscard]] Message concept_name(const ConceptCatalog& catalog, const ConceptKey& key);

}  // namespace nianbao
