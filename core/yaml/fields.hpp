// Typed access to the fields of a mapping, with a fault for each that is not what it should be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/message.hpp>

#include "yaml/node.hpp"

namespace nianbao::yaml {

/// Reads the fields of one mapping. A node of another kind is one fault and has no fields.
class Fields {
 public:
  /// `known` are all keys the mapping may have; others are faults that name the closest one.
  Fields(const Node& node, const std::vector<std::string_view>& known, Faults& faults);

  [[nodiscard]] const Node* find(std::string_view key) const noexcept;
  [[nodiscard]] bool has(std::string_view key) const noexcept { return find(key) != nullptr; }
  [[nodiscard]] std::string text(std::string_view key) const;
  /// A text that must be there and not empty.
  [[nodiscard]] std::string required(std::string_view key) const;
  /// A scalar is a list of one.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key, bool otherwise) const;
  /// {zh: …, en: …}
  [[nodiscard]] Message message(std::string_view key) const;
  [[nodiscard]] Mark at() const noexcept { return node_.at; }

 private:
  const Node& node_;
  Faults& faults_;
};

}  // namespace nianbao::yaml
