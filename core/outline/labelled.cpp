#include "outline/labelled.hpp"

namespace nianbao {
namespace {

/// A label of so many characters is known behind the value of another, though nothing parts them:
/// 负责人：张三审核人：李四.
constexpr std::size_t kTellingLabel = 3;

bool is_boundary(const Folded& text, std::size_t index, std::size_t from) {
  constexpr std::u32string_view kPunctuation = U",;。、()|·";
  return index == from || text.space_before(index) ||
         kPunctuation.find(text.chars()[index - 1]) != std::u32string_view::npos;
}

}  // namespace

Span trimmed(const Folded& text, Span span, std::u32string_view front, std::u32string_view back) {
  while (span.from < span.to && front.find(text.chars()[span.from]) != std::u32string_view::npos) {
    ++span.from;
  }
  while (span.from < span.to && back.find(text.chars()[span.to - 1]) != std::u32string_view::npos) {
    --span.to;
  }
  return span;
}

std::vector<LabelledValue> find_labelled(const Folded& text, Span span, const std::vector<const Words*>& labels) {
  std::vector<LabelledValue> result;
  const auto chars = text.chars();
  for (std::size_t colon = span.from; colon < span.to; ++colon) {
    if (chars[colon] != U':') {
      continue;
    }
    const auto before = chars.substr(span.from, colon - span.from);
    LabelledValue found;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const auto word = ends_with_word(before, *labels[i]);
      const std::size_t from = colon - word.size();
      const bool follows = !result.empty() && word.size() >= kTellingLabel && from > result.back().name.to + 1;
      if (word.size() > found.name.to - found.name.from && (follows || is_boundary(text, from, span.from))) {
        found = {i, {from, colon}, {colon + 1, span.to}};
      }
    }
    if (found.name.to == 0) {
      continue;
    }
    if (!result.empty()) {
      result.back().value.to = found.name.from;
    }
    result.push_back(found);
  }
  for (auto& one : result) {
    one.value = trimmed(text, one.value, U":", U",;。、(|·");
  }
  return result;
}

}  // namespace nianbao
