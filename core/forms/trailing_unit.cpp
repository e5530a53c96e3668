#include "forms/trailing_unit.hpp"

namespace nianbao::forms {

std::string_view without_unit(std::string_view key, const Vocabulary& vocabulary) {
  constexpr std::size_t kCharacter = 3;  // bytes of a Chinese character
  constexpr std::size_t kLongestUnit = 3;
  constexpr std::size_t kShortestLabel = 4;
  for (std::size_t unit = kLongestUnit; unit >= 1; --unit) {
    const auto bytes = unit * kCharacter;
    if (key.size() >= bytes + kShortestLabel * kCharacter && vocabulary.is_unit(key.substr(key.size() - bytes))) {
      return key.substr(0, key.size() - bytes);
    }
  }
  return {};
}

}  // namespace nianbao::forms
