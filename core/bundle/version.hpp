// Versions of bundles: numbers with dots between them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao::bundle {

/// 1.2 and 1.2.0 are the same version.
class Version {
 public:
  /// None if the text is no version: numbers of at most nine digits with dots between them.
  [[nodiscard]] static std::optional<Version> parse(std::string_view text);
  friend bool operator<(const Version& a, const Version& b) noexcept { return a.numbers_ < b.numbers_; }

 private:
  std::vector<std::uint32_t> numbers_;  ///< without zeros at the end
};

}  // namespace nianbao::bundle
