// What is said of a text that is no expression.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/grammar.hpp"

namespace nianbao {

/// White space inside expressions.
constexpr bool is_space(char32_t c) noexcept { return c <= U' ' || c == U'\u3000'; }

/// At this character the grammar's rule of this name did not match.
[[nodiscard]] SyntaxFault syntax_fault(std::u32string_view text, std::size_t at, std::string_view rule);

/// Brackets and `if` nest; everything else the grammar reads in loops. So this bounds its recursion.
[[nodiscard]] std::optional<SyntaxFault> beyond_limits(std::u32string_view text);

[[nodiscard]] SyntaxFault too_many_operations();

}  // namespace nianbao
