#include "read/paragraph_kind.hpp"

#include <algorithm>

#include "ooxml/xml.hpp"

namespace nianbao::docx {

std::optional<NumberingUse> numbering_of(pugi::xml_node properties, const Style& style) {
  NumberingUse use{style.numbering, style.numbering_level};
  if (const auto own = properties.child("w:numPr")) {
    if (const auto id = own.child("w:numId").attribute("w:val")) {
      use = {id.value(), 0};
    }
    if (const auto level = own.child("w:ilvl").attribute("w:val")) {
      use.level = static_cast<int>(std::clamp<std::int64_t>(ooxml::number(level, 0), 0, 8));
    }
  }
  return use.id.empty() || use.id == "0" ? std::nullopt : std::optional(std::move(use));
}

int outline_of(pugi::xml_node properties, const Style& style) {
  if (const auto own = properties.child("w:outlineLvl").attribute("w:val")) {
    const auto value = ooxml::number(own, 9);
    return value >= 0 && value <= 8 ? static_cast<int>(value) : -1;
  }
  return style.outline;
}

}  // namespace nianbao::docx
