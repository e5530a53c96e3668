// Values with a label before them: 地址：…，邮编：….
#pragma once

#include <vector>

#include "outline/words.hpp"

namespace nianbao {

/// A label with its value, both folded ranges.
struct LabelledValue {
  std::size_t label = 0;  ///< index of the list of words it is from
  Span name;
  Span value;  ///< up to the next label; closing punctuation is left out
};

/// Finds the labels in the span that are followed by a colon and begin a stretch of their own (behind
/// white space or punctuation). In order.
[[nodiscard]] std::vector<LabelledValue> find_labelled(const Folded& text, Span span,
                                                       const std::vector<const Words*>& labels);

/// The span without punctuation at both ends.
[[nodiscard]] Span trimmed(const Folded& text, Span span, std::u32string_view front, std::u32string_view back);

}  // namespace nianbao
