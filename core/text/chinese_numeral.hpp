// Numbers written in Chinese numerals.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <nianbao/sdk/text.hpp>

namespace nianbao {

/// A Chinese numeral and the folded range it stands in.
struct ChineseNumeral {
  std::int64_t value = 0;
  std::int64_t step = 1;  ///< 10000 for 十八万, 1000 for 两万三千; 1 where the last place is below a thousand
  std::size_t from = 0;
  std::size_t to = 0;
};

/// 1 to 10, as they number items.
inline constexpr std::u32string_view kChineseOrdinals = U"一二三四五六七八九十";

/// 0..9 for 〇 零 一 … 九 两 壹 … 玖; -1 for anything else.
[[nodiscard]] int chinese_digit(char32_t c) noexcept;

/// Reads the longest Chinese numeral that starts at the folded index: places (两万三千, 一百〇八, 十二,
/// 廿三, and as spoken 一万二 for 12000) or digits side by side (二〇一九, 一五). None if there is none.
[[nodiscard]] std::optional<ChineseNumeral> read_chinese_numeral(const Folded& text, std::size_t index);

/// The factor of 十 百 千 万 亿 (and 拾 佰 仟); 0 for anything else.
[[nodiscard]] std::int64_t chinese_place(char32_t c) noexcept;

}  // namespace nianbao
