// A workbook's parts: sheets, shared strings, styles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

#include "ooxml/package.hpp"
#include "read/cell_styles.hpp"

namespace nianbao::xlsx {

struct SheetEntry {
  std::string name;
  std::string part;
  bool hidden = false;
};

struct Workbook {
  /// Texts are kept in the arena.
  [[nodiscard]] static Result<Workbook> load(const ooxml::Package& package, Arena& arena);

  std::vector<SheetEntry> sheets;
  std::vector<std::string_view> strings;
  CellStyles styles;
  bool from_1904 = false;
};

/// The text of a string item: its runs joined, readings of characters left out.
[[nodiscard]] std::string item_text(pugi::xml_node item);

}  // namespace nianbao::xlsx
