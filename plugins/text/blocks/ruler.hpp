// A line of dashes that rules the columns of a table below or above it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao::blocks {

/// How many columns of a terminal a character was counted as when the table was drawn.
enum class Widths {
  han_two,   ///< Han two, signs like “ and ① one
  wide_two,  ///< all of them two
  all_one,   ///< every character one
};

/// The columns of a table, as groups of dashes show them: ------ ---- -----
class Ruler {
 public:
  /// None where the line is no ruler: two groups or more of three dashes (or =) or more, and blanks.
  [[nodiscard]] static std::optional<Ruler> read(std::string_view line);

  [[nodiscard]] std::size_t columns() const noexcept { return groups_.size(); }
  /// Columns of the terminal up to its end.
  [[nodiscard]] std::size_t width() const noexcept { return groups_.back().to; }
  /// The cells of a line without blanks around them; none where a word stands between two columns.
  [[nodiscard]] std::optional<std::vector<std::string_view>> cells(std::string_view line, Widths widths) const;

  [[nodiscard]] friend bool operator==(const Ruler& a, const Ruler& b) { return a.groups_ == b.groups_; }

 private:
  struct Group {
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(const Group& a, const Group& b) { return a.from == b.from && a.to == b.to; }
  };
  std::vector<Group> groups_;
};

/// One group of dashes alone, as wide as the ruler: the first or last line of its table.
[[nodiscard]] bool is_edge_of(const Ruler& ruler, std::string_view line);

}  // namespace nianbao::blocks
