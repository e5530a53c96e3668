#include "listed_parts.hpp"

#include <algorithm>

namespace nianbao::prose_format {

namespace {

constexpr std::u32string_view kSeparators = U",;、";
constexpr std::size_t kFewestParts = 3;
constexpr std::size_t kLongestLabel = 40;

/// The range of the list: inside brackets, or from 其中 to the full stop.
std::optional<Span> range_of_list(std::u32string_view chars, std::size_t index) {
  std::size_t from = index;
  while (from < chars.size() && kSeparators.find(chars[from]) != std::u32string_view::npos) {
    ++from;
  }
  const bool bracket = from < chars.size() && chars[from] == U'(';
  from += bracket ? 1 : 0;
  const bool led = chars.substr(std::min(from, chars.size())).starts_with(U"其中");
  const auto to = chars.find(bracket ? U')' : U'。', from);
  if (!led || to == std::u32string_view::npos) {
    return std::nullopt;
  }
  from += 2;
  from += chars[from] == U':' || chars[from] == U',' ? 1 : 0;
  return Span{from, to};
}

}  // namespace

std::optional<ListedParts> listed_parts(const Folded& text, std::size_t index, std::string_view unit) {
  const auto chars = text.chars();
  const auto range = range_of_list(chars, index);
  if (!range) {
    return std::nullopt;
  }
  ListedParts list{Decimal(0), range->from, range->to};
  std::size_t parts = 0;
  std::u32string_view label;
  for (std::size_t at = range->from; at < range->to; ++parts) {
    const auto number = find_number(text, at, range->to);
    if (!number || number->qualifier != Qualifier::none || number->from == at || number->from - at > kLongestLabel) {
      return std::nullopt;
    }
    label = chars.substr(at, number->from - at);
    const auto end = std::min(chars.find_first_of(kSeparators, number->to), range->to);
    const auto sum = Decimal::add(list.sum, number->value);
    if (!sum || text.utf8(number->to, end) != unit) {
      return std::nullopt;
    }
    list.sum = *sum;
    at = end + 1;
  }
  const bool whole =
      label.find(U"其他") != std::u32string_view::npos || label.find(U"其它") != std::u32string_view::npos;
  return parts >= kFewestParts && whole ? std::optional(list) : std::nullopt;
}

}  // namespace nianbao::prose_format
