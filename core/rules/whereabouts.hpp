// Whether a place that a pack or a format applies to holds the place a report is of.
#pragma once

#include <string_view>
#include <vector>

#include <nianbao/jurisdictions.hpp>

namespace nianbao {

/// How applies-to names the whole country.
inline constexpr std::string_view kNationwide = "全国";

/// Where a report is of. Views into the report and the table of divisions.
struct Whereabouts {
  std::string_view name;  ///< as the report gives it; may be empty
  std::string_view code;  ///< of the smallest division known to hold it; may be empty
};

/// The code of a place given by code or by name, without the zeros that stand for all of it: 14 for 140000, 1411 for
/// 141100. Empty for a name that no table has.
[[nodiscard]] std::string_view significant_code(std::string_view place, const Jurisdictions& divisions);

/// True if the place, a code or a name, is the report's or holds it. A name that no table has holds what has it in its
/// own name. Of a report whose place is not known, only 全国 does.
[[nodiscard]] bool holds(std::string_view place, const Whereabouts& where, const Jurisdictions& divisions);

/// True if any of the places holds it.
template <typename Text>
[[nodiscard]] bool any_holds(const std::vector<Text>& places, const Whereabouts& where,
                             const Jurisdictions& divisions) {
  for (const auto& place : places) {
    if (holds(place, where, divisions)) {
      return true;
    }
  }
  return false;
}

}  // namespace nianbao
