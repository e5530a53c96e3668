#include "read/styles.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "ooxml/xml.hpp"
#include "style_names.hpp"

namespace nianbao::docx {

namespace {

constexpr int kLongestChain = 20;

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& c : result) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return result;
}

struct NamedUse {
  std::string_view name;  // lower case; Word writes the names of its own styles in English
  StyleUse use;
};

constexpr std::array kUses = {
    NamedUse{"title", StyleUse::title},
    NamedUse{"subtitle", StyleUse::subtitle},
    NamedUse{"caption", StyleUse::caption},
    NamedUse{"footnote text", StyleUse::note},
    NamedUse{"signature", StyleUse::signoff},
    NamedUse{"date", StyleUse::date},
    NamedUse{"toc heading", StyleUse::contents},
    NamedUse{"table heading", StyleUse::table_head},
    NamedUse{names::kNote, StyleUse::note},
    NamedUse{names::kTableHead, StyleUse::table_head},
    NamedUse{names::kTableCaption, StyleUse::table_caption},
    NamedUse{names::kLines, StyleUse::lines},
    NamedUse{names::kImage, StyleUse::image},
    NamedUse{names::kNoCell, StyleUse::no_cell},
    NamedUse{names::kDraftNotice, StyleUse::draft_notice},
};

/// "list bullet 2" is a "list bullet".
StyleUse use_of(std::string_view name) {
  const auto* found = std::find_if(kUses.begin(), kUses.end(), [&](const NamedUse& use) { return use.name == name; });
  if (found != kUses.end()) {
    return found->use;
  }
  constexpr std::array kFamilies = {
      NamedUse{"toc ", StyleUse::contents}, NamedUse{"list bullet", StyleUse::list_bullet},
      NamedUse{"list number", StyleUse::list_number}, NamedUse{"list continue", StyleUse::list_continue}};
  const auto* family =
      std::find_if(kFamilies.begin(), kFamilies.end(), [&](const NamedUse& use) { return name.starts_with(use.name); });
  return family == kFamilies.end() ? StyleUse::none : family->use;
}

/// The outline level that a built-in heading has by its name: "heading 2" has 1.
std::optional<int> level_of_name(std::string_view name) {
  constexpr std::string_view kHeading = "heading ";
  const bool heading = name.size() == kHeading.size() + 1 && name.starts_with(kHeading);
  return heading && name.back() >= '1' && name.back() <= '9' ? std::optional(name.back() - '1') : std::nullopt;
}

/// Takes over what the style itself states.
void apply(pugi::xml_node node, Style& style) {
  const auto name = lower(node.child("w:name").attribute("w:val").value());
  if (const auto use = use_of(name); use != StyleUse::none) {
    style.use = use;
  }
  if (const auto level = level_of_name(name)) {
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
