#include "forms/label_lexicon.hpp"

#include <algorithm>

#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/text.hpp>

#include "forms/stretch_finder.hpp"

namespace nianbao::forms {
namespace {

std::uint64_t start_of(const char32_t* chars) {
  return (static_cast<std::uint64_t>(chars[0]) << 32U) | static_cast<std::uint64_t>(chars[1]);
}

constexpr std::size_t kSlots = 8192;

std::size_t slot_of(const char32_t* chars) { return (chars[0] * 31U + chars[1]) % kSlots; }

}  // namespace

LabelLexicon::LabelLexicon(const std::vector<const Template*>& templates) : starts_(kSlots, false) {
  for (const auto* format : templates) {
    for (const auto& form : format->forms) {
      for (const auto& block : form.blocks) {
        add(block.heading, {});
        add(block.corner, {});
        for (const auto& column : block.columns) {
          for (const auto part : column.path) {
            add(part, label_key(part).number);
          }
        }
        for (const auto& row : block.rows) {
          for (const auto part : row.path) {
            add(part, label_key(part).number);
          }
          for (const auto alias : row.aliases) {
            add(alias, label_key(row.path.back()).number);
          }
        }
      }
    }
  }
  for (auto& [start, found] : by_start_) {
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto& x = entries_[a].key;
      const auto& y = entries_[b].key;
      return x.size() != y.size() ? x.size() > y.size() : x < y;
    });
  }
}

void LabelLexicon::add(std::string_view label, std::string_view number) {
  const auto chars = fold(match_key(label));
  if (chars.size() < 2) {
    return;
  }
  const std::u32string key(chars.chars());
  starts_[slot_of(key.data())] = true;
  auto& same_start = by_start_[start_of(key.data())];
  auto found = std::find_if(same_start.begin(), same_start.end(), [&](auto i) { return entries_[i].key == key; });
  if (found == same_start.end()) {
    same_start.push_back(static_cast<std::uint32_t>(entries_.size()));
    found = same_start.end() - 1;
    entries_.push_back({key, {}});
  }
  auto& numbers = entries_[*found].numbers;
  if (!number.empty() && std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
    numbers.emplace_back(number);
  }
}

const LabelLexicon::Entry* LabelLexicon::longest_at(const char32_t* chars, std::size_t count) const {
  if (count < 2 || !starts_[slot_of(chars)]) {
    return nullptr;
  }
  const auto found = by_start_.find(start_of(chars));
  if (found == by_start_.end()) {
    return nullptr;
  }
  for (const auto i : found->second) {
    const auto& key = entries_[i].key;
    if (key.size() <= count && std::equal(key.begin(), key.end(), chars)) {
      return &entries_[i];
    }
  }
  return nullptr;
}

std::vector<GluedStretch> LabelLexicon::stretches(std::string_view line, const Vocabulary& vocabulary) const {
  return StretchFinder(*this, vocabulary, line).run();
}

}  // namespace nianbao::forms
