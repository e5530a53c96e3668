// Columns of text for a terminal, where a Chinese character is two wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::plugin {

/// Columns a UTF-8 text takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// Collects rows and pads their cells to equal width.
class TextTable {
 public:
  /// A row of cells.
  void row(std::vector<std::string> cells) { rows_.push_back({std::move(cells), true}); }
  /// A line of its own that does not widen any column.
  void note(std::string text) { rows_.push_back({{std::move(text)}, false}); }
  [[nodiscard]] std::string print() const;

 private:
  struct Row {
    std::vector<std::string> cells;
    bool aligned;
  };
  std::vector<Row> rows_;
};

}  // namespace nianbao::plugin
