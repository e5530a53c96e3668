// Texts in a row as one.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

/// The texts with the separator between each two.
template <typename Texts>
[[nodiscard]] std::string joined(const Texts& texts, std::string_view separator = ", ") {
  std::string result;
  for (const auto& text : texts) {
    result.append(result.empty() ? std::string_view() : separator).append(text);
  }
  return result;
}

}  // namespace nianbao
