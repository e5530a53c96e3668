#include "text/chinese_numeral.hpp"

namespace nianbao {
namespace {

constexpr std::int64_t kTenThousand = 10000;
constexpr std::int64_t kHundredMillion = 100000000;
constexpr std::int64_t kThousand = 1000;

/// 廿 and 卅 are a digit and its place in one.
int tens_sign(char32_t c) noexcept { return c == U'廿' ? 2 : c == U'卅' ? 3 : 0; }

/// Reads places from left to right: a digit waits for its place; 万 and 亿 lift all that stands before.
class PlaceReader {
 public:
  PlaceReader(const Folded& text, std::size_t index) : text_(text), index_(index) {}

  std::optional<ChineseNumeral> run() {
    const std::size_t from = index_;
    while (index_ < text_.size() && !text_.is_numbering(index_) && take(text_.chars()[index_])) {
      ++index_;
    }
    if (!any_) {
      return std::nullopt;
    }
    if (digit_ >= 0) {
      // As spoken: 一万二 is 12000, 三百五 is 350; after a zero the digit is a one.
      const std::int64_t place = !zero_ && last_place_ >= 100 ? last_place_ / 10 : 1;
      section_ += digit_ * place;
      step_ = place;
    }
    return ChineseNumeral{total_ + section_, step_ >= kThousand ? step_ : 1, from, index_};
  }

 private:
  bool take(char32_t c) {
    if (c == U'〇' || c == U'零') {
      return take_zero();
    }
    if (const int tens = tens_sign(c); tens != 0) {
      return take_place(tens, 10);
    }
    if (const int digit = chinese_digit(c); digit >= 0) {
      if (digit_ >= 0) {
        return false;
      }
      digit_ = digit;
      any_ = true;
      return true;
    }
    const auto place = chinese_place(c);
    if (place == 0 || (!any_ && place != 10)) {
      return false;
    }
    return place >= kTenThousand ? take_lift(place) : take_place(digit_, place);
  }

  bool take_zero() {
    if (digit_ >= 0 || zero_) {
      return false;
    }
    zero_ = true;
    any_ = true;
    return true;
  }

  bool take_place(std::int64_t digit, std::int64_t place) {
    if (digit < 0) {
      if (place != 10 || (any_ && !zero_)) {
        return false;  // 百 without a digit before it
      }
      digit = 1;
    }
    if (place >= smallest_) {
      return false;
    }
    section_ += digit * place;
    smallest_ = last_place_ = step_ = place;
    digit_ = -1;
    zero_ = false;
    any_ = true;
    return true;
  }

  bool take_lift(std::int64_t lift) {
    const std::int64_t section = section_ + (digit_ >= 0 ? digit_ : 0);
    const bool whole = lift == kHundredMillion;  // 万亿: lifts what 万 has lifted already
    if (whole ? lifted_by_hundred_million_ || total_ + section == 0 : lifted_by_ten_thousand_ || section == 0) {
      return false;
    }
    total_ = whole ? (total_ + section) * lift : total_ + section * lift;
    lifted_by_hundred_million_ = lifted_by_hundred_million_ || whole;
    lifted_by_ten_thousand_ = !whole;
    section_ = 0;
    digit_ = -1;
    zero_ = false;
    smallest_ = kTenThousand;
    last_place_ = step_ = lift;
    return true;
  }

  const Folded& text_;
  std::size_t index_;
  std::int64_t total_ = 0;    // what 万 and 亿 have lifted
  std::int64_t section_ = 0;  // below 万
  std::int64_t digit_ = -1;   // waits for its place
  std::int64_t smallest_ = kTenThousand;
  std::int64_t last_place_ = 1;
  std::int64_t step_ = 1;
  bool lifted_by_hundred_million_ = false;
  bool lifted_by_ten_thousand_ = false;
  bool zero_ = false;
  bool any_ = false;
};

/// 二〇一九: two digits or more side by side and no place behind them.
std::optional<ChineseNumeral> read_digits(const Folded& text, std::size_t index) {
  constexpr std::size_t kMostDigits = 18;
  ChineseNumeral result{0, 1, index, index};
  for (; result.to < text.size() && result.to - index < kMostDigits; ++result.to) {
    const int digit = chinese_digit(text.chars()[result.to]);
    if (digit < 0 || text.is_numbering(result.to)) {
      break;
    }
    result.value = result.value * 10 + digit;
  }
  const bool place_follows = result.to < text.size() && chinese_place(text.chars()[result.to]) != 0;
  if (result.to - index < 2 || place_follows) {
    return std::nullopt;
  }
  return result;
}

}  // namespace

int chinese_digit(char32_t c) noexcept {
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

std::int64_t chinese_place(char32_t c) noexcept {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return kThousand;
    case U'万':
      return kTenThousand;
    case U'亿':
      return kHundredMillion;
    default:
      return 0;
  }
}

std::optional<ChineseNumeral> read_chinese_numeral(const Folded& text, std::size_t index) {
  if (const auto digits = read_digits(text, index)) {
    return digits;
  }
  return PlaceReader(text, index).run();
}

}  // namespace nianbao
