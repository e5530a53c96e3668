#include "forms/blanks.hpp"

namespace nianbao::forms {

Blank known_blank(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == ' ' || c == '\r') {
    return {1, 1};
  }
  if (c == '\t') {
    return {1, 4};
  }
  if (text.compare(at, 2, "\xC2\xA0") == 0) {
    return {2, 1};
  }
  if (text.compare(at, 3, "\xE3\x80\x80") == 0) {
    return {3, 2};
  }
  return {};
}

}  // namespace nianbao::forms
