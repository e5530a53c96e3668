// Pages drawn for the tests.
#pragma once

#include <string>
#include <vector>

#include "layout/grid.hpp"

namespace nianbao::pdf::test {

/// Every line of a grid with these edges, in pieces from edge to edge.
inline std::vector<Ruling> lines(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::vector<Ruling> rulings;
  for (const double y : ys) {
    for (std::size_t i = 1; i < xs.size(); ++i) {
      rulings.push_back({true, y, xs[i - 1], xs[i]});
    }
  }
  for (const double x : xs) {
    for (std::size_t i = 1; i < ys.size(); ++i) {
      rulings.push_back({false, x, ys[i - 1], ys[i]});
    }
  }
  return rulings;
}

inline void erase_piece(std::vector<Ruling>& rulings, bool horizontal, double at, double from, double to) {
  rulings.erase(std::remove_if(rulings.begin(), rulings.end(),
                               [&](const Ruling& r) {
                                 return r.horizontal == horizontal && r.at == at && r.from >= from && r.to <= to;
                               }),
                rulings.end());
}

/// Writes text as glyphs, each as wide as high; ASCII half as wide. (x, y) is the top left corner.
inline void write(std::vector<Glyph>& glyphs, double x, double y, const std::string& text, double size = 10) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte >= 0xE0 ? 3 : 2;
    const double width = length == 1 ? size / 2 : size;
    const auto character = text.substr(at, length);
    if (character == " ") {
      glyphs.back().space_after = true;
    } else {
      glyphs.push_back({character, {x, y, x + width, y + size}, size, false});
    }
    x += width;
    at += length;
  }
}

inline std::string sketch(const Grid& grid, bool texts = false) {
  auto text = std::to_string(grid.rows()) + "x" + std::to_string(grid.columns());
  for (const auto& cell : grid.cells) {
    text += " " + std::to_string(cell.row + 1) + "," + std::to_string(cell.column + 1);
    if (cell.rowspan > 1 || cell.colspan > 1) {
      text += "[" + std::to_string(cell.rowspan) + "x" + std::to_string(cell.colspan) + "]";
    }
    text += texts ? ":" + cell.text : "";
  }
  return text;
}

}  // namespace nianbao::pdf::test
