#include "read/numbering.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "characters/clean_text.hpp"
#include "ooxml/xml.hpp"

namespace nianbao::docx {

namespace {

using word::Numbering;

std::uint32_t counter(pugi::xml_attribute attribute, std::uint32_t fallback) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(ooxml::number(attribute, fallback), 0, 100000));
}

void read_level(pugi::xml_node node, Numbering::Levels& levels) {
  const auto index = ooxml::number(node.attribute("w:ilvl"), -1);
  if (index < 0 || index >= static_cast<std::int64_t>(Numbering::kLevels)) {
    return;
  }
  auto& level = levels[static_cast<std::size_t>(index)];
  level.start = counter(node.child("w:start").attribute("w:val"), 0);
  level.restart = static_cast<int>(ooxml::number(node.child("w:lvlRestart").attribute("w:val"), -1));
  level.style = node.child("w:pStyle").attribute("w:val").value();
  level.legal = ooxml::is_on(node.child("w:isLgl"));
  if (const auto format = node.child("w:numFmt").attribute("w:val")) {
    level.format = format.value();
  }
  const std::string_view pattern = node.child("w:lvlText").attribute("w:val").value();
  if (pattern.size() <= Numbering::kLongestPattern) {
    characters::append_clean(pattern, level.text);
  }
}

}  // namespace

Numbering read_numbering(pugi::xml_node root) {
  Numbering numbering;
  for (const auto& node : root.children("w:abstractNum")) {
    auto& levels = numbering.define(node.attribute("w:abstractNumId").value());
    for (const auto& level : node.children("w:lvl")) {
      read_level(level, levels);
    }
  }
  for (const auto& node : root.children("w:num")) {
    Numbering::Starts starts;
    starts.fill(-1);
    for (const auto& change : node.children("w:lvlOverride")) {
      const auto level = ooxml::number(change.attribute("w:ilvl"), -1);
      if (level >= 0 && level < static_cast<std::int64_t>(Numbering::kLevels)) {
        const auto start = change.child("w:startOverride").attribute("w:val");
        starts[static_cast<std::size_t>(level)] = start ? counter(start, 1) : -1;
      }
    }
    numbering.add_instance(node.attribute("w:numId").value(), node.child("w:abstractNumId").attribute("w:val").value(),
                           starts);
  }
  return numbering;
}

}  // namespace nianbao::docx
