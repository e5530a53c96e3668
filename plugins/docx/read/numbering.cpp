#include "read/numbering.hpp"

#include <algorithm>

#include "ooxml/clean_text.hpp"
#include "ooxml/xml.hpp"
#include "read/number_format.hpp"

namespace nianbao::docx {

namespace {

// A label is a few characters; a longer pattern would be repeated by every paragraph.
constexpr std::size_t kLongestPattern = 60;

std::uint32_t counter(pugi::xml_attribute attribute, std::uint32_t fallback) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(ooxml::number(attribute, fallback), 0, 100000));
}

/// 1. or （1）: digits of the level itself and marks.
bool is_plain(std::string_view pattern, std::string_view format, std::size_t level) {
  const std::string own = "%" + std::to_string(level + 1);
  return format == "decimal" && (pattern == own + "." || pattern == own);
}

}  // namespace

Numbering::Numbering(pugi::xml_node root) {
  for (const auto& node : root.children("w:abstractNum")) {
    auto& definition = definitions_[node.attribute("w:abstractNumId").value()];
    for (const auto& level : node.children("w:lvl")) {
      read_level(level, definition);
    }
  }
  for (const auto& node : root.children("w:num")) {
    auto& instance = instances_[node.attribute("w:numId").value()];
    instance.definition = node.child("w:abstractNumId").attribute("w:val").value();
    instance.starts.fill(-1);
    for (const auto& change : node.children("w:lvlOverride")) {
      const auto level = ooxml::number(change.attribute("w:ilvl"), -1);
      if (level >= 0 && level < static_cast<std::int64_t>(kLevels)) {
        const auto start = change.child("w:startOverride").attribute("w:val");
        instance.starts[static_cast<std::size_t>(level)] = start ? counter(start, 1) : -1;
      }
    }
  }
}

void Numbering::read_level(pugi::xml_node node, Definition& definition) {
  const auto index = ooxml::number(node.attribute("w:ilvl"), -1);
  if (index < 0 || index >= static_cast<std::int64_t>(kLevels)) {
    return;
  }
  auto& level = definition.levels[static_cast<std::size_t>(index)];
  level.start = counter(node.child("w:start").attribute("w:val"), 0);
  level.restart = static_cast<int>(ooxml::number(node.child("w:lvlRestart").attribute("w:val"), -1));
  level.style = node.child("w:pStyle").attribute("w:val").value();
  level.legal = ooxml::is_on(node.child("w:isLgl"));
  if (const auto format = node.child("w:numFmt").attribute("w:val")) {
    level.format = format.value();
  }
  const std::string_view pattern = node.child("w:lvlText").attribute("w:val").value();
  if (pattern.size() <= kLongestPattern) {
    ooxml::append_clean(pattern, level.text);
  }
}

bool Numbering::next(std::string_view numbering, int level, std::string_view style_id, Label& label) {
  const auto instance = instances_.find(numbering);
  if (instance == instances_.end()) {
    return false;
  }
  const auto definition = definitions_.find(instance->second.definition);
  if (definition == definitions_.end()) {
    return false;
  }
  const auto& levels = definition->second.levels;
  if (level < 0) {
    const auto linked =
        std::find_if(levels.begin(), levels.end(), [&](const Level& one) { return one.style == style_id; });
    level = linked == levels.end() || style_id.empty() ? 0 : static_cast<int>(linked - levels.begin());
  }
  const auto index = std::min(static_cast<std::size_t>(level), kLevels - 1);
  count(instance->second, definition->second, index);
  label.level = static_cast<int>(index);
  label.bullet = levels[index].format == "bullet";
  label.value = definition->second.counters[index];
  label.plain = is_plain(levels[index].text, levels[index].format, index);
  label.text = label.bullet ? std::string() : print(definition->second, index);
  return true;
}

void Numbering::count(Instance& instance, Definition& definition, std::size_t level) {
  if (!instance.used) {
    instance.used = true;
    for (std::size_t i = 0; i < kLevels; ++i) {
      definition.running[i] = definition.running[i] && instance.starts[i] < 0;
    }
  }
  for (std::size_t i = 0; i <= level; ++i) {
    const auto start =
        instance.starts[i] >= 0 ? static_cast<std::uint32_t>(instance.starts[i]) : definition.levels[i].start;
    if (!definition.running[i]) {
      definition.counters[i] = start;
    } else if (i == level) {
      ++definition.counters[i];
    }
  }
  definition.running[level] = true;
  for (std::size_t i = level + 1; i < kLevels; ++i) {
    const auto restart = definition.levels[i].restart;
    const bool restarts = restart < 0 || (restart > 0 && level + 1 <= static_cast<std::size_t>(restart));
    definition.running[i] = definition.running[i] && !restarts;
  }
}

std::string Numbering::print(const Definition& definition, std::size_t level) {
  const auto& own = definition.levels[level];
  std::string text;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool counter =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!counter) {
      text += own.text[i];
      continue;
    }
    const auto shown = static_cast<std::size_t>(own.text[++i] - '1');
    const auto& format = definition.levels[shown].format;
    text += format_number(definition.counters[shown], own.legal ? std::string_view("decimal") : format);
  }
  return text;
}

}  // namespace nianbao::docx
