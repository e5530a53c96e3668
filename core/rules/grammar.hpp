// The grammar of rule expressions: text to syntax tree, and nothing of what the words mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <nianbao/sdk/message.hpp>

#include "rules/ast.hpp"

namespace nianbao {

/// Why a text is no expression.
struct SyntaxFault {
  std::uint32_t at = 0;  ///< character of the text
  Message message;
  Message hint;
};

/// Parses a whole text (docs/rule-packs.md, "Expressions"). Bounded in length and nesting. Thread-safe.
[[nodiscard]] std::variant<ast::Node, SyntaxFault> parse_expression(std::u32string_view text);

inline constexpr std::size_t kMaxExpressionLength = 4000;
inline constexpr std::size_t kMaxExpressionNesting = 60;
inline constexpr std::size_t kMaxExpressionDepth = 400;  ///< of the tree: operations in a row

}  // namespace nianbao
