#include <nianbao/sdk/text.hpp>

#include <algorithm>

#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

/// Numbering at the beginning of a folded text: its content and where the label goes on.
struct Numbering {
  std::size_t from = 0;
  std::size_t to = 0;
  bool bracketed = false;
  std::size_t end = 0;
};

class LabelReader {
 public:
  explicit LabelReader(const Folded& label) : text_(label), to_(label.size()) {}

  LabelKey run() {
    const auto span = find_span();
    LabelKey result;
    result.key = text_.utf8(span.from, span.to);
    if (numbering_) {
      result.number = text_.utf8(numbering_->from, numbering_->to);
      if (numbering_->bracketed) {
        result.number = "(" + result.number + ")";
      }
    }
    for (const auto& remark : remarks_) {
      const auto content = text_.utf8(remark.from, remark.to);
      result.remark = result.remark.empty() ? content : content + ";" + result.remark;
    }
    return result;
  }

  Span find_span() {
    drop_closing_punctuation();
    bool more = true;
    while (more) {
      const bool marks = drop_opening_marks();
      more = take_numbering() || marks;
    }
    while (take_remark()) {
      drop_closing_punctuation();
    }
    return {from_, to_};
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const { return i < to_ ? text_.chars()[i] : U'\0'; }

  void drop_closing_punctuation() {
    constexpr std::u32string_view kPunctuation = U":,;。、";
    while (to_ > from_ && kPunctuation.find(text_.chars()[to_ - 1]) != std::u32string_view::npos) {
      --to_;
    }
  }

  /// Bullets, and 其中 where a label follows.
  bool drop_opening_marks() {
    constexpr std::u32string_view kMarks = U"-·*●■◆▪:、.,";
    const std::size_t before = from_;
    while (from_ + 1 < to_ && kMarks.find(at(from_)) != std::u32string_view::npos) {
      ++from_;
    }
    constexpr std::u32string_view kAmong = U"其中";
    if (text_.chars().substr(from_, 2) == kAmong && from_ + 3 < to_) {
      from_ += 2;
    }
    return from_ != before;
  }

  bool take_numbering() {
    const auto numbering = read_numbering();
    if (!numbering || numbering->end >= to_) {
      return false;
    }
    numbering_ = numbering;
    from_ = numbering->end;
    return true;
  }

  [[nodiscard]] std::optional<Numbering> read_numbering() const {
    if (text_.is_numbering(from_)) {
      return read_sign();
    }
    const bool opened = at(from_) == U'(';
    const std::size_t first = from_ + (opened ? 1 : 0);
    std::size_t end = first;
    while (is_digit(text_, end) && end < to_) {
      ++end;
    }
    if (end == first) {
      const auto numeral = first < to_ ? read_chinese_numeral(text_, first) : std::nullopt;
      end = numeral ? numeral->to : first;
    }
    constexpr std::size_t kLongest = 3;
    if (end == first || end - first > kLongest) {
      return std::nullopt;
    }
    if (at(end) == U')') {
      return Numbering{first, end, true, end + 1};
    }
    constexpr std::u32string_view kPunctuation = U"、.,:";
    const bool decimal = at(end) == U'.' && is_digit(text_, end + 1) && !text_.space_before(end + 1);
    if (opened || decimal || kPunctuation.find(at(end)) == std::u32string_view::npos) {
      return std::nullopt;
    }
    return Numbering{first, end, false, end + 1};
  }

  /// ① ⒈ ㈠ ⑴: all characters that come from such signs.
  [[nodiscard]] std::optional<Numbering> read_sign() const {
    std::size_t end = from_;
    while (end < to_ && text_.is_numbering(end)) {
      ++end;
    }
    const bool bracketed = at(from_) == U'(';
    std::size_t from = from_ + (bracketed ? 1 : 0);
    std::size_t to = end;
    while (to > from && (at(to - 1) == U')' || at(to - 1) == U'.')) {
      --to;
    }
    return Numbering{from, to, bracketed, end};
  }

  /// The last bracket, where something stands before it. 第（一） is no remark.
  bool take_remark() {
    const bool closed = at(to_ - 1) == U')';
    std::size_t open = to_ - (closed ? 1 : 0);
    int depth = 1;  // an unclosed bracket reaches to the end
    while (open > from_ && depth > 0) {
      --open;
      depth += at(open) == U')' ? 1 : at(open) == U'(' ? -1 : 0;
    }
    if (depth > 0 || open <= from_ || at(open - 1) == U'第') {
      return false;
    }
    remarks_.push_back({open + 1, to_ - (closed ? 1 : 0)});
    to_ = open;
    return true;
  }

  const Folded& text_;
  std::size_t from_ = 0;
  std::size_t to_;
  std::optional<Numbering> numbering_;  ///< the last of several
  std::vector<Span> remarks_;           ///< from the last to the first
};

}  // namespace

LabelKey label_key(std::string_view label) { return LabelReader(fold(label)).run(); }

Span label_span(const Folded& label) { return LabelReader(label).find_span(); }

}  // namespace nianbao
