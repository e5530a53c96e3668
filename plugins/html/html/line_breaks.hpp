// Whether a line break ends a paragraph: pages write <br> for both.
#pragma once

#include <cstddef>
#include <string_view>

#include "html/tree.hpp"

namespace nianbao::html {

/// True if a paragraph begins behind the <br>: another break follows, an indent, an item.
[[nodiscard]] bool paragraph_follows(const GumboNode& line_break);

/// The line that is being read.
class TextLine {
 public:
  void add(std::string_view text);
  /// Another line of the same paragraph.
  void begin() noexcept { length_ = 0; }
  /// True if nothing of its sentence follows: it ends in a stop, or is a short item.
  [[nodiscard]] bool is_whole(std::string_view last_character) const noexcept;

 private:
  std::size_t length_ = 0;  // bytes
  bool is_item_ = false;
};

}  // namespace nianbao::html
