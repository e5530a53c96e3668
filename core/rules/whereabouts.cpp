#include "rules/whereabouts.hpp"

namespace nianbao {
namespace {

bool is_code(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

std::string_view without_zeros(std::string_view code) {
  while (code.size() > 2 && code.size() % 2 == 0 && code.substr(code.size() - 2) == "00") {
    code.remove_suffix(2);
  }
  return code;
}

bool begins_with(std::string_view text, std::string_view start) {
  return !start.empty() && text.substr(0, start.size()) == start;
}

}  // namespace

std::string_view significant_code(std::string_view place, const Jurisdictions& divisions) {
  if (is_code(place)) {
    return without_zeros(place);
  }
  const auto known = divisions.find(place);
  return known.name == place ? without_zeros(known.code) : std::string_view{};
}

bool holds(std::string_view place, const Whereabouts& where, const Jurisdictions& divisions) {
  if (place == kNationwide) {
    return true;
  }
  const auto code = significant_code(place, divisions);
  if (is_code(place)) {
    return begins_with(where.code, code);
  }
  // A place that no table has may stand behind the name of its province.
  return code.empty() ? where.name.find(place) != std::string_view::npos
                      : begins_with(where.code, code) || begins_with(where.name, place);
}

}  // namespace nianbao
