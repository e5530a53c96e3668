// A field that a spreadsheet would take for a formula is written with an apostrophe in front.
#pragma once

#include <string_view>

namespace nianbao::csv {

/// A spreadsheet computes what begins so: a file from elsewhere could run what its author likes. A
/// number with its sign is none.
[[nodiscard]] inline bool is_formula(std::string_view field) noexcept {
  if (field.empty()) {
    return false;
  }
  const char first = field.front();
  const bool sign = first == '+' || first == '-';
  const bool number = field.size() > 1 && field.substr(1).find_first_not_of("0123456789.,%") == std::string_view::npos;
  return first == '=' || first == '@' || (sign && !number);
}

/// A formula behind one apostrophe or more.
[[nodiscard]] inline bool is_guarded(std::string_view field) noexcept {
  const auto body = field.find_first_not_of('\'');
  return body != 0 && body != std::string_view::npos && is_formula(field.substr(body));
}

}  // namespace nianbao::csv
