// Writing a package: same parts, same bytes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao::ooxml {

/// Text as XML wants it, in elements and attributes; what XML cannot hold is left out.
void append_escaped(std::string_view text, std::string& out);
[[nodiscard]] std::string escaped(std::string_view text);

/// The package with these parts in place of those of the same name, or added. All others stay as they are,
/// byte for byte.
[[nodiscard]] Result<std::string> replace_parts(const std::string& package,
                                                const std::vector<std::pair<std::string, std::string>>& parts);

class PackageWriter {
 public:
  /// Parts are written in the order they are added.
  void add(std::string name, std::string bytes) { parts_.emplace_back(std::move(name), std::move(bytes)); }
  /// The zip's bytes. All times in it are the beginning of the zip calendar.
  [[nodiscard]] Result<std::string> finish() const;

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
};

}  // namespace nianbao::ooxml
