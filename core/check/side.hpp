// One side of a comparison in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/message.hpp>

#include "check/cell_names.hpp"
#include "rules/ast.hpp"

namespace nianbao::check {

/// A figure with the words it is called by in one message.
struct Term {
  const Operand* operand = nullptr;
  CellName name;
  Message label;
};

/// How a side comes to its value.
enum class SideKind {
  constant,  ///< 3万元
  figure,    ///< 结果维持10
  sum,       ///< 结果维持10＋结果纠正1
  computed,  ///< anything else: a product, a count, the largest of some
};

/// One side of a comparison.
struct Side {
  SideKind kind = SideKind::sum;
  std::vector<Term> terms;
  Message text;   ///< 结果维持10＋结果纠正1; 由行政许可310、行政处罚42算得2
  Message whole;  ///< the text with its value: 结果维持10＋结果纠正1＝11
  Message label;  ///< of the only figure
  std::string value;
};

/// The comparison that decides an assertion: its root, or what follows from a condition; null if there is none.
[[nodiscard]] const ast::Node* comparison_of(const ast::Node& root);

/// The unit its numbers are printed with: that of an amount of money; empty for counts.
[[nodiscard]] std::string printed_unit(const ast::Node& node);

/// Puts one side into words. `node` is its expression, null where that is not known; `text` is the whole expression as
/// the pack has it.
[[nodiscard]] Side side_of(const std::vector<Term>& terms, Operand::Side which, const std::optional<Decimal>& value,
                           const ast::Node* node, std::string_view text);

/// The message of a comparison that has none of its own, with {place} and {difference} to be filled in; the latter
/// only where it is known.
[[nodiscard]] Message message_of(const ast::Node& comparison, const Side& left, const Side& right, bool difference);

}  // namespace nianbao::check
