// Reads the text of a sentence pattern.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <nianbao/sdk/message.hpp>

#include "prose/pattern_ast.hpp"

namespace nianbao::prose {

/// What is wrong with a pattern: why its text is none, or what one of its options cannot be.
struct PatternFault {
  static constexpr std::size_t kNoOption = static_cast<std::size_t>(-1);
  std::uint32_t position = 0;  ///< character of the text, from 0
  Message message;
  Message hint;                    ///< what to do; may be empty
  std::size_t option = kNoOption;  ///< the option it is about, as ProsePattern::options counts them
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
