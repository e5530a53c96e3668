#include "listed_parts.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

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

struct Part {
  std::u32string_view label;
  Decimal value;
  std::size_t group = 0;  // parts with a semicolon between them are of different groups
};

/// True if what a label begins with says that its figure is of another list: 包括涉及国家秘密.
bool is_nested(std::u32string_view label) {
  constexpr std::u32string_view kLeads[] = {U"包括", U"含", U"其中", U"分别"};
  return std::any_of(std::begin(kLeads), std::end(kLeads),
                     [&](std::u32string_view lead) { return label.find(lead) != std::u32string_view::npos; });
}

std::optional<std::vector<Part>> read_parts(const Folded& text, Span range, std::string_view unit) {
  const auto chars = text.chars();
  std::vector<Part> parts;
  std::size_t group = 0;
  for (std::size_t at = range.from; at < range.to;) {
    const auto number = find_number(text, at, range.to);
    if (!number || number->qualifier != Qualifier::none || number->from == at || number->from - at > kLongestLabel) {
      return std::nullopt;
    }
    const auto label = chars.substr(at, number->from - at);
    const auto end = std::min(chars.find_first_of(kSeparators, number->to), range.to);
    if (text.utf8(number->to, end) != unit || is_nested(label)) {
      return std::nullopt;
    }
    parts.push_back({label, number->value, group});
    group += end < range.to && chars[end] == U';' ? 1U : 0U;
    at = end + 1;
  }
  return parts;
}

/// What the parts add up to. Groups of several parts break the same total down in several ways: none unless they
/// agree.
std::optional<Decimal> sum_of(const std::vector<Part>& parts) {
  const std::size_t groups = parts.back().group + 1;
  std::vector<Decimal> sums(groups, Decimal(0));
  Decimal all(0);
  for (const Part& part : parts) {
    const auto in_group = Decimal::add(sums[part.group], part.value);
    const auto in_all = Decimal::add(all, part.value);
    if (!in_group || !in_all) {
      return std::nullopt;
    }
    sums[part.group] = *in_group;
    all = *in_all;
  }
  if (groups == 1 || groups == parts.size()) {
    return all;
  }
  const bool alike = std::all_of(sums.begin(), sums.end(), [&](const Decimal& sum) { return sum == sums.front(); });
  return alike ? std::optional(sums.front()) : std::nullopt;
}

}  // namespace

std::optional<ListedParts> listed_parts(const Folded& text, std::size_t index, std::string_view unit) {
  const auto range = range_of_list(text.chars(), index);
  const auto parts = range ? read_parts(text, *range, unit) : std::nullopt;
  if (!parts || parts->size() < kFewestParts) {
    return std::nullopt;
  }
  const auto last = parts->back().label;
  const bool whole = last.find(U"其他") != std::u32string_view::npos || last.find(U"其它") != std::u32string_view::npos;
  const auto sum = whole ? sum_of(*parts) : std::nullopt;
  return sum ? std::optional(ListedParts{*sum, range->from, range->to}) : std::nullopt;
}

}  // namespace nianbao::prose_format
