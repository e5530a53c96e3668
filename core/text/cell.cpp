#include <nianbao/sdk/text.hpp>

#include <algorithm>

#include "text/dashes.hpp"
#include "text/footnote.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

constexpr std::size_t kLongestUnit = 4;

bool states_zero(std::u32string_view chars) {
  return chars == U"无" || chars == U"(无)" || chars == U"无。" || chars == U"没有" || chars == U"未发生";
}

/// Takes a cell apart from left to right: bracket, number, unit, bracket.
class CellReader {
 public:
  explicit CellReader(std::string_view text) : text_(text), folded_(fold(text)) {}

  CellValue run() {
    const auto chars = folded_.chars();
    if (chars.empty()) {
      return std::move(cell_);
    }
    if (is_dash(chars)) {
      cell_.status = Status::dash;
      return std::move(cell_);
    }
    if (states_zero(chars)) {
      cell_.status = Status::stated_zero;
      cell_.number = Number{};
      cell_.number->to = folded_.size();
      return std::move(cell_);
    }
    cell_.status = Status::reported;
    read_figure();
    return std::move(cell_);
  }

 private:
  void read_figure() {
    if (at(0) == U'(') {
      read_bracket();
    }
    if (at(next_) == U'¥') {
      cell_.unit = "元";
      ++next_;
    }
    read_signed_number();
    if (!cell_.number) {
      find_elsewhere();
      return;
    }
    while (next_ < folded_.size()) {
      if (!(at(next_) == U'(' ? read_bracket() : read_unit())) {
        cell_.clean = false;
        return;
      }
    }
  }

  void read_signed_number() {
    cell_.number = read_number(folded_, next_);
    const bool sign = at(next_) == U'-' || at(next_) == U'+';
    if (!cell_.number && sign && next_ == 0) {  // a blank between sign and digits
      cell_.number = read_number(folded_, 1);
      if (cell_.number) {
        cell_.number->from = 0;
        cell_.number->signed_ = true;
        cell_.number->value = at(0) == U'-' ? cell_.number->value.negated() : cell_.number->value;
      }
    }
    if (cell_.number) {
      next_ = cell_.number->to;
    }
  }

  /// Words before the figure: it is read, but the cell is not clean.
  void find_elsewhere() {
    cell_.clean = false;
    cell_.number = find_number(folded_, next_);
    if (cell_.number) {
      next_ = cell_.number->to;
      read_unit();
    }
  }

  bool read_unit() {
    std::size_t end = next_;
    while (end < folded_.size() && at(end) != U'(' && !is_digit(folded_, end) && at(end) != U',' && at(end) != U'。') {
      ++end;
    }
    if (end == next_ || end - next_ > kLongestUnit || !cell_.unit.empty()) {
      return false;
    }
    cell_.unit = folded_.slice(text_, next_, end);
    next_ = end;
    return true;
  }

  bool read_bracket() {
    const std::size_t from = next_ + 1;
    std::size_t to = from;
    for (int depth = 1; to < folded_.size(); ++to) {
      depth += at(to) == U'(' ? 1 : at(to) == U')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    const auto content = folded_.slice(text_, from, to);
    if (is_unit(from, to) && cell_.unit.empty()) {
      cell_.unit = content;
    } else if (cell_.note.empty()) {
      cell_.note = content;
    } else {
      return false;
    }
    next_ = std::min(to + 1, folded_.size());
    return true;
  }

  /// Short, without digits, and no word of a note.
  [[nodiscard]] bool is_unit(std::size_t from, std::size_t to) const {
    constexpr std::u32string_view kNotes = U"含其注见另较同未不无均为已";
    if (from == to || to - from > kLongestUnit || kNotes.find(at(from)) != std::u32string_view::npos) {
      return false;
    }
    for (; from < to; ++from) {
      if (is_digit(folded_, from)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] char32_t at(std::size_t index) const { return index < folded_.size() ? folded_.chars()[index] : U'\0'; }

  std::string_view text_;
  Folded folded_;
  std::size_t next_ = 0;
  CellValue cell_;
};

}  // namespace

CellValue read_cell(std::string_view text) {
  const auto mark = footnote_mark(text);
  auto cell = CellReader(text.substr(0, mark)).run();
  if (cell.note.empty()) {
    cell.note = text.substr(mark);
  }
  return cell;
}

}  // namespace nianbao
