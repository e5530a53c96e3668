// Reads the text of a sentence pattern.
#pragma once

#include <cstdint>
#include <string_view>

#include <nianbao/sdk/message.hpp>

#include "prose/pattern_ast.hpp"

namespace nianbao::prose {

/// Why a text is no pattern.
struct PatternFault {
  std::uint32_t position = 0;  ///< character from 0
  Message message;
};

/// The pattern, or where and why the text is none. A text longer than 2,000 characters or nested
/// deeper than 20 brackets is refused.
struct ParsedPattern {
  ast::Alternatives pattern;
  bool ok = false;
  PatternFault fault;
};
[[nodiscard]] ParsedPattern parse_pattern(std::u32string_view text);

}  // namespace nianbao::prose
