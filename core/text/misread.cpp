#include "text/misread.hpp"

#include <algorithm>

namespace nianbao {

std::optional<std::string> digits_for_letters(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  constexpr std::string_view kLetters = "OoDQlI|iSsBZzbgq";
  constexpr std::string_view kDigits = "0000111155822699";
  if (text.empty() || text.size() > kLongest) {
    return std::nullopt;
  }
  std::string digits;
  std::size_t letters = 0;
  for (const char c : text) {
    const auto letter = kLetters.find(c);
    const bool point = (c == '.' || c == ',' || c == '-') && text.size() > 1;
    if (letter == std::string_view::npos && !point && (c < '0' || c > '9')) {
      return std::nullopt;
    }
    letters += static_cast<std::size_t>(letter != std::string_view::npos);
    digits += letter == std::string_view::npos ? c : kDigits[letter];
  }
  const auto figures =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  // Words are of letters: BBS, IQ.
  const bool noughts = text.find_first_not_of("Oo") == std::string_view::npos;
  const bool figure = letters > 0 && (figures > 0 || letters == 1 || noughts);
  return figure && text != "|" ? std::optional(digits) : std::nullopt;
}

}  // namespace nianbao
