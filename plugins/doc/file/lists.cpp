#include "file/lists.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "file/bytes.hpp"
#include "file/utf16.hpp"

namespace nianbao::doc {

namespace {

using word::Numbering;

constexpr std::size_t kListSize = 28;
constexpr std::size_t kUseSize = 16;
constexpr std::size_t kLevelHead = 28;
constexpr std::size_t kLongestPattern = 20;  // characters, placeholders among them

/// The name of a number format, as docx files have it.
std::string format_name(std::uint32_t code) {
  static constexpr std::pair<std::uint32_t, const char*> kNames[] = {
      {1, "upperRoman"},
      {2, "lowerRoman"},
      {3, "upperLetter"},
      {4, "lowerLetter"},
      {10, "ideographDigital"},
      {11, "japaneseCounting"},
      {14, "decimalFullWidth"},
      {15, "decimalFullWidth2"},
      {16, "japaneseLegal"},
      {17, "japaneseDigitalTenThousand"},
      {18, "decimalEnclosedCircle"},
      {19, "decimalFullWidth2"},
      {22, "decimalZero"},
      {23, "bullet"},
      {26, "decimalEnclosedFullstop"},
      {27, "decimalEnclosedParen"},
      {28, "decimalEnclosedCircleChinese"},
      {29, "ideographEnclosedCircle"},
      {30, "ideographTraditional"},
      {31, "ideographZodiac"},
      {33, "taiwaneseCounting"},
      {34, "ideographLegalTraditional"},
      {35, "taiwaneseCountingThousand"},
      {36, "taiwaneseDigital"},
      {37, "chineseCounting"},
      {38, "chineseLegalSimplified"},
      {39, "chineseCountingThousand"},
      {255, "none"},
  };
  const auto* found =
      std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.first == code; });
  return found == std::end(kNames) ? "decimal" : found->second;
}

/// The characters with their placeholders, 0 to 8, as %1 to %9.
std::string pattern_of(std::string_view characters) {
  std::string pattern;
  for (std::size_t at = 0; at + 1 < characters.size(); at += 2) {
    const auto unit = u16(characters, at);
    if (unit < Numbering::kLevels) {
      pattern += {'%', static_cast<char>('1' + unit)};
    } else {
      append_utf8(characters.substr(at, 2), pattern);
    }
  }
  return pattern;
}

std::uint32_t start_of(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(std::clamp(i32(bytes, at), 0, 100000));
}

/// Reads one level; gives how many bytes it takes.
std::size_t read_level(std::string_view bytes, Numbering::Level& level) {
  const auto info = u8(bytes, 5);
  constexpr std::uint32_t kLegal = 0x04;
  constexpr std::uint32_t kNoRestart = 0x08;
  level.start = start_of(bytes, 0);
  level.format = format_name(u8(bytes, 4));
  level.legal = (info & kLegal) != 0;
  level.restart = (info & kNoRestart) != 0 ? static_cast<int>(std::min(u8(bytes, 26), 9U)) : -1;
  const auto text = kLevelHead + u8(bytes, 24) + u8(bytes, 25);
  const auto length = std::size_t{u16(bytes, text)};
  if (length <= kLongestPattern) {
    level.text = pattern_of(part(bytes, text + 2, length * 2));
  }
  return text + 2 + length * 2;
}

void read_definitions(std::string_view lists, Numbering& numbering) {
  const auto count = u16(lists, 0);
  auto levels = part(lists, 2 + std::size_t{count} * kListSize);
  for (std::uint32_t i = 0; i < count && !levels.empty(); ++i) {
    const auto list = part(lists, 2 + i * kListSize, kListSize);
    const bool simple = (u8(list, 26) & 1U) != 0;
    auto& definition = numbering.define(std::to_string(u32(list, 0)));
    for (std::size_t level = 0; level < (simple ? 1 : Numbering::kLevels); ++level) {
      levels = part(levels, read_level(levels, definition[level]));
    }
  }
}

/// What a use of a list changes of one level: where it starts. Gives how many bytes it takes.
std::size_t read_override(std::string_view bytes, Numbering::Starts& starts) {
  constexpr std::uint32_t kStart = 0x10;
  constexpr std::uint32_t kFormat = 0x20;
  const auto flags = u32(bytes, 4);
  const auto level = flags & 0xFU;
  Numbering::Level own;
  const auto size = (flags & kFormat) != 0 ? 8 + read_level(part(bytes, 8), own) : 8;
  if ((flags & kStart) != 0 && level < starts.size()) {
    starts[level] = (flags & kFormat) != 0 ? own.start : start_of(bytes, 0);
  }
  return size;
}

}  // namespace

Numbering read_numbering(std::string_view lists, std::string_view uses) {
  Numbering numbering;
  read_definitions(lists, numbering);
  const auto count = std::min<std::size_t>(u32(uses, 0), uses.size() / kUseSize);
  auto changes = part(uses, 4 + count * kUseSize);
  for (std::size_t i = 0; i < count; ++i) {
    const auto use = part(uses, 4 + i * kUseSize, kUseSize);
    Numbering::Starts starts;
    starts.fill(-1);
    changes = part(changes, 4);
    for (std::uint32_t change = 0; change < u8(use, 12) && !changes.empty(); ++change) {
      changes = part(changes, read_override(changes, starts));
    }
    numbering.add_instance(std::to_string(i + 1), std::to_string(u32(use, 0)), starts);
  }
  return numbering;
}

}  // namespace nianbao::doc
