// The simplest words in which a pattern says a figure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>

#include "prose/pattern_ast.hpp"

namespace nianbao::prose {

/// The figure to be said. Without a value the pattern must ask for none.
struct SaidFigure {
  std::string value;
  std::string_view unit;
  std::vector<std::string_view> members;  ///< of lists with members these are taken
};

struct PlainWording {
  std::string text;
  bool gapped = false;  ///< words that the pattern leaves open are missing in it
};

/// The words: of a list the first, of a choice the first, of what may stand there nothing. None if the pattern asks for
/// more than one figure or for what a figure cannot say.
[[nodiscard]] std::optional<PlainWording> plain_wording(const ast::Alternatives& pattern, const ProseRules& rules,
                                                        const SaidFigure& figure);

/// The first word of the list `name.member`; empty if there is none.
[[nodiscard]] std::string_view first_word(const ProseRules& rules, std::string_view name, std::string_view member);

}  // namespace nianbao::prose
