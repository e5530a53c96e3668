#include "rules/units.hpp"

#include <algorithm>
#include <array>

#include <nianbao/sdk/text.hpp>

namespace nianbao {

UnitTable::Unit& UnitTable::entry(const std::string& unit) {
  longest_ = std::max(longest_, unit.size());
  return units_[unit];
}

const UnitTable::Unit* UnitTable::find(std::string_view unit) const noexcept {
  if (unit.size() > longest_) {
    return nullptr;  // as most words of a report
  }
  const auto it = units_.find(unit);
  return it == units_.end() ? nullptr : &it->second;
}

void UnitTable::add_counters(const std::vector<std::string>& units) {
  const auto list = lists_++;
  for (const auto& unit : units) {
    entry(unit).lists.push_back(list);
    entry(fold_key(unit)).lists.push_back(list);
  }
}

void UnitTable::add_measure(const std::string& quantity, const std::string& unit, int exponent) {
  const auto number =
      quantities_.try_emplace(quantity, static_cast<std::uint32_t>(quantities_.size() + 1)).first->second;
  for (const auto& spelling : {unit, fold_key(unit)}) {
    auto& added = entry(spelling);
    added.quantity = number;
    added.exponent = exponent;
  }
}

UnitKind UnitTable::kind(std::string_view unit) const noexcept {
  const auto* known = find(unit);
  if (known == nullptr) {
    return UnitKind::unknown;
  }
  return known->quantity != 0 ? UnitKind::measure : UnitKind::counter;
}

std::optional<int> UnitTable::shift(std::string_view from, std::string_view to) const noexcept {
  if (from == to) {
    return 0;
  }
  const auto* a = find(from);
  const auto* b = find(to);
  if (a == nullptr || b == nullptr) {
    return std::nullopt;
  }
  if (a->quantity != 0 && a->quantity == b->quantity) {
    return a->exponent - b->exponent;
  }
  const bool together = std::any_of(a->lists.begin(), a->lists.end(), [&](std::uint32_t list) {
    return std::find(b->lists.begin(), b->lists.end(), list) != b->lists.end();
  });
  return together ? std::optional(0) : std::nullopt;
}

std::optional<Multiplied> multiplied(std::string_view unit) noexcept {
  static constexpr std::array<std::pair<std::string_view, int>, 5> kMultipliers{
      {{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8}}};
  for (const auto& [word, exponent] : kMultipliers) {
    if (unit.starts_with(word)) {
      return Multiplied{exponent, unit.substr(word.size())};
    }
  }
  return std::nullopt;
}

}  // namespace nianbao
