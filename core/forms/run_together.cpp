#include "forms/run_together.hpp"

#include <algorithm>
#include <utility>

#include "forms/blanks.hpp"
#include "text/footnote.hpp"

namespace nianbao::forms {

std::size_t figure_end(std::string_view text, std::size_t at, std::size_t to) {
  constexpr std::string_view kSigns = ".,+-/";
  bool digits = false;
  auto end = at;
  for (; end < to; ++end) {
    const bool digit = text[end] >= '0' && text[end] <= '9';
    digits = digits || digit;
    if (!digit && kSigns.find(text[end]) == std::string_view::npos &&
        !is_in_decimal(text.substr(at, to - at), end - at)) {
      break;
    }
  }
  constexpr std::string_view kYear = "年";
  return digits && text.compare(end, kYear.size(), kYear) != 0 ? end : at;
}

std::size_t note_end(std::string_view text, std::size_t at, std::size_t to) {
  constexpr std::size_t kLongest = 120;
  constexpr std::string_view kNote = "注";
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    constexpr std::size_t kShortest = 9;  // （一） numbers the next label
    const auto near = text.substr(at, std::min(kLongest, to - at));
    const auto end = near.find(close);
    const bool note = end > kShortest || near.compare(open.size(), kNote.size(), kNote) == 0;
    if (near.starts_with(open) && end != std::string_view::npos && note) {
      return at + end + close.size();
    }
  }
  return footnote_mark_end(text.substr(0, to), at);
}

std::size_t words_end(std::string_view text, std::size_t at, std::size_t to) {
  const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  auto end = at;
  while (end < to && blank_at(text, end).bytes == 0 && (end == at || figure_end(text, end, to) == end)) {
    // The digits of a year go by as one.
    do {
      ++end;
    } while (end < to && is_digit(end - 1) && is_digit(end));
  }
  return end;
}

std::size_t unit_end(std::string_view text, std::size_t at, std::size_t to, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongest = 9;
  std::size_t best = at;
  for (auto end = at + 1; end <= std::min(to, at + kLongest); ++end) {
    best = vocabulary.is_unit(text.substr(at, end - at)) ? end : best;
  }
  return best;
}

}  // namespace nianbao::forms
