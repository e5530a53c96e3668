#include "charset.hpp"

#include <array>

#include "html/tree.hpp"

namespace nianbao::html {

std::string_view declared_charset(std::string_view bytes) noexcept {
  constexpr std::size_t kHead = 4096;
  constexpr std::array<std::string_view, 2> kWords = {"charset", "encoding"};
  for (const auto word : kWords) {
    auto rest = bytes.substr(0, kHead);
    for (auto found = find_word(rest, word); found != std::string_view::npos; found = find_word(rest, word)) {
      rest.remove_prefix(found + word.size());
      const auto value = rest.find_first_not_of(" \t\r\n=\"'");
      if (value == std::string_view::npos || rest.substr(0, value).find('=') == std::string_view::npos) {
        continue;
      }
      const auto name = rest.substr(value);
      return name.substr(0, name.find_first_of(" \t\r\n\"'/>;?"));
    }
  }
  return {};
}

}  // namespace nianbao::html
