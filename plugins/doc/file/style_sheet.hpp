// Styles ([MS-DOC] 2.9.271).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "word/style_use.hpp"

namespace nianbao::doc {

/// A style with what it inherits.
struct Style {
  word::StyleUse use = word::StyleUse::none;
  int outline = -1;            ///< outline level from 0; -1: body text
  std::uint32_t list_use = 0;  ///< 0: none
  std::uint32_t list_level = 0;
  bool strong = false;  ///< of a character style
  bool hidden = false;
};

class StyleSheet {
 public:
  StyleSheet() = default;
  explicit StyleSheet(std::string_view bytes);
  /// A plain one where there is no such style.
  [[nodiscard]] const Style& find(std::uint32_t index) const noexcept;

 private:
  std::vector<Style> styles_;
  Style plain_;
};

}  // namespace nianbao::doc
