#include "file/style_sheet.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "file/bytes.hpp"
#include "file/sprm.hpp"
#include "file/utf16.hpp"

namespace nianbao::doc {

namespace {

using word::StyleUse;

constexpr std::uint32_t kNone = 0xFFF;
constexpr std::uint32_t kParagraph = 1;
constexpr std::uint32_t kCharacter = 2;
constexpr std::size_t kLongestChain = 20;

/// One style as the file states it.
struct Definition {
  std::uint32_t number = 0;  // of a built-in style
  std::uint32_t kind = 0;
  std::uint32_t base = kNone;
  std::string name;
  std::string_view paragraph;   // property changes
  std::string_view characters;  // property changes
};

struct NumberedUse {
  std::uint32_t first;
  std::uint32_t last;
  StyleUse use;
};

// Word writes their names in its own language; the numbers are always the same.
constexpr std::array kUses = {
    NumberedUse{19, 27, StyleUse::contents},      NumberedUse{29, 29, StyleUse::note},
    NumberedUse{34, 34, StyleUse::caption},       NumberedUse{43, 43, StyleUse::note},
    NumberedUse{48, 48, StyleUse::list_bullet},   NumberedUse{49, 49, StyleUse::list_number},
    NumberedUse{54, 57, StyleUse::list_bullet},   NumberedUse{58, 61, StyleUse::list_number},
    NumberedUse{62, 62, StyleUse::title},         NumberedUse{64, 64, StyleUse::signoff},
    NumberedUse{68, 72, StyleUse::list_continue}, NumberedUse{74, 74, StyleUse::subtitle},
    NumberedUse{76, 76, StyleUse::date},
};

Definition read_definition(std::string_view bytes, std::size_t base_size) {
  Definition definition;
  definition.number = u16(bytes, 0) & 0xFFFU;
  definition.kind = u16(bytes, 2) & 0xFU;
  definition.base = u16(bytes, 2) >> 4U;
  const auto length = std::size_t{u16(bytes, base_size)};
  append_utf8(part(bytes, base_size + 2, length * 2), definition.name);
  auto at = base_size + 2 + (length + 1) * 2;
  const auto parts = u16(bytes, 4) & 0xFU;
  for (std::uint32_t i = 0; i < parts && at < bytes.size(); ++i) {
    const auto size = std::size_t{u16(bytes, at)};
    const auto content = part(bytes, at + 2, size);
    if (definition.kind == kParagraph && i == 0) {
      definition.paragraph = part(content, 2);
    } else if (definition.kind == kParagraph || definition.kind == kCharacter) {
      definition.characters = content;
    }
    at += 2 + size + size % 2;
  }
  return definition;
}

std::vector<Definition> read_definitions(std::string_view bytes) {
  const auto head = std::size_t{u16(bytes, 0)};
  const auto count = u16(bytes, 2);
  const auto base_size = std::size_t{u16(bytes, 4)};
  std::vector<Definition> definitions;
  auto at = 2 + head;
  for (std::uint32_t i = 0; i < count && at + 2 <= bytes.size(); ++i) {
    const auto size = std::size_t{u16(bytes, at)};
    definitions.push_back(read_definition(part(bytes, at + 2, size), base_size));
    at += 2 + size;
  }
  return definitions;
}

void apply_paragraph(std::string_view changes, Style& style) {
  Sprm one;
  for (SprmReader reader(changes); reader.next(one);) {
    if (one.code == sprm::kOutlineLevel) {
      const auto level = u8(one.operand, 0);
      style.outline = level <= 8 ? static_cast<int>(level) : -1;
    } else if (one.code == sprm::kListUse) {
      style.list_use = u16(one.operand, 0);
    } else if (one.code == sprm::kListLevel) {
      style.list_level = u8(one.operand, 0);
    }
  }
}

void apply_characters(std::string_view changes, Style& style) {
  Sprm one;
  for (SprmReader reader(changes); reader.next(one);) {
    if (one.code == sprm::kBold) {
      style.strong = u8(one.operand, 0) == 1;
    } else if (one.code == sprm::kHidden) {
      style.hidden = u8(one.operand, 0) == 1;
    }
  }
}

/// Takes over what the style itself states.
void apply(const Definition& definition, Style& style) {
  const auto number = definition.number;
  const auto* known = std::find_if(kUses.begin(), kUses.end(),
                                   [&](const NumberedUse& one) { return number >= one.first && number <= one.last; });
  const auto name = word::folded_style_name(definition.name);
  const auto use = known != kUses.end() ? known->use : word::use_of_style(name);
  style.use = use != StyleUse::none ? use : style.use;
  if (number >= 1 && number <= 9) {
    style.outline = static_cast<int>(number) - 1;
  } else if (const auto level = word::level_of_style(name)) {
    style.outline = *level;
  }
  apply_paragraph(definition.paragraph, style);
  apply_characters(definition.characters, style);
}

}  // namespace

StyleSheet::StyleSheet(std::string_view bytes) {
  const auto definitions = read_definitions(bytes);
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    std::array<std::size_t, kLongestChain> chain{};
    std::size_t length = 0;
    for (auto one = i; one < definitions.size() && length < chain.size(); one = definitions[one].base) {
      chain[length++] = one;
    }
    Style style;
    while (length > 0) {
      apply(definitions[chain[--length]], style);
    }
    styles_.push_back(style);
  }
}

const Style& StyleSheet::find(std::uint32_t index) const noexcept {
  return index < styles_.size() ? styles_[index] : plain_;
}

}  // namespace nianbao::doc
