#include "page_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "blocks/blanks.hpp"

namespace nianbao::html {

namespace {

using namespace std::string_view_literals;

// Fields of the catalogue that government sites print above a document (GB/T 21063 and habit).
constexpr std::array kNames = {
    "索引号"sv,   "信息索引号"sv, "信息分类"sv, "主题分类"sv, "组配分类"sv, "体裁分类"sv, "发布机构"sv, "发布单位"sv,
    "发文机关"sv, "发文单位"sv,   "公开主体"sv, "制发机关"sv, "信息来源"sv, "来源"sv,     "文章来源"sv, "发布日期"sv,
    "发布时间"sv, "发文日期"sv,   "成文日期"sv, "生成日期"sv, "公开日期"sv, "时间"sv,     "日期"sv,     "标题"sv,
    "信息名称"sv, "名称"sv,       "文号"sv,     "发文字号"sv, "文件编号"sv, "时效"sv,     "有效性"sv,   "效力状态"sv,
    "主题词"sv,   "关键词"sv,     "公开方式"sv, "公开范围"sv, "公开时限"sv, "公开形式"sv, "责任部门"sv, "责任编辑"sv};
constexpr std::array kNoise = {"浏览次数"sv, "浏览量"sv, "点击数"sv, "点击量"sv, "阅读次数"sv, "阅读量"sv,
                               "访问次数"sv, "访问量"sv, "字体"sv,   "字号"sv,   "作者"sv,     "分享到"sv};

constexpr std::size_t kTopBlocks = 15;
constexpr std::size_t kLongestLine = 450;   // bytes
constexpr std::size_t kLongestValue = 300;  // bytes

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

using Pair = std::pair<std::string, std::string_view>;

/// The text up to `size` without its blanks.
std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto blank = blocks::blank_at(text, i);
    const auto length = blank == 0 ? blocks::character_at(text, i) : blank;
    result += blank == 0 ? text.substr(i, length) : std::string_view();
    i += length;
  }
  return result;
}

/// The name of a fact, blanks and a colon at its end left out; empty if it is none.
std::string known_name(std::string_view text) {
  if (text.size() > 60) {
    return {};
  }
  auto name = folded(text);
  for (const auto colon : {"："sv, ":"sv}) {
    if (name.ends_with(colon)) {
      name.resize(name.size() - colon.size());
    }
  }
  return one_of(kNames, name) || one_of(kNoise, name) ? name : std::string();
}

std::size_t find_colon(std::string_view text, std::size_t from) {
  return std::min(text.find("：", from), text.find(':', from));
}

/// Where the name that ends at the colon begins; npos if no known name does.
std::size_t name_before(std::string_view text, std::size_t from, std::size_t colon) {
  auto start = from;
  while (start < colon) {
    if (!known_name(text.substr(start, colon - start)).empty()) {
      return start;
    }
    start += blocks::character_at(text, start);
  }
  return std::string_view::npos;
}

/// 来源：… 发布时间：… taken apart; none if anything but known facts stands there.
std::optional<std::vector<Pair>> facts_in(std::string_view text) {
  if (text.size() > kLongestLine) {
    return std::nullopt;
  }
  std::vector<Pair> facts;
  auto colon = find_colon(text, 0);
  auto start = colon == std::string_view::npos ? colon : name_before(text, 0, colon);
  if (start == std::string_view::npos || !folded(text.substr(0, start)).empty()) {
    return std::nullopt;
  }
  while (start != std::string_view::npos) {
    const auto name = known_name(text.substr(start, colon - start));
    const auto value_from = colon + blocks::character_at(text, colon);
    auto next = std::string_view::npos;
    for (colon = find_colon(text, value_from); colon != std::string_view::npos && next == std::string_view::npos;) {
      next = name_before(text, value_from, colon);
      colon = next == std::string_view::npos ? find_colon(text, colon + 1) : colon;
    }
    const auto value = blocks::trim(text.substr(value_from, next == std::string_view::npos ? next : next - value_from));
    if (value.size() > kLongestValue || value.find("。") != std::string_view::npos) {
      return std::nullopt;
    }
    facts.emplace_back(name, value);
    start = next;
  }
  return facts;
}

void append(std::vector<Pair>& facts, std::vector<Pair> more) {
  facts.insert(facts.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Names and values in turn, or both in one cell.
std::optional<std::vector<Pair>> facts_in(const Table& table) {
  std::vector<Pair> facts;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const auto& cell = table.cells[i];
    const auto text = cell.text.chars;
    if (text.empty()) {
      continue;
    }
    const auto name = known_name(text);
    if (!name.empty() && i + 1 < table.cells.size() && table.cells[i + 1].row == cell.row) {
      facts.emplace_back(name, table.cells[++i].text.chars);
    } else if (auto both = facts_in(text)) {
      append(facts, std::move(*both));
    } else {
      return std::nullopt;
    }
  }
  return facts.size() >= 2 ? std::optional(std::move(facts)) : std::nullopt;
}

std::optional<std::vector<Pair>> facts_in(const List& list) {
  std::vector<Pair> facts;
  for (const auto& item : list.items) {
    for (const auto& block : item) {
      const auto* text = block.text();
      auto more = text == nullptr ? std::nullopt : facts_in(text->chars);
      if (!more) {
        return std::nullopt;
      }
      append(facts, std::move(*more));
    }
  }
  return facts;
}

std::optional<std::vector<Pair>> facts_in(const Block& block) {
  if (const auto* table = block.as<Table>()) {
    return facts_in(*table);
  }
  if (const auto* list = block.as<List>()) {
    return facts_in(*list);
  }
  const auto* paragraph = block.as<Paragraph>();
  return paragraph == nullptr ? std::nullopt : facts_in(paragraph->text.chars);
}

void add_property(std::string_view name, std::string_view value, const Place& at, Document& document) {
  const auto known = [&](const Property& property) { return property.name == name && property.value == value; };
  if (!value.empty() && std::none_of(document.properties.begin(), document.properties.end(), known)) {
    document.properties.push_back({document.arena().store(name), document.arena().store(value), at});
  }
}

/// The name of the property a <meta> states; empty if it states none.
std::string_view property_of(std::string_view meta) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kMetas = {
      {{"articletitle", "标题"}, {"pubdate", "发布日期"}, {"contentsource", "来源"}}};
  for (const auto& [name, property] : kMetas) {
    if (meta.size() == name.size() && find_word(meta, name) == 0) {
      return property;
    }
  }
  return one_of(kNames, meta) ? meta : std::string_view();
}

template <typename Visit>
void for_each_in_head(const GumboNode& root, Visit&& visit) {
  for_each_child(root, [&](const GumboNode& html) {
    for_each_child(html, [&](const GumboNode& head) {
      if (tag_of(head) == GUMBO_TAG_HEAD) {
        for_each_child(head, visit);
      }
    });
  });
}

std::string_view text_of(const GumboNode& title) {
  std::string_view text;
  for_each_child(title, [&](const GumboNode& child) {
    if (child.type == GUMBO_NODE_TEXT) {
      text = blocks::trim(child.v.text.text);
    }
  });
  return text;
}

}  // namespace

bool is_own(const GumboNode& root) {
  bool own = false;
  for_each_in_head(root, [&](const GumboNode& node) {
    own = own || (attribute(node, "name") == "generator" && attribute(node, "content").starts_with("nianbao"));
  });
  return own;
}

void take_head_facts(const GumboNode& root, Document& document) {
  constexpr std::string_view kOwn = "nianbao:";
  const bool own = is_own(root);
  for_each_in_head(root, [&](const GumboNode& node) {
    Place at;
    at.line = node.type == GUMBO_NODE_ELEMENT ? node.v.element.start_pos.line : 0;
    const auto name = attribute(node, "name");
    if (tag_of(node) == GUMBO_TAG_META && own && name.starts_with(kOwn)) {
      document.properties.push_back(
          {document.arena().store(name.substr(kOwn.size())), document.arena().store(attribute(node, "content")), at});
    } else if (tag_of(node) == GUMBO_TAG_META && !own && !property_of(name).empty()) {
      add_property(property_of(name), blocks::trim(attribute(node, "content")), at, document);
    } else if (tag_of(node) == GUMBO_TAG_TITLE && !own) {
      add_property("网页标题", text_of(node), at, document);
    }
  });
}

void take_body_facts(Document& document) {
  std::vector<Block> kept;
  kept.reserve(document.blocks.size());
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    auto& block = document.blocks[i];
    const auto facts = i < kTopBlocks ? facts_in(block) : std::nullopt;
    if (!facts) {
      kept.push_back(std::move(block));
      continue;
    }
    for (const auto& [name, value] : *facts) {
      if (!one_of(kNoise, name)) {
        add_property(name, value, block.at, document);
      }
    }
  }
  document.blocks = std::move(kept);
}

}  // namespace nianbao::html
