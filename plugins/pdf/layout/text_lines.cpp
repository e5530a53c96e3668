#include "layout/text_lines.hpp"

#include <cmath>
#include <string_view>

namespace nianbao::pdf {
namespace {

bool is_word_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Drawn twice, a hair apart, to look bold.
bool is_double(const Glyph& a, const Glyph& b) {
  const double near = 0.25 * std::max(a.size, 1.0);
  return a.text == b.text && std::abs(a.box.left - b.box.left) < near && std::abs(a.box.top - b.box.top) < near;
}

/// Glyphs of one line, growing.
struct Band {
  std::vector<const Glyph*> glyphs;
  Rect box;
};

/// True if the glyph's middle lies in the band and the band's in the glyph, for the most part.
bool belongs(const Glyph& glyph, const Rect& band) {
  const double overlap = std::min(glyph.box.bottom, band.bottom) - std::max(glyph.box.top, band.top);
  return overlap > 0.5 * std::min(glyph.box.height(), band.height());
}

std::vector<Band> bands(std::vector<const Glyph*> glyphs) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const Glyph* a, const Glyph* b) { return a->box.centre_y() < b->box.centre_y(); });
  std::vector<Band> bands;
  for (const auto* glyph : glyphs) {
    // Sorted by their middles: only the last bands can still grow.
    bool placed = false;
    for (std::size_t back = 1; back <= std::min<std::size_t>(bands.size(), 2) && !placed; ++back) {
      auto& band = bands[bands.size() - back];
      if (belongs(*glyph, band.box)) {
        band.glyphs.push_back(glyph);
        band.box.include(glyph->box);
        placed = true;
      }
    }
    if (!placed) {
      bands.push_back({{glyph}, glyph->box});
    }
  }
  return bands;
}

enum class Gap { none, space, wide };

Gap gap_between(const Glyph& left, const Glyph& right) {
  constexpr double kWide = 1.5;
  const double size = std::max(std::min(left.size, right.size), 1.0);
  const double gap = (right.box.left - left.box.right) / size;
  const bool words = is_word_byte(left.text.back()) && is_word_byte(right.text.front());
  if (gap >= kWide) {
    return Gap::wide;
  }
  return gap >= (left.space_after ? 0.1 : words ? 0.2 : 0.6) ? Gap::space : Gap::none;
}

TextLine to_line(Band& band) {
  std::stable_sort(band.glyphs.begin(), band.glyphs.end(),
                   [](const Glyph* a, const Glyph* b) { return a->box.left < b->box.left; });
  TextLine line;
  line.box = band.box;
  const Glyph* last = nullptr;
  for (const auto* glyph : band.glyphs) {
    if (last != nullptr && is_double(*last, *glyph)) {
      continue;
    }
    const auto gap = last == nullptr ? Gap::wide : gap_between(*last, *glyph);
    if (gap == Gap::wide) {
      line.pieces.push_back({{}, glyph->box.left, glyph->box.right});
    }
    auto& piece = line.pieces.back();
    piece.text += gap == Gap::space ? " " : "";
    piece.text += glyph->text;
    piece.right = std::max(piece.right, glyph->box.right);
    line.size = std::max(line.size, glyph->size);
    last = glyph;
  }
  return line;
}

/// Bytes of the character that begins here; 1 where it is none.
std::size_t character_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.empty() ? '\0' : text.front());
  const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
  return std::min(length, std::max<std::size_t>(text.size(), 1));
}

/// Signs that no line begins with.
bool closes(std::string_view character) {
  for (const std::string_view sign :
       {"，", "。", "、", "；", "：", "”", "’", "）", "》", "〉", "】", "〕", "！", "？", ",", ".", ")"}) {
    if (character == sign) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_blank(const Glyph& glyph) noexcept {
  return glyph.text.find_first_not_of(" \t\r\n") == std::string::npos || glyph.text == "\xC2\xA0" ||
         glyph.text == "\xE3\x80\x80";
}

std::string TextLine::text() const {
  std::string text;
  for (const auto& piece : pieces) {
    text += text.empty() ? "" : " ";
    text += piece.text;
  }
  return text;
}

std::vector<TextLine> text_lines(std::vector<const Glyph*> glyphs) {
  std::vector<TextLine> lines;
  auto found = bands(std::move(glyphs));
  for (auto& band : found) {
    lines.push_back(to_line(band));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextLine& a, const TextLine& b) { return a.box.top < b.box.top; });
  return lines;
}

std::string spaced_text(const std::vector<TextLine>& lines) {
  constexpr std::size_t kWidest = 80;
  std::string text;
  for (const auto& line : lines) {
    text += text.empty() ? "" : "\n";
    const Piece* last = nullptr;
    for (const auto& piece : line.pieces) {
      const double spaces = last == nullptr ? 0 : 2 * (piece.left - last->right) / std::max(line.size, 1.0);
      text.append(std::min(static_cast<std::size_t>(std::max(spaces, 0.0)), kWidest), ' ');
      text += piece.text;
      last = &piece;
    }
  }
  return text;
}

double least_width(std::string_view text, double size) {
  double width = 0;
  const bool word = !text.empty() && is_word_byte(text.front());
  while (word && !text.empty() && is_word_byte(text.front())) {
    width += 0.5 * size;
    text.remove_prefix(1);
  }
  if (!word) {
    width = size;
    text.remove_prefix(std::min(character_length(text), text.size()));
  }
  while (!text.empty() && closes(text.substr(0, character_length(text)))) {
    width += size;
    text.remove_prefix(character_length(text));
  }
  return width;
}

void append_wrapped(std::string& text, std::string_view next) {
  if (!text.empty() && !next.empty() && is_word_byte(text.back()) && is_word_byte(next.front())) {
    text += ' ';
  }
  text += next;
}

}  // namespace nianbao::pdf
