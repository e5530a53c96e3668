// What the styles of a workbook say about its cells.
#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::xlsx {

struct CellStyle {
  std::string code;  ///< of the number format; empty: General
  std::string fill;  ///< colour as AARRGGBB; empty if there is none
  bool bordered = false;
};

class CellStyles {
 public:
  CellStyles() = default;
  /// `root` of styles.xml.
  explicit CellStyles(pugi::xml_node root);
  /// A plain one where the index is unknown.
  [[nodiscard]] const CellStyle& find(std::int64_t index) const;

 private:
  std::vector<CellStyle> styles_;
  CellStyle plain_;
};

}  // namespace nianbao::xlsx
