#include "html/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "blocks/blanks.hpp"

namespace nianbao::html {

namespace {

using namespace std::string_view_literals;

// Enough text to be content, whatever the element is called.
constexpr std::size_t kContent = 600;  // bytes
constexpr std::size_t kMostNodes = 2000;
constexpr std::size_t kFewLinks = 3;

constexpr std::array kNames = {
    "nav"sv,       "navbar"sv,  "menu"sv,   "breadcrumb"sv,       "crumb"sv,    "crumbs"sv,  "footer"sv,
    "foot"sv,      "sidebar"sv, "share"sv,  "bdsharebuttonbox"sv, "print"sv,    "toolbar"sv, "qrcode"sv,
    "copyright"sv, "related"sv, "topbar"sv, "location"sv,         "position"sv, "dqwz"sv};

constexpr std::array kPathStarts = {"当前位置"sv, "您的位置"sv,     "您现在的位置"sv,
                                    "你的位置"sv, "您当前的位置"sv, "现在位置"sv};

// Words of buttons; an element made of nothing else is furniture.
constexpr std::array kButtons = {"打印本页"sv,
                                 "关闭窗口"sv,
                                 "关闭本页"sv,
                                 "打印"sv,
                                 "关闭"sv,
                                 "返回顶部"sv,
                                 "返回"sv,
                                 "字体"sv,
                                 "分享到"sv,
                                 "分享"sv,
                                 "收藏"sv,
                                 "微信"sv,
                                 "微博"sv,
                                 "QQ空间"sv,
                                 "上一篇"sv,
                                 "下一篇"sv,
                                 "没有了"sv,
                                 "相关链接"sv,
                                 "相关文档"sv,
                                 "相关附件"sv,
                                 "相关解读"sv,
                                 "相关政策"sv,
                                 "相关稿件"sv,
                                 "扫一扫在手机打开当前页"sv,
                                 "扫一扫在手机上查看当前页面"sv,
                                 "大"sv,
                                 "中"sv,
                                 "小"sv,
                                 "我要纠错"sv};

/// What is inside an element, counted until it is surely content.
struct Content {
  std::string text;  // without blanks, cut at kContent
  std::size_t nodes = 0;
  std::size_t link_bytes = 0;
  std::size_t links = 0;
  bool has_structure = false;  // a table or a heading

  [[nodiscard]] bool enough() const { return has_structure || text.size() >= kContent || nodes >= kMostNodes; }
};

void append_text(std::string_view text, Content& content) {
  for (std::size_t i = 0; i < text.size() && content.text.size() < kContent;) {
    const auto blank = blocks::blank_at(text, i);
    const auto size = blank == 0 ? blocks::character_at(text, i) : blank;
    if (blank == 0) {
      content.text += text.substr(i, size);
    }
    i += size;
  }
}

void collect(const GumboNode& node, bool in_link, Content& content) {
  if (content.enough()) {
    return;
  }
  ++content.nodes;
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
    const auto before = content.text.size();
    append_text(node.v.text.text, content);
    content.link_bytes += in_link ? content.text.size() - before : 0;
    return;
  }
  const auto tag = tag_of(node);
  if (node.type != GUMBO_NODE_ELEMENT || is_invisible(tag)) {
    return;
  }
  content.has_structure =
      content.has_structure || tag == GUMBO_TAG_TABLE || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
  content.links += static_cast<std::size_t>(tag == GUMBO_TAG_A);
  for_each_child(node, [&](const GumboNode& child) { collect(child, in_link || tag == GUMBO_TAG_A, content); });
}

/// A whole word of the class or id is a name for furniture: nav, page-footer, but not navigationText.
bool is_named_furniture(std::string_view names) {
  std::string word;
  const auto known = [&] { return std::find(kNames.begin(), kNames.end(), word) != kNames.end(); };
  for (const char c : names) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    } else {
      if (known()) {
        return true;
      }
      word.clear();
    }
  }
  return known();
}

bool starts_a_path(std::string_view text) {
  return std::any_of(kPathStarts.begin(), kPathStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool only_buttons(std::string_view text) {
  bool any = false;
  while (!text.empty()) {
    const auto button =
        std::find_if(kButtons.begin(), kButtons.end(), [&](std::string_view word) { return text.starts_with(word); });
    if (button != kButtons.end()) {
      text.remove_prefix(button->size());
      any = true;
      continue;
    }
    const auto size = blocks::character_at(text, 0);
    if ("【】[]|：:／/·-—>＞《》<"sv.find(text.substr(0, size)) == std::string_view::npos) {
      return false;
    }
    text.remove_prefix(size);
  }
  return any;
}

}  // namespace

bool is_furniture(const GumboNode& element) {
  if (is_hidden(element)) {
    return true;
  }
  Content content;
  collect(element, false, content);
  if (content.enough() || content.text.empty()) {
    return false;
  }
  const bool link_list = content.links > kFewLinks && content.link_bytes * 10 >= content.text.size() * 8;
  const bool named = is_named_furniture(attribute(element, "class")) || is_named_furniture(attribute(element, "id"));
  return named || link_list || starts_a_path(content.text) || only_buttons(content.text);
}

}  // namespace nianbao::html
