// The units of units.yaml.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nianbao/concept_catalog.hpp>

namespace nianbao {

/// Units and how they relate. Units are looked up as printed or folded.
class UnitTable {
 public:
  /// Adds words that count one thing.
  void add_counters(const std::vector<std::string>& units);
  /// Adds a unit of a quantity: 10^exponent of its base.
  void add_measure(const std::string& quantity, const std::string& unit, int exponent);

  [[nodiscard]] UnitKind kind(std::string_view unit) const noexcept;
  /// Power of ten from one unit to the other; 0 for the same and for counters of one thing; none for others.
  [[nodiscard]] std::optional<int> shift(std::string_view from, std::string_view to) const noexcept;

 private:
  struct Unit {
    std::vector<std::uint32_t> lists;  // counters: the lists it is in
    std::uint32_t quantity = 0;        // measures: from 1
    int exponent = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };
  Unit& entry(const std::string& unit);
  [[nodiscard]] const Unit* find(std::string_view unit) const noexcept;

  std::unordered_map<std::string, Unit, Hash, std::equal_to<>> units_;
  std::size_t longest_ = 0;  ///< bytes of the longest unit
  std::map<std::string, std::uint32_t> quantities_;
  std::uint32_t lists_ = 0;
};

/// 万, 亿 … before a unit: 万件 is 10^4 件.
struct Multiplied {
  int exponent = 0;
  std::string_view unit;  ///< what follows; may be empty
};
[[nodiscard]] std::optional<Multiplied> multiplied(std::string_view unit) noexcept;

}  // namespace nianbao
