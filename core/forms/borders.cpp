#include "forms/borders.hpp"

#include <algorithm>
#include <array>

#include "forms/blanks.hpp"

namespace nianbao::forms {
namespace {

/// False of nearly all characters, by their first bytes.
bool may_be_border(std::string_view text, std::size_t at) {
  const char lead = text[at];
  if (lead == '|') {
    return true;
  }
  const char second = at + 1 < text.size() ? text[at + 1] : '\0';
  return (lead == '\xE2' && (second == '\x94' || second == '\x95')) || (lead == '\xEF' && second == '\xBD');
}

/// Bytes of the border that begins here; 0 if none does.
std::size_t border_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> kBorders{"|", "│", "┃", "║", "｜"};
  const auto found = std::find_if(kBorders.begin(), kBorders.end(), [&](std::string_view border) {
    return text.compare(at, border.size(), border) == 0;
  });
  return found == kBorders.end() ? 0 : found->size();
}

/// Where a border begins, from here on; the end of the text if there is none.
std::size_t next_border(std::string_view text, std::size_t at) {
  while (at < text.size() && !(may_be_border(text, at) && border_at(text, at) != 0)) {
    ++at;
  }
  return at;
}

LineCell trimmed(std::string_view line, LineCell cell) {
  while (cell.from < cell.to && blank_at(line, cell.from).bytes != 0) {
    cell.from += blank_at(line, cell.from).bytes;
  }
  for (auto end = cell.from; end < cell.to;) {
    const auto blank = blank_at(line, end).bytes;
    auto behind = end;
    while (behind < cell.to && blank_at(line, behind).bytes != 0) {
      behind += blank_at(line, behind).bytes;
    }
    if (blank != 0 && behind == cell.to) {
      cell.to = end;
    }
    end = blank != 0 ? behind : end + 1;
  }
  return cell;
}

}  // namespace

std::vector<LineCell> cells_between_borders(std::string_view line, bool open) {
  std::vector<LineCell> cells;
  std::size_t from = 0;
  for (std::size_t at = next_border(line, 0); at < line.size(); at = next_border(line, from)) {
    cells.push_back(trimmed(line, {from, at}));
    from = at + border_at(line, at);
  }
  if (cells.empty()) {
    return cells;
  }
  cells.push_back(trimmed(line, {from, line.size()}));
  const auto is_empty = [](const LineCell& cell) { return cell.from == cell.to; };
  // A border at the end alone has an empty cell behind it, two at the beginning have one between them.
  const bool closed = is_empty(cells.back());
  const bool opened = is_empty(cells.front());
  if (closed && opened) {
    cells.pop_back();
  }
  if (opened && cells.size() > 1 && (closed || (!open && !is_empty(cells[1])))) {
    cells.erase(cells.begin());
  }
  return cells;
}

bool begins_with_border(std::string_view line) { return !line.empty() && border_at(line, 0) != 0; }

bool is_border(std::string_view line) {
  bool drawn = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto lead = static_cast<unsigned char>(line[at]);
    const bool box = lead == 0xE2 && (line.compare(at, 2, "\xE2\x94") == 0 || line.compare(at, 2, "\xE2\x95") == 0);
    const bool ascii = std::string_view("|-+:=").find(line[at]) != std::string_view::npos;
    if (!box && !ascii && blank_at(line, at).bytes == 0) {
      return false;
    }
    drawn = drawn || box || line[at] == '|' || line[at] == '+';
    at += box ? 3 : std::max<std::size_t>(blank_at(line, at).bytes, 1);
  }
  return drawn;
}

}  // namespace nianbao::forms
