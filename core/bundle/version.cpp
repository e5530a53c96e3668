#include "bundle/version.hpp"

#include <charconv>

namespace nianbao::bundle {

std::optional<Version> Version::parse(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  Version version;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('.', begin), text.size());
    const auto part = text.substr(begin, end - begin);
    if (part.empty() || part.size() > kMostDigits || part.find_first_not_of("0123456789") != std::string_view::npos) {
      return std::nullopt;
    }
    std::uint32_t number = 0;
    std::from_chars(part.data(), part.data() + part.size(), number);
    version.numbers_.push_back(number);
    begin = end + 1;
  }
  while (!version.numbers_.empty() && version.numbers_.back() == 0) {
    version.numbers_.pop_back();
  }
  return version;
}

}  // namespace nianbao::bundle
