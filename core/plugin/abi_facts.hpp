// The ABI facts a plugin's marker states.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/sdk/message.hpp>

namespace nianbao::plugin {

/// Facts by name, in the order of the marker: api, library, release, string, debug, pointer, sanitizer.
class AbiFacts {
 public:
  /// The facts of this build of libnianbao.
  [[nodiscard]] static const AbiFacts& own();
  /// The facts in a symbol's name; none if it is no marker.
  [[nodiscard]] static std::optional<AbiFacts> of_symbol(std::string_view symbol);

  /// Empty if the marker does not state the fact.
  [[nodiscard]] std::string_view get(std::string_view fact) const noexcept;
  /// Names of the facts in which both differ; api is not among them.
  [[nodiscard]] std::vector<std::string> differences(const AbiFacts& other) const;
  /// These facts in words: `its release: 12, string ABI: cxx11`.
  [[nodiscard]] Message words(const std::vector<std::string>& facts) const;
  /// Names of all facts but api.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::vector<std::pair<std::string, std::string>> facts_;
};

}  // namespace nianbao::plugin
