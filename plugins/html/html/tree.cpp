#include "html/tree.hpp"

#include <algorithm>
#include <array>

namespace nianbao::html {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <std::size_t size>
bool one_of(const std::array<GumboTag, size>& tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

constexpr std::array kInvisible = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,   GUMBO_TAG_IFRAME,
    GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,  GUMBO_TAG_SELECT,   GUMBO_TAG_OPTION,   GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA,
    GUMBO_TAG_SVG,    GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,    GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER,
    GUMBO_TAG_TITLE,  GUMBO_TAG_META,   GUMBO_TAG_LINK};

constexpr std::array kBlocks = {
    GUMBO_TAG_P,      GUMBO_TAG_DIV,   GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,       GUMBO_TAG_HEADER,
    GUMBO_TAG_CENTER, GUMBO_TAG_TABLE, GUMBO_TAG_UL,      GUMBO_TAG_OL,      GUMBO_TAG_LI,         GUMBO_TAG_DL,
    GUMBO_TAG_DT,     GUMBO_TAG_DD,    GUMBO_TAG_PRE,     GUMBO_TAG_HR,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,
    GUMBO_TAG_FORM,   GUMBO_TAG_H1,    GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,         GUMBO_TAG_H5,
    GUMBO_TAG_H6,     GUMBO_TAG_TR,    GUMBO_TAG_TD,      GUMBO_TAG_TH,      GUMBO_TAG_TBODY,      GUMBO_TAG_THEAD,
    GUMBO_TAG_TFOOT,  GUMBO_TAG_ASIDE, GUMBO_TAG_ADDRESS, GUMBO_TAG_CAPTION, GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_BODY,   GUMBO_TAG_HTML,  GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY};

}  // namespace

Output parse(std::string_view html) {
  auto options = kGumboDefaultOptions;
  options.max_errors = 0;
  return Output(gumbo_parse_with_options(&options, html.data(), html.size()));
}

const GumboVector* children_of(const GumboNode& node) noexcept {
  if (node.type == GUMBO_NODE_ELEMENT) {
    return &node.v.element.children;
  }
  return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : nullptr;
}

GumboTag tag_of(const GumboNode& node) noexcept {
  return node.type == GUMBO_NODE_ELEMENT ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode& node, const char* name) noexcept {
  if (node.type != GUMBO_NODE_ELEMENT) {
    return {};
  }
  const auto* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::size_t find_word(std::string_view text, std::string_view lower_case_word) noexcept {
  const auto found = std::search(text.begin(), text.end(), lower_case_word.begin(), lower_case_word.end(),
                                 [](char a, char b) { return lower(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

bool holds(std::string_view text, std::string_view lower_case_word) noexcept {
  return find_word(text, lower_case_word) != std::string_view::npos;
}

bool is_hidden(const GumboNode& node) noexcept {
  const auto style = attribute(node, "style");
  return holds(style, "display:none") || holds(style, "display: none") || holds(style, "mso-hide:all");
}

bool is_strong(const GumboNode& node) noexcept {
  const auto tag = tag_of(node);
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG) {
    return true;
  }
  const auto style = attribute(node, "style");
  constexpr std::string_view kWeight = "font-weight";
  const auto weight = find_word(style, kWeight);
  if (weight == std::string_view::npos) {
    return false;
  }
  const auto value = style.substr(weight + kWeight.size(), 10);
  return holds(value, "bold") || holds(value, "700") || holds(value, "800") || holds(value, "900");
}

bool is_invisible(GumboTag tag) noexcept { return one_of(kInvisible, tag); }

bool is_block(GumboTag tag) noexcept { return one_of(kBlocks, tag); }

}  // namespace nianbao::html
