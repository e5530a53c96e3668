#include "outline/layout.hpp"

#include <algorithm>

#include "outline/page_in_one_line.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

constexpr std::size_t kLongLine = 400;  // characters; longer ones may be a whole page

class Layout {
 public:
  Layout(const Document& document, const OutlineWords& words, const Headings& headings)
      : document_(document), words_(words), headings_(headings) {}

  Outline run() {
    outline_.folds.resize(document_.blocks.size());
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const auto* text = document_.blocks[i].text();
      if (text == nullptr) {
        outline_.lines.push_back({i, 0, 0, OutlineLine::Kind::object});
        continue;
      }
      outline_.folds[i] = fold(text->chars);
      cut_block(i);
    }
    return std::move(outline_);
  }

 private:
  void cut_block(std::uint32_t block) {
    const Folded& text = outline_.folds[block];
    std::size_t from = end_of_heading(block);
    if (from > 0) {
      add_line(block, {0, from});
    }
    for (std::size_t i = from + 1; i <= text.size(); ++i) {
      if (i == text.size() || text.break_before(i)) {
        add(block, {from, i});
        from = i;
      }
    }
  }

  /// Where the first line of the file in a paragraph is a heading by itself, the container took it and
  /// the text below it for one paragraph: the heading's end; else 0.
  [[nodiscard]] std::size_t end_of_heading(std::uint32_t block) const {
    const auto* paragraph = document_.blocks[block].as<Paragraph>();
    if (paragraph == nullptr || paragraph->text.source.size() < 2) {
      return 0;
    }
    const auto& runs = paragraph->text.source;
    const auto next = std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return run.line != runs[0].line; });
    constexpr std::uint32_t kLongest = 200;  // bytes
    if (next == runs.end() || next->text_from > kLongest) {
      return 0;
    }
    const Folded& text = outline_.folds[block];
    std::size_t end = 0;
    while (end < text.size() && text.original_byte(end) < next->text_from) {
      ++end;
    }
    const auto heading = headings_.read(text, {0, end});
    return heading && heading->body == end && heading->fit != HeadingFit::none ? end : 0;
  }

  void add(std::uint32_t block, Span span) {
    const Folded& text = outline_.folds[block];
    if (span.to - span.from < kLongLine) {
      add_line(block, span);
      return;
    }
    for (const auto& line : cut_page(text, span, words_, headings_)) {
      add_line(block, line);
    }
  }

  void add_line(std::uint32_t block, Span span) {
    OutlineLine line{block, static_cast<std::uint32_t>(span.from), static_cast<std::uint32_t>(span.to)};
    if (is_furniture(outline_.folds[block].chars().substr(span.from, span.to - span.from), words_)) {
      line.kind = OutlineLine::Kind::furniture;
    }
    outline_.lines.push_back(line);
  }

  const Document& document_;
  const OutlineWords& words_;
  const Headings& headings_;
  Outline outline_;
};

}  // namespace

// — 3 —, -3-, 3/10, 第3页, 第3页共10页; | | | | and other lines without a word or figure.
bool is_page_mark(std::u32string_view line) noexcept {
  constexpr std::size_t kLongest = 24;
  constexpr std::u32string_view kMarks = U"-~|_=*#·.,:";
  if (line.size() > kLongest) {
    return false;
  }
  bool digits = false;
  bool marks = true;
  for (const char32_t c : line) {
    if (c >= U'0' && c <= U'9') {
      digits = true;
    } else if (kMarks.find(c) == std::u32string_view::npos) {
      marks = false;
    }
  }
  if (marks && !digits) {
    return true;
  }
  const bool framed = line.size() >= 3 && line.size() <= 8 && line.front() == U'-' && line.back() == U'-';
  const bool worded = line.front() == U'第' && line.find(U'页') != std::u32string_view::npos;
  return digits && ((marks && framed) || worded);
}

bool is_furniture(std::u32string_view line, const OutlineWords& words) noexcept {
  constexpr std::size_t kLongest = 60;
  if (line.empty() || is_page_mark(line)) {
    return true;
  }
  line = line.back() == U':' ? line.substr(0, line.size() - 1) : line;  // 相关链接：
  return line.size() <= kLongest &&
         (is_word(line, words.furniture_lines) || !starts_with_word(line, words.furniture_starts).empty() ||
          !ends_with_word(line, words.furniture_ends).empty() || contains_word(line, words.furniture_holds));
}

Outline lay_out(const Document& document, const OutlineWords& words, const Headings& headings) {
  return Layout(document, words, headings).run();
}

}  // namespace nianbao
