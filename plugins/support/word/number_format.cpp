#include "word/number_format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::word {

namespace {

using namespace std::string_view_literals;

constexpr std::array kDigits = {"〇"sv, "一"sv, "二"sv, "三"sv, "四"sv, "五"sv, "六"sv, "七"sv, "八"sv, "九"sv};
constexpr std::array kLegalDigits = {"零"sv, "壹"sv, "贰"sv, "叁"sv, "肆"sv, "伍"sv, "陆"sv, "柒"sv, "捌"sv, "玖"sv};
constexpr std::array kStems = {"甲"sv, "乙"sv, "丙"sv, "丁"sv, "戊"sv, "己"sv, "庚"sv, "辛"sv, "壬"sv, "癸"sv};
constexpr std::array kBranches = {"子"sv, "丑"sv, "寅"sv, "卯"sv, "辰"sv, "巳"sv,
                                  "午"sv, "未"sv, "申"sv, "酉"sv, "戌"sv, "亥"sv};
constexpr std::array kUnits = {""sv, "十"sv, "百"sv, "千"sv};
constexpr std::array kLegalUnits = {""sv, "拾"sv, "佰"sv, "仟"sv};

/// 十二, 一百零三; 拾 keeps its 壹 in front, 十 does not.
std::string counted(std::uint32_t number, const std::array<std::string_view, 10>& digits,
                    const std::array<std::string_view, 4>& units, bool bare_ten) {
  if (number == 0 || number > 9999) {
    return std::to_string(number);
  }
  const auto text = std::to_string(number);
  std::string result;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<std::size_t>(text[i] - '0');
    if (digit == 0) {
      gap = true;
      continue;
    }
    result += gap ? "零" : "";
    gap = false;
    const bool skip_one = bare_ten && digit == 1 && i == 0 && text.size() == 2;
    result += skip_one ? ""sv : digits[digit];
    result += units[text.size() - 1 - i];
  }
  return result;
}

std::string digit_by_digit(std::uint32_t number) {
  std::string result;
  for (const char c : std::to_string(number)) {
    result += kDigits[static_cast<std::size_t>(c - '0')];
  }
  return result;
}

std::string roman(std::uint32_t number, bool upper) {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kParts = {{{1000, "m"},
                                                                                  {900, "cm"},
                                                                                  {500, "d"},
                                                                                  {400, "cd"},
                                                                                  {100, "c"},
                                                                                  {90, "xc"},
                                                                                  {50, "l"},
                                                                                  {40, "xl"},
                                                                                  {10, "x"},
                                                                                  {9, "ix"},
                                                                                  {5, "v"},
                                                                                  {4, "iv"},
                                                                                  {1, "i"}}};
  if (number == 0 || number > 3999) {
    return std::to_string(number);
  }
  std::string result;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) {
      result += letters;
    }
  }
  for (auto& c : result) {
    c = static_cast<char>(upper ? c - 'a' + 'A' : c);
  }
  return result;
}

/// a … z, aa … zz as Word repeats letters.
std::string letters(std::uint32_t number, char first) {
  if (number == 0 || number > 26 * 10) {
    return std::to_string(number);
  }
  return std::string((number - 1) / 26 + 1, static_cast<char>(first + static_cast<char>((number - 1) % 26)));
}

/// A character of a row of such characters: ① is U+2460.
std::string enclosed(std::uint32_t number, std::uint32_t first, std::uint32_t last_number) {
  if (number == 0 || number > last_number) {
    return std::to_string(number);
  }
  const auto code = first + number - 1;
  return {static_cast<char>(0xE0U | (code >> 12U)), static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)),
          static_cast<char>(0x80U | (code & 0x3FU))};
}

struct EnclosedRow {
  std::string_view format;
  std::uint32_t first;
  std::uint32_t last_number;
};
constexpr std::array kEnclosed = {
    EnclosedRow{"decimalEnclosedCircle", 0x2460, 20}, EnclosedRow{"decimalEnclosedCircleChinese", 0x2460, 20},
    EnclosedRow{"decimalEnclosedParen", 0x2474, 20}, EnclosedRow{"decimalEnclosedFullstop", 0x2488, 20},
    EnclosedRow{"ideographEnclosedCircle", 0x3220, 10}};

std::string full_width(std::uint32_t number) {
  std::string result;
  for (const char c : std::to_string(number)) {
    result += enclosed(static_cast<std::uint32_t>(c - '0') + 1, 0xFF10, 10);
  }
  return result;
}

template <std::size_t size>
std::string cyclic(std::uint32_t number, const std::array<std::string_view, size>& names) {
  return number == 0 ? "0" : std::string(names[(number - 1) % size]);
}

}  // namespace

std::string format_number(std::uint32_t number, std::string_view format) {
  if (format == "bullet" || format == "none") {
    return {};
  }
  constexpr std::array kCounting = {"chineseCounting"sv, "chineseCountingThousand"sv, "japaneseCounting"sv,
                                    "taiwaneseCounting"sv, "taiwaneseCountingThousand"sv};
  if (std::find(kCounting.begin(), kCounting.end(), format) != kCounting.end()) {
    return counted(number, kDigits, kUnits, true);
  }
  if (format == "chineseLegalSimplified" || format == "ideographLegalTraditional" || format == "japaneseLegal") {
    return counted(number, kLegalDigits, kLegalUnits, false);
  }
  if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand") {
    return digit_by_digit(number);
  }
  if (format == "upperRoman" || format == "lowerRoman") {
    return roman(number, format == "upperRoman");
  }
  if (format == "upperLetter" || format == "lowerLetter") {
    return letters(number, format == "upperLetter" ? 'A' : 'a');
  }
  for (const auto& row : kEnclosed) {
    if (format == row.format) {
      return enclosed(number, row.first, row.last_number);
    }
  }
  if (format == "ideographTraditional") {
    return cyclic(number, kStems);
  }
  if (format == "ideographZodiac") {
    return cyclic(number, kBranches);
  }
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") {
    return full_width(number);
  }
  if (format == "decimalZero" && number < 10) {
    return "0" + std::to_string(number);
  }
  return std::to_string(number);
}

}  // namespace nianbao::word
