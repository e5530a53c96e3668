#include "forms/token.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "forms/trailing_unit.hpp"
#include "text/chinese_numeral.hpp"
#include "text/dashes.hpp"
#include "text/footnote.hpp"
#include "text/misread.hpp"

namespace nianbao::forms {
namespace {

/// Longer texts are sentences, never labels.
constexpr std::size_t kLongestLabel = 240;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_plain_number(std::string_view text) {
  bool digit = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool sign = (c == '-' || c == '+') && i == 0;
    const bool point = (c == '.' || c == ',') && digit && i + 1 < text.size();
    digit = digit || (c >= '0' && c <= '9');
    if (!sign && !point && (c < '0' || c > '9')) {
      return false;
    }
  }
  return digit;
}

bool states_zero(std::u32string_view chars) { return chars == U"无" || chars == U"(无)" || chars == U"没有"; }

/// A figure with what may stand around it: 约30, ¥12, 14.28(亿元), 18万余件, 22(其中修订16件). Nothing that
/// goes on as a label: 2018年度, 1.属于国家秘密, 3(一)部分.
class FigureText {
 public:
  FigureText(const Folded& text, const Vocabulary& vocabulary)
      : chars_(text.chars()), text_(text), vocabulary_(vocabulary) {}

  [[nodiscard]] bool is_figure() {
    skip(U"约近超逾¥+-");
    if (next_ < chars_.size() && text_.is_numbering(next_)) {
      return false;
    }
    const auto digits = next_;
    while (next_ < chars_.size() && (is_digit(chars_[next_]) || is_point())) {
      ++next_;
    }
    if (next_ == digits) {
      return false;
    }
    skip(U"余多万亿千百");
    return rest_is_unit_or_note();
  }

 private:
  void skip(std::u32string_view any) {
    while (next_ < chars_.size() && any.find(chars_[next_]) != std::u32string_view::npos) {
      ++next_;
    }
  }

  [[nodiscard]] bool is_point() const {
    const bool inside =
        next_ > 0 && next_ + 1 < chars_.size() && is_digit(chars_[next_ - 1]) && is_digit(chars_[next_ + 1]);
    return inside && (chars_[next_] == U'.' || chars_[next_] == U',');
  }

  [[nodiscard]] bool rest_is_unit_or_note() const {
    const auto open = chars_.find(U'(', next_);
    const auto unit_end = open == std::u32string_view::npos ? chars_.size() : open;
    const bool note = open == std::u32string_view::npos || chars_.back() == U')';
    if (unit_end == next_) {
      return note;
    }
    constexpr std::size_t kLongestUnit = 4;
    // Of 万元 the multiplier was skipped; 元 is a unit as well.
    return note && unit_end - next_ <= kLongestUnit && vocabulary_.is_unit(text_.utf8(next_, unit_end));
  }

  std::u32string_view chars_;
  const Folded& text_;
  const Vocabulary& vocabulary_;
  std::size_t next_ = 0;
};

std::uint64_t synonym_of(std::string_view key, const Vocabulary& vocabulary) {
  const auto synonym = vocabulary.canonical_label(key);
  if (!synonym.empty() && synonym != key) {
    return label_hash(match_key(synonym));
  }
  const auto label = without_unit(key, vocabulary);
  return label.empty() ? 0 : label_hash(label);
}

}  // namespace

void classify(Token& token, const Vocabulary& vocabulary, Arena& arena) {
  const auto text = token.text;
  token.kind = TokenKind::label;
  if (text.empty()) {
    token.kind = TokenKind::blank;
    return;
  }
  if (is_plain_number(text)) {
    token.kind = TokenKind::number;
    return;
  }
  if (text.size() > kLongestLabel) {
    return;
  }
  const auto folded = fold(text.substr(0, footnote_mark(text)));
  if (folded.empty()) {
    token.kind = TokenKind::blank;
  } else if (is_dash(folded.chars())) {
    token.kind = TokenKind::dash;
  } else if (states_zero(folded.chars()) || FigureText(folded, vocabulary).is_figure() || digits_for_letters(text)) {
    token.kind = TokenKind::number;
  } else {
    token.key = arena.store(match_key(folded));
    token.hash = label_hash(token.key);
    token.synonym = synonym_of(token.key, vocabulary);
    token.unit = vocabulary.is_unit(token.key);
  }
}

bool is_chinese_numeral(std::string_view text) {
  constexpr std::size_t kLongest = 7 * 3;  // bytes: 二千三百四十五
  if (text.empty() || text.size() > kLongest) {
    return false;
  }
  const auto folded = fold(text);
  const auto numeral = read_chinese_numeral(folded, 0);
  return numeral && numeral->to == folded.size();
}

bool is_sentence(const Token& token) {
  constexpr std::size_t kLongestInLine = 150;
  return token.kind == TokenKind::label &&
         (token.text.size() > kLongestInLine || token.text.find("。") != std::string_view::npos);
}

bool is_bare_numbering(std::string_view text) {
  constexpr std::size_t kLongest = 16;
  if (text.size() > kLongest) {
    return false;
  }
  const auto folded = fold(text);
  const auto chars = folded.chars();
  constexpr std::u32string_view kParts = U"0123456789()、.";
  const bool parts = !chars.empty() && std::all_of(chars.begin(), chars.end(), [&](char32_t c) {
    return kParts.find(c) != std::u32string_view::npos || kChineseOrdinals.find(c) != std::u32string_view::npos;
  });
  return parts && (chars.back() == U')' || chars.back() == U'、' || chars.back() == U'.');
}

bool is_page_number(std::string_view line) {
  constexpr std::size_t kLongest = 32;
  if (line.size() > kLongest) {
    return false;
  }
  const auto folded = fold(line);
  const auto chars = folded.chars();
  if (chars.size() < 3) {
    return false;
  }
  const bool dashes = chars.front() == U'-' && chars.back() == U'-';
  const bool words = chars.front() == U'第' && chars.back() == U'页';
  return (dashes || words) &&
         std::all_of(chars.begin() + 1, chars.end() - 1,
                     [](char32_t c) { return is_digit(c) || c == U'-' || c == U'页' || c == U'共'; }) &&
         is_digit(chars[chars.size() / 2]);
}

}  // namespace nianbao::forms
