#include <nianbao/sdk/text.hpp>

#include "text/chinese_numeral.hpp"
#include "text/digits.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

char32_t char_at(const Folded& text, std::size_t index) { return index < text.size() ? text.chars()[index] : U'\0'; }

/// A sign is one only behind punctuation or white space.
bool may_be_signed(const Folded& text, std::size_t index) {
  constexpr std::u32string_view kPunctuation = U",;:。、(=|\"";
  return index == 0 || text.space_before(index) ||
         kPunctuation.find(text.chars()[index - 1]) != std::u32string_view::npos;
}

/// 千克, 百分点: the place belongs to another word.
bool is_other_word(char32_t place, char32_t next) {
  return (place == U'千' && (next == U'克' || next == U'米' || next == U'瓦')) || (place == U'百' && next == U'分');
}

/// Reads what multiplies digits: 万, 千万, 余万; compounds such as 1万2千.
class Multiplied {
 public:
  Multiplied(const Folded& text, const DigitRun& digits) : text_(text), end_(digits.to) {
    add(digits);
    while (ok_ && compound_ && is_digit(text, end_) && !text.space_before(end_)) {
      const auto next = read_digit_run(text, end_);
      if (!next || next->decimals != 0 || !(next->value < step_)) {
        break;
      }
      end_ = next->to;
      compound_ = false;
      add(*next);
    }
  }

  /// The number without sign and outer qualifiers; none if it is too large to be exact.
  [[nodiscard]] std::optional<Number> number() const {
    if (!ok_) {
      return std::nullopt;
    }
    Number result;
    result.value = value_;
    result.step = step_;
    result.qualifier = qualifier_;
    result.to = end_;
    return result;
  }

 private:
  void add(const DigitRun& digits) {
    const std::size_t qualifier_end = end_ + (char_at(text_, end_) == U'余' || char_at(text_, end_) == U'多' ? 1 : 0);
    std::size_t places_end = qualifier_end;
    int exponent = 0;
    for (; places_end < text_.size() && exponent <= 16; ++places_end) {
      const char32_t c = text_.chars()[places_end];
      const int zeros = c == U'百' ? 2 : c == U'千' ? 3 : c == U'万' ? 4 : c == U'亿' ? 8 : 0;
      if (zeros == 0 || is_other_word(c, char_at(text_, places_end + 1))) {
        break;
      }
      exponent += zeros;
    }
    const bool unit_of_money =
        !added_ && places_end > end_ && qualifier_end == end_ && char_at(text_, places_end) == U'元';
    if (unit_of_money) {
      exponent = 0;
    }
    if (exponent != 0) {
      qualifier_ = qualifier_end > end_ ? Qualifier::over : qualifier_;
      end_ = places_end;
      compound_ = true;
    }
    accumulate(digits, exponent);
  }

  void accumulate(const DigitRun& digits, int exponent) {
    const auto part = digits.value.shifted(exponent);
    const auto sum = part ? Decimal::add(value_, *part) : std::nullopt;
    const auto step = Decimal::power_of_ten(exponent - digits.decimals);
    ok_ = sum && step;
    if (ok_) {
      value_ = *sum;
      step_ = *step;
    }
    added_ = true;
  }

  const Folded& text_;
  std::size_t end_;
  Decimal value_;
  Decimal step_{1};
  Qualifier qualifier_ = Qualifier::none;
  bool compound_ = false;
  bool added_ = false;
  bool ok_ = true;
};

std::optional<Number> read_chinese(const Folded& text, std::size_t index) {
  constexpr std::u32string_view kVague = U"数几第";  // 数十, 几百: no figure
  if (index > 0 && kVague.find(text.chars()[index - 1]) != std::u32string_view::npos) {
    return std::nullopt;
  }
  const auto numeral = read_chinese_numeral(text, index);
  if (!numeral) {
    return std::nullopt;
  }
  Number result;
  result.value = Decimal{numeral->value};
  result.step = Decimal{numeral->step};
  result.to = numeral->to;
  result.chinese = true;
  const char32_t between = char_at(text, numeral->to);
  const auto place = between == U'余' || between == U'多' ? chinese_place(char_at(text, numeral->to + 1)) : 0;
  if (place >= 10000) {  // 十余万
    const auto value = Decimal::multiply(result.value, Decimal{place});
    result.value = value.value_or(result.value);
    result.step = Decimal{place};
    result.qualifier = Qualifier::over;
    result.to = numeral->to + 2;
  }
  return result;
}

/// True inside a figure: 5 of 35 or of 3.5.
bool inside_digits(const Folded& text, std::size_t index) {
  if (index == 0 || text.space_before(index)) {
    return false;
  }
  const bool after_point =
      text.chars()[index - 1] == U'.' && index >= 2 && is_digit(text, index - 2) && !text.space_before(index - 1);
  return is_digit(text, index - 1) || after_point;
}

/// The number from its first digit on.
std::optional<Number> read_unsigned(const Folded& text, std::size_t index) {
  if (!is_digit(text, index)) {
    return index < text.size() ? read_chinese(text, index) : std::nullopt;
  }
  const auto digits = read_digit_run(text, index);
  return digits ? Multiplied(text, *digits).number() : std::nullopt;
}

void read_qualifier_after(const Folded& text, Number& number) {
  if (const auto word = qualifier_after(text, number.to)) {
    number.qualifier = word->qualifier;
    number.to = word->to;
  } else if (number.qualifier == Qualifier::none) {
    number.qualifier = qualifier_behind_unit(text, number.to);
  }
}

}  // namespace

std::optional<Number> read_number(const Folded& text, std::size_t index) {
  if (index >= text.size() || (is_digit(text, index) && inside_digits(text, index))) {
    return std::nullopt;
  }
  std::size_t first = index;
  std::size_t from = index;
  Qualifier qualifier = Qualifier::none;
  if (const auto word = qualifier_at(text, index)) {
    qualifier = word->qualifier;
    first = word->to;
  } else if (const auto before = qualifier_before(text, index)) {
    qualifier = before->qualifier;
    from = before->from;
  }
  const char32_t sign = char_at(text, first);
  const bool has_sign = (sign == U'-' || sign == U'+') && is_digit(text, first + 1) && may_be_signed(text, first) &&
                        (first == 0 || !text.space_before(first + 1));
  auto number = read_unsigned(text, has_sign ? first + 1 : first);
  if (!number) {
    return std::nullopt;
  }
  number->from = from;
  number->signed_ = has_sign;
  if (has_sign && sign == U'-') {
    number->value = number->value.negated();
  }
  number->qualifier = qualifier != Qualifier::none ? qualifier : number->qualifier;
  read_qualifier_after(text, *number);
  return number;
}

}  // namespace nianbao
