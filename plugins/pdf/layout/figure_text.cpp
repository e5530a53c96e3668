#include "layout/figure_text.hpp"

#include <nianbao/sdk/text.hpp>

#include <algorithm>

namespace nianbao::pdf {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_figure(std::string_view text) {
  if (text.empty() || !(is_digit(text[0]) || text[0] == '-' || text[0] == '/')) {
    return false;
  }
  const auto rest = text.substr(std::min(text.find_first_not_of("0123456789-/"), text.size()));
  for (const std::string_view mark : {".", "、", "．"}) {
    if (rest.starts_with(mark)) {
      return rest.size() > mark.size() && is_digit(rest[mark.size()]);
    }
  }
  return true;
}

bool begins_label(const std::string& text) { return is_figure(text) || !label_key(text).number.empty(); }

}  // namespace nianbao::pdf
