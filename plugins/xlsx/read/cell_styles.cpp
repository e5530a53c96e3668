#include "read/cell_styles.hpp"

#include <algorithm>
#include <array>

#include "ooxml/xml.hpp"

namespace nianbao::xlsx {

namespace {

using namespace std::string_view_literals;

struct BuiltIn {
  std::int64_t first;
  std::int64_t last;
  std::string_view code;
};

// Numbers that every workbook knows without stating them; 27 to 36 and 50 to 58 as Chinese Excel has them.
constexpr std::array kBuiltIn = {
    BuiltIn{1, 1, "0"},
    BuiltIn{2, 2, "0.00"},
    BuiltIn{3, 3, "#,##0"},
    BuiltIn{4, 4, "#,##0.00"},
    BuiltIn{9, 9, "0%"},
    BuiltIn{10, 10, "0.00%"},
    BuiltIn{14, 15, "yyyy-m-d"},
    BuiltIn{16, 16, "m-d"},
    BuiltIn{17, 17, "yyyy-m"},
    BuiltIn{18, 18, "h:m"},
    BuiltIn{19, 19, "h:m:s"},
    BuiltIn{20, 20, "h:m"},
    BuiltIn{21, 21, "h:m:s"},
    BuiltIn{22, 22, "yyyy-m-d h:m"},
    BuiltIn{27, 27, "yyyy\"年\"m\"月\""},
    BuiltIn{28, 29, "m\"月\"d\"日\""},
    BuiltIn{30, 30, "m-d-yy"},
    BuiltIn{31, 31, "yyyy\"年\"m\"月\"d\"日\""},
    BuiltIn{32, 35, "h:m"},
    BuiltIn{36, 36, "yyyy\"年\"m\"月\""},
    BuiltIn{37, 38, "#,##0;-#,##0"},
    BuiltIn{39, 40, "#,##0.00;-#,##0.00"},
    BuiltIn{41, 42, "#,##0;-#,##0"},
    BuiltIn{43, 44, "#,##0.00;-#,##0.00"},
    BuiltIn{45, 47, "h:m:s"},
    BuiltIn{50, 50, "yyyy\"年\"m\"月\""},
    BuiltIn{51, 51, "m\"月\"d\"日\""},
    BuiltIn{52, 52, "yyyy\"年\"m\"月\""},
    BuiltIn{53, 54, "m\"月\"d\"日\""},
    BuiltIn{55, 56, "h:m"},
    BuiltIn{57, 57, "yyyy\"年\"m\"月\""},
    BuiltIn{58, 58, "m\"月\"d\"日\""},
};

/// One line below or beside is an underline; a cell of a table has more.
bool has_borders(pugi::xml_node border) {
  const auto sides = std::count_if(border.begin(), border.end(), [](const pugi::xml_node& side) {
    const std::string_view style = side.attribute("style").value();
    return std::string_view(side.name()) != "diagonal" && !style.empty() && style != "none";
  });
  return sides >= 2;
}

std::string fill_of(pugi::xml_node fill) {
  const auto pattern = fill.child("patternFill");
  const bool solid = std::string_view(pattern.attribute("patternType").value()) == "solid";
  return solid ? pattern.child("fgColor").attribute("rgb").value() : "";
}

}  // namespace

CellStyles::CellStyles(pugi::xml_node root) {
  std::map<std::int64_t, std::string> codes;
  for (const auto& format : root.child("numFmts").children("numFmt")) {
    codes[ooxml::number(format.attribute("numFmtId"), -1)] = format.attribute("formatCode").value();
  }
  const auto code_of = [&](std::int64_t id) -> std::string {
    const auto stated = codes.find(id);
    if (stated != codes.end()) {
      return stated->second;
    }
    const auto* known = std::find_if(kBuiltIn.begin(), kBuiltIn.end(),
                                     [&](const BuiltIn& one) { return one.first <= id && id <= one.last; });
    return known == kBuiltIn.end() ? std::string() : std::string(known->code);
  };
  std::vector<bool> borders;
  for (const auto& border : root.child("borders").children("border")) {
    borders.push_back(has_borders(border));
  }
  std::vector<std::string> fills;
  for (const auto& fill : root.child("fills").children("fill")) {
    fills.push_back(fill_of(fill));
  }
  for (const auto& format : root.child("cellXfs").children("xf")) {
    CellStyle style;
    style.code = code_of(ooxml::number(format.attribute("numFmtId"), 0));
    const auto border = static_cast<std::size_t>(ooxml::number(format.attribute("borderId"), 0));
    const auto fill = static_cast<std::size_t>(ooxml::number(format.attribute("fillId"), 0));
    style.bordered = border < borders.size() && borders[border];
    style.fill = fill < fills.size() ? fills[fill] : "";
    styles_.push_back(std::move(style));
  }
}

const CellStyle& CellStyles::find(std::int64_t index) const {
  return index >= 0 && index < static_cast<std::int64_t>(styles_.size()) ? styles_[static_cast<std::size_t>(index)]
                                                                         : plain_;
}

}  // namespace nianbao::xlsx
