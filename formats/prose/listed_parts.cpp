#include "listed_parts.hpp"

#include <algorithm>
#include <vector>

namespace nianbao::prose_format {

namespace {

constexpr std::u32string_view kSeparators = U",;、";
constexpr std::size_t kFewestParts = 3;
constexpr std::size_t kLongestLabel = 40;

/// The words of lists that stand in a sentence.
class ListWords {
 public:
  explicit ListWords(const SentenceReading& sentence) : sentence_(sentence) {}

  /// Where the words that lead into a list end; `at` itself if it does not begin with such.
  [[nodiscard]] std::size_t end_of_lead(std::size_t at) const {
    const auto* lead = find("begins", at, at + 1);
    return lead == nullptr ? at : lead->to;
  }
  [[nodiscard]] bool has(std::string_view kind, Span range) const {
    return find(kind, range.from, range.to) != nullptr;
  }

 private:
  [[nodiscard]] const SentenceMatch* find(std::string_view kind, std::size_t from, std::size_t to) const {
    const auto found =
        std::find_if(sentence_.matches.begin(), sentence_.matches.end(), [&](const SentenceMatch& match) {
          return match.kind == SentenceMatch::Kind::note && match.name == "list" && match.value == kind &&
                 match.from >= from && match.from < to;
        });
    return found == sentence_.matches.end() ? nullptr : &*found;
  }

  const SentenceReading& sentence_;
};

/// The range of the list: inside brackets, or from 其中 to the full stop.
std::optional<Span> range_of_list(std::u32string_view chars, const ListWords& words, std::size_t index) {
  std::size_t from = index;
  while (from < chars.size() && kSeparators.find(chars[from]) != std::u32string_view::npos) {
    ++from;
  }
  const bool bracket = from < chars.size() && chars[from] == U'(';
  from += bracket ? 1 : 0;
  const std::size_t start = words.end_of_lead(from);
  const auto to = chars.find(bracket ? U')' : U'。', from);
  if (start == from || to == std::u32string_view::npos) {
    return std::nullopt;
  }
  return Span{start + (chars[start] == U':' || chars[start] == U',' ? 1 : 0), to};
}

struct Part {
  Span label;
  Decimal value;
  std::size_t group = 0;  // parts with a semicolon between them are of different groups
};

std::optional<std::vector<Part>> read_parts(const Folded& text, const ListWords& words, Span range,
                                            std::string_view unit) {
  const auto chars = text.chars();
  std::vector<Part> parts;
  std::size_t group = 0;
  for (std::size_t at = range.from; at < range.to;) {
    const auto number = find_number(text, at, range.to);
    if (!number || number->qualifier != Qualifier::none || number->from == at || number->from - at > kLongestLabel) {
      return std::nullopt;
    }
    const Span label{at, number->from};
    const auto end = std::min(chars.find_first_of(kSeparators, number->to), range.to);
    if (text.utf8(number->to, end) != unit || words.has("nested", label)) {
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

std::optional<ListedParts> listed_parts(const Folded& text, const SentenceReading& sentence, std::size_t index,
                                        std::string_view unit) {
  const ListWords words(sentence);
  const auto range = range_of_list(text.chars(), words, index);
  const auto parts = range ? read_parts(text, words, *range, unit) : std::nullopt;
  if (!parts || parts->size() < kFewestParts || !words.has("rest", parts->back().label)) {
    return std::nullopt;
  }
  const auto sum = sum_of(*parts);
  return sum ? std::optional(ListedParts{*sum, range->from, range->to}) : std::nullopt;
}

}  // namespace nianbao::prose_format
