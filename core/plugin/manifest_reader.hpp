// Careful reading of a small YAML mapping: faults carry file:line:column.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>
#include <nianbao/sdk/result.hpp>

namespace nianbao::plugin {

/// Reads the values of one YAML text and remembers the first fault; reading goes on with empty values.
class ManifestReader {
 public:
  ManifestReader(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  /// The text as a mapping; an undefined node after a fault.
  [[nodiscard]] YAML::Node parse();
  /// Faults where a mapping repeats a key or has one that is not listed.
  void keys(const YAML::Node& mapping, std::initializer_list<std::string_view> known);
  /// A scalar as written; empty if the key is absent.
  [[nodiscard]] std::string text(const YAML::Node& mapping, const char* key);
  /// A scalar that must be there.
  [[nodiscard]] std::string required(const YAML::Node& mapping, const char* key);
  /// A list of scalars, or one scalar; empty if the key is absent.
  [[nodiscard]] std::vector<std::string> texts(const YAML::Node& mapping, const char* key);

  void fault(const YAML::Node& at, Message message, Message hint = {});
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

 private:
  [[nodiscard]] std::string place(const YAML::Mark& mark) const;
  [[nodiscard]] std::string scalar(const YAML::Node& node, const std::string& name);
  void fault(const YAML::Mark& at, Message message, Message hint);

  std::string_view text_;
  std::string file_;
  std::optional<Error> error_;
};

}  // namespace nianbao::plugin
