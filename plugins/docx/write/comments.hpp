// Draft marks as comments in Word's margin.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "write/style_sheet.hpp"

namespace nianbao::docx {

class Comments {
 public:
  explicit Comments(const StyleSheet& styles) : styles_(styles) {}

  /// Opens a comment in a paragraph; what is appended until `close` is what it is about.
  void open(std::string& out) const;
  void close(std::string_view remark, std::string& out);
  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  /// word/comments.xml
  [[nodiscard]] std::string xml() const;

 private:
  const StyleSheet& styles_;
  std::size_t count_ = 0;
  std::string comments_;
};

}  // namespace nianbao::docx
