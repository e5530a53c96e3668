// A text cut into lines, each with what its shape tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::blocks {

/// What a line looks like by itself.
enum class LineKind {
  blank,
  page_number,  ///< a page's number alone: between dashes, or at the end of each page
  heading,      ///< begins with one to six # and a blank
  row,          ///< cells between tabs or pipes
  figures,      ///< cells set apart by blanks, with figures; or one cell after a lone tab
  columns,      ///< cells set apart by two or more blanks, without figures
  short_text,   ///< may be a part of a label: no sentence in it
  prose,
};

struct Line {
  std::string_view raw;   ///< without the line's end
  std::string_view body;  ///< without blanks around it
  std::uint32_t number = 0;
  std::uint32_t page = 0;    ///< 0 in a text without form feeds
  std::uint32_t indent = 0;  ///< columns before the body
  std::uint32_t edge = 0;    ///< columns up to the body's end
  LineKind kind = LineKind::prose;
};

/// Takes inline markup off a part of a line; none if it has none.
using PlainText = std::optional<std::string> (*)(std::string_view part);

/// The decoded text the lines are views into, and its way back to the file.
struct Source {
  std::string_view text;
  const ByteMap& map;
  PlainText plain = nullptr;  ///< where the text has inline markup besides **

  [[nodiscard]] std::uint64_t offset(std::string_view part) const noexcept {
    return static_cast<std::uint64_t>(part.data() - text.data());
  }
  [[nodiscard]] Range file_range(std::string_view part) const noexcept {
    return map.file_range(offset(part), offset(part) + part.size());
  }
};

/// Cuts at \n, \r\n and \r; a form feed begins a page. Linear; the lines are views into the text.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// An input error if the text is longer than the limit or has more lines than blocks fill: each line takes
/// memory of its own.
[[nodiscard]] Result<void> check_amount(std::string_view text, const Limits& limits);

}  // namespace nianbao::blocks
