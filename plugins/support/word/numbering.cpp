#include "word/numbering.hpp"

#include <algorithm>

#include "word/number_format.hpp"

namespace nianbao::word {

namespace {

/// 1. or 1: digits of the level itself and marks.
bool is_plain(std::string_view pattern, std::string_view format, std::size_t level) {
  const std::string own = "%" + std::to_string(level + 1);
  return format == "decimal" && (pattern == own + "." || pattern == own);
}

}  // namespace

void Numbering::add_instance(std::string_view id, std::string_view definition, const Starts& starts) {
  instances_[std::string(id)] = {std::string(definition), starts, false};
}

bool Numbering::next(std::string_view id, int level, std::string_view style_id, Label& label) {
  const auto instance = instances_.find(id);
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

}  // namespace nianbao::word
