// One part as a tree.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::ooxml {

/// A parsed part with its bytes. Names bear our prefixes (see namespaces.hpp).
class Xml {
 public:
  /// Refuses what is not well formed, document type declarations, and more nodes than memory should
  /// hold. Nothing outside the bytes is ever read; depth is for the readers to bound.
  [[nodiscard]] static Result<Xml> parse(std::string bytes, std::string_view part);

  [[nodiscard]] pugi::xml_node root() const { return document_->document_element(); }

 private:
  std::unique_ptr<std::string> bytes_;
  std::unique_ptr<pugi::xml_document> document_;
};

/// True unless the on/off property is missing or switched off: <w:b/>, w:val="1" are on; "0", "false" are off.
[[nodiscard]] bool is_on(pugi::xml_node property, const char* attribute = "w:val") noexcept;

/// A whole number, signs and trailing units ignored beyond the digits; `fallback` where there is none.
/// Saturates at a billion.
[[nodiscard]] std::int64_t number(pugi::xml_attribute attribute, std::int64_t fallback) noexcept;

}  // namespace nianbao::ooxml
