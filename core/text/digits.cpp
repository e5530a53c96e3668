#include "text/digits.hpp"

#include "text/number_words.hpp"

namespace nianbao {
namespace {

constexpr std::size_t kGroup = 3;  // digits between two thousands separators

/// End of the digits that start here: without white space between them, or cut by a line break.
std::size_t end_of_digits(const Folded& text, std::size_t index) {
  while (is_digit(text, index + 1) && (!text.space_before(index + 1) || text.break_before(index + 1))) {
    ++index;
  }
  return index + 1;
}

/// True if the character stands directly behind the one before it, or behind a line break.
bool touches(const Folded& text, std::size_t index) { return !text.space_before(index) || text.break_before(index); }

/// Ends of the groups of three that follow `first_end`, or none where what follows are no groups.
class Groups {
 public:
  Groups(const Folded& text, std::size_t from, std::size_t first_end) : text_(text), end_(first_end) {
    const std::size_t first = first_end - from;
    if (first > kGroup || text.chars()[from] == U'0') {
      return;
    }
    if (first_end < text.size() && text.chars()[first_end] == U',') {
      read_with_commas();
    } else {
      read_with_blanks();
    }
  }

  [[nodiscard]] std::size_t end() const noexcept { return end_; }

 private:
  void read_with_commas() {
    std::size_t end = end_;
    while (end < text_.size() && text_.chars()[end] == U',' && touches(text_, end) && is_digit(text_, end + 1) &&
           touches(text_, end + 1)) {
      const std::size_t next = end_of_digits(text_, end + 1);
      if (next - end - 1 != kGroup) {
        return;  // a list of figures, not one figure
      }
      end = next;
    }
    end_ = end;
  }

  void read_with_blanks() {
    std::size_t end = end_;
    while (is_digit(text_, end) && text_.space_before(end)) {
      const std::size_t next = end_of_digits(text_, end);
      if (next - end != kGroup) {
        return;
      }
      end = next;
    }
    end_ = end;
  }

  const Folded& text_;
  std::size_t end_;
};

/// True if the point stands between digits as 2 . 5 and 2.5 have it; in `5. 2018年` it ends a sentence.
bool joins_digits(const Folded& text, std::size_t point) {
  return is_digit(text, point + 1) && touches(text, point) == touches(text, point + 1);
}

/// End of the decimals behind a point at `point`, or `point` where it is no decimal point: at the
/// end of a sentence, or in 2018.2.13 and 1.2.3.
std::size_t end_of_decimals(const Folded& text, std::size_t point) {
  if (point >= text.size() || text.chars()[point] != U'.' || text.is_numbering(point) || !joins_digits(text, point)) {
    return point;
  }
  const std::size_t end = end_of_digits(text, point + 1);
  const bool dotted = end < text.size() && text.chars()[end] == U'.' && joins_digits(text, end);
  return dotted ? point : end;
}

void append_digits(std::string& out, const Folded& text, std::size_t from, std::size_t to) {
  for (; from < to; ++from) {
    if (text.chars()[from] != U',') {
      out.push_back(static_cast<char>(text.chars()[from]));
    }
  }
}

}  // namespace

std::optional<DigitRun> read_digit_run(const Folded& text, std::size_t index) {
  constexpr std::size_t kMostCharacters = 2 * Decimal::kMaxDigits;
  if (!is_digit(text, index)) {
    return std::nullopt;
  }
  const std::size_t whole = Groups(text, index, end_of_digits(text, index)).end();
  const std::size_t end = end_of_decimals(text, whole);
  if (end - index > kMostCharacters) {
    return std::nullopt;
  }
  std::string digits;
  append_digits(digits, text, index, end);
  const auto value = Decimal::parse(digits);
  if (!value) {
    return std::nullopt;
  }
  return DigitRun{*value, end > whole ? static_cast<int>(end - whole - 1) : 0, end};
}

}  // namespace nianbao
