#include "blocks/ruler.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"

namespace nianbao::blocks {

namespace {

std::size_t width_at(std::string_view text, std::size_t at, Widths widths) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const bool wide = lead >= (widths == Widths::han_two ? 0xE3 : 0xE2);
  return wide && widths != Widths::all_one ? 2 : 1;
}

}  // namespace

std::optional<Ruler> Ruler::read(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kFewest = 2;
  if (line.find_first_not_of("-= ") != std::string_view::npos) {
    return std::nullopt;
  }
  Ruler ruler;
  for (auto from = line.find_first_not_of(' '); from != std::string_view::npos;
       from = line.find_first_not_of(' ', ruler.groups_.back().to)) {
    const auto to = std::min(line.find(' ', from), line.size());
    if (to - from < kShortest) {
      return std::nullopt;
    }
    ruler.groups_.push_back({from, to});
  }
  return ruler.groups_.size() >= kFewest ? std::optional(std::move(ruler)) : std::nullopt;
}

std::optional<std::vector<std::string_view>> Ruler::cells(std::string_view line, Widths widths) const {
  std::vector<std::string_view> cells(groups_.size());
  std::size_t column = 0;
  std::size_t group = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < line.size(); at += character_at(line, at)) {
    if (group + 1 < groups_.size() && column >= groups_[group + 1].from) {
      cells[group++] = trim(line.substr(from, at - from));
      from = at;
    }
    const auto width = width_at(line, at, widths);
    const bool between = group + 1 < groups_.size() && column + width > groups_[group].to;
    const bool before = column < groups_.front().from;
    if ((between || before) && blank_at(line, at) == 0) {
      return std::nullopt;
    }
    column += width;
  }
  cells[group] = trim(line.substr(from));
  return cells;
}

bool is_edge_of(const Ruler& ruler, std::string_view line) {
  const auto dashes = trim(line);
  return dashes.size() + 4 >= ruler.width() && dashes.find_first_not_of('-') == std::string_view::npos;
}

}  // namespace nianbao::blocks
