// What references of an expression take from a source, and the record of it.
#pragma once

#include <vector>

#include <nianbao/expression.hpp>

#include "rules/ast.hpp"

namespace nianbao {

/// True for `.*`, `.**` and `{dimension=*}`.
[[nodiscard]] bool is_set(const ast::Node& reference) noexcept;

/// The keys a reference stands for in one round: the current concept and the dimensions of the round
/// are filled in, `*` runs over the members at hand, wildcards over the concepts at hand. A set may be
/// empty; a single reference gives one key, whether it has a cell or not.
[[nodiscard]] std::vector<ConceptKey> keys_of(const ast::Node& reference, const Binding& binding,
                                              const KeySource& source, const ConceptCatalog& catalog);

/// What an evaluation has taken so far: each key of a report once.
class Taken {
 public:
  static constexpr std::size_t kMost = 2000;

  /// The operand's index.
  std::uint32_t add(Operand operand);
  void mark_lacking(std::uint32_t index) { lacking_[index] = true; }
  [[nodiscard]] std::vector<Operand>& operands() noexcept { return operands_; }
  [[nodiscard]] std::vector<std::uint32_t> lacking() const;
  /// True if figures were asked for and none has a cell.
  [[nodiscard]] bool all_absent() const noexcept;
  /// True if more figures were asked for than one evaluation may take.
  [[nodiscard]] bool too_many() const noexcept { return asked_ > kMost; }

 private:
  std::vector<Operand> operands_;
  std::vector<bool> lacking_;
  std::size_t asked_ = 0;
};

}  // namespace nianbao
