#include "text/number_words.hpp"

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

struct Word {
  std::u32string_view chars;
  Qualifier qualifier;
};

constexpr std::array kBefore = {
    Word{U"超过", Qualifier::over},  Word{U"大约", Qualifier::about}, Word{U"约为", Qualifier::about},
    Word{U"将近", Qualifier::under}, Word{U"接近", Qualifier::under}, Word{U"近", Qualifier::under},
    Word{U"约", Qualifier::about},   Word{U"超", Qualifier::over},    Word{U"逾", Qualifier::over},
};

constexpr std::array kBehindUnit = {
    Word{U"左右", Qualifier::about},
    Word{U"上下", Qualifier::about},
    Word{U"以上", Qualifier::over},
};

/// Characters that make another word of 近, 约 or 超 when they stand before it.
constexpr std::u32string_view kOtherWords = U"附最临就邻靠远预节违合契签制履条公特简赴反";

bool starts_with(const Folded& text, std::size_t index, std::u32string_view word) noexcept {
  return text.chars().substr(std::min(index, text.size()), word.size()) == word;
}

}  // namespace

std::optional<QualifierWord> qualifier_at(const Folded& text, std::size_t index) noexcept {
  const bool other_word = index > 0 && kOtherWords.find(text.chars()[index - 1]) != std::u32string_view::npos;
  for (const auto& word : kBefore) {
    if (!other_word && starts_with(text, index, word.chars)) {
      return QualifierWord{word.qualifier, index, index + word.chars.size()};
    }
  }
  return std::nullopt;
}

std::optional<QualifierWord> qualifier_before(const Folded& text, std::size_t index) noexcept {
  for (const auto& word : kBefore) {
    if (index >= word.chars.size() && starts_with(text, index - word.chars.size(), word.chars)) {
      return qualifier_at(text, index - word.chars.size());
    }
  }
  return std::nullopt;
}

std::optional<QualifierWord> qualifier_after(const Folded& text, std::size_t index) noexcept {
  if (index < text.size() && (text.chars()[index] == U'余' || text.chars()[index] == U'多')) {
    return QualifierWord{Qualifier::over, index, index + 1};
  }
  for (const auto& word : kBehindUnit) {
    if (starts_with(text, index, word.chars)) {
      return QualifierWord{word.qualifier, index, index + word.chars.size()};
    }
  }
  return std::nullopt;
}

Qualifier qualifier_behind_unit(const Folded& text, std::size_t index) noexcept {
  constexpr std::size_t kLongestUnit = 3;
  for (std::size_t end = index; end <= index + kLongestUnit && end < text.size(); ++end) {
    for (const auto& word : kBehindUnit) {
      if (starts_with(text, end, word.chars)) {
        return word.qualifier;
      }
    }
    if (text.chars()[end] < 0x2E80 || text.chars()[end] == U'。' || text.chars()[end] == U'、') {
      break;
    }
  }
  return Qualifier::none;
}

}  // namespace nianbao
