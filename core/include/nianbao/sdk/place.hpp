// Where something stands in the input.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nianbao {

/// Half-open range [from, to).
struct Range {
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  friend bool operator==(const Range& a, const Range& b) noexcept { return a.from == b.from && a.to == b.to; }
  friend bool operator!=(const Range& a, const Range& b) noexcept { return !(a == b); }
};

/// A rectangle on a page, in points (1/72 inch) from the page's top left corner.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// A place in the input, as exactly as its container knows it. Numbers count from 1 and are 0 where
/// unknown; texts are empty where unknown and live as long as the Document or Report they belong to.
struct Place {
  std::uint32_t block = 0;   ///< number of the top-level block in the Document
  std::uint32_t row = 0;     ///< row of the table's grid
  std::uint32_t column = 0;  ///< column of the table's grid
  std::uint32_t line = 0;    ///< line of a text input
  std::uint32_t page = 0;
  std::optional<Range> chars;  ///< characters (code points, from 0) in the text of the block or cell
  std::optional<Range> bytes;  ///< bytes of the file, from 0
  std::optional<Box> box;
  std::string_view part;   ///< part of a package, such as word/document.xml
  std::string_view sheet;  ///< spreadsheet: name of the sheet
  std::string_view cell;   ///< spreadsheet: such as B12
};

}  // namespace nianbao
