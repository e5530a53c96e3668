#include "read/styles.hpp"

#include <algorithm>
#include <array>

#include "ooxml/xml.hpp"

namespace nianbao::docx {

namespace {

constexpr int kLongestChain = 20;

/// Takes over what the style itself states.
void apply(pugi::xml_node node, Style& style) {
  const auto name = word::folded_style_name(node.child("w:name").attribute("w:val").value());
  if (const auto use = word::use_of_style(name); use != word::StyleUse::none) {
    style.use = use;
  }
  if (const auto level = word::level_of_style(name)) {
    style.outline = *level;
  }
  const auto paragraph = node.child("w:pPr");
  if (const auto outline = paragraph.child("w:outlineLvl")) {
    const auto level = ooxml::number(outline.attribute("w:val"), 9);
    style.outline = level >= 0 && level <= 8 ? static_cast<int>(level) : -1;
  }
  if (const auto numbering = paragraph.child("w:numPr")) {
    style.numbering = numbering.child("w:numId").attribute("w:val").value();
    style.numbering_level = static_cast<int>(ooxml::number(numbering.child("w:ilvl").attribute("w:val"), -1));
  }
  const auto run = node.child("w:rPr");
  style.strong = run.child("w:b") ? ooxml::is_on(run.child("w:b")) : style.strong;
  style.hidden = run.child("w:vanish") ? ooxml::is_on(run.child("w:vanish")) : style.hidden;
  style.link = style.link || name == "hyperlink";
}

}  // namespace

Styles::Styles() = default;

Styles::Styles(pugi::xml_node root) {
  std::map<std::string_view, pugi::xml_node> nodes;
  for (const auto& node : root.children("w:style")) {
    const std::string_view id = node.attribute("w:styleId").value();
    nodes.emplace(id, node);
    if (std::string_view(node.attribute("w:type").value()) == "paragraph" && node.attribute("w:default") &&
        ooxml::is_on(node, "w:default")) {
      default_id_ = id;
    }
  }
  for (const auto& [id, node] : nodes) {
    std::array<pugi::xml_node, kLongestChain> chain;
    std::size_t length = 0;
    for (auto one = node; one && length < chain.size();) {
      chain[length++] = one;
      const auto base = nodes.find(one.child("w:basedOn").attribute("w:val").value());
      one = base == nodes.end() ? pugi::xml_node() : base->second;
    }
    Style style;
    while (length > 0) {
      apply(chain[--length], style);
    }
    styles_.emplace(id, std::move(style));
  }
}

const Style& Styles::find(std::string_view id) const {
  const auto found = styles_.find(id.empty() ? std::string_view(default_id_) : id);
  return found == styles_.end() ? plain_ : found->second;
}

}  // namespace nianbao::docx
