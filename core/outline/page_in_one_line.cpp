#include "outline/page_in_one_line.hpp"

#include <algorithm>

#include "outline/labelled.hpp"
#include "outline/layout.hpp"
#include "outline/names.hpp"
#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

class PageCutter {
 public:
  PageCutter(const Folded& text, Span span, const OutlineWords& words, const Headings& headings)
      : text_(text), span_(span), words_(words), headings_(headings) {}

  std::vector<Span> run() {
    const auto sections = find_sections();
    if (sections.size() < 2) {
      return {span_};
    }
    cut_at_blanks({span_.from, sections.front().number.from});
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const std::size_t end = i + 1 < sections.size() ? sections[i + 1].number.from : span_.to;
      lines_.push_back({sections[i].number.from, sections[i].body});
      cut_section({sections[i].body, end}, i + 1 == sections.size());
    }
    return std::move(lines_);
  }

 private:
  /// 一、 二、 … in their order, each with known words.
  [[nodiscard]] std::vector<HeadingLine> find_sections() const {
    std::vector<HeadingLine> result;
    constexpr int kMostLost = 2;  // numbers that may be lost in between
    for (std::size_t i = span_.from; i < span_.to; ++i) {
      if (!may_number(i)) {
        continue;
      }
      const auto heading = headings_.read_inside(text_, i, span_.to);
      const int last = result.empty() ? 0 : result.back().ordinal;
      if (heading && heading->level == 1 && heading->fit != HeadingFit::none && heading->ordinal > last &&
          heading->ordinal <= last + 1 + kMostLost) {
        result.push_back(*heading);
        i = heading->body > i ? heading->body - 1 : i;
      }
    }
    return result;
  }

  [[nodiscard]] bool may_number(std::size_t i) const {
    const char32_t c = text_.chars()[i];
    return (chinese_digit(c) > 0 || c == U'十') && (i == span_.from || chinese_digit(text_.chars()[i - 1]) < 0);
  }

  /// （一） … inside a section, at its beginning or behind a sentence.
  void cut_section(Span span, bool last) {
    std::size_t from = span.from;
    int ordinal = 0;
    for (std::size_t i = span.from; i < span.to; ++i) {
      if (text_.chars()[i] != U'(' || !(i == from || begins_sentence(i))) {
        continue;
      }
      const auto heading = headings_.read_inside(text_, i, span.to);
      if (!heading || heading->level != 2 || heading->ordinal > ordinal + 2 || heading->ordinal < 1) {
        continue;
      }
      add({from, i});
      lines_.push_back({i, heading->body});
      ordinal = heading->ordinal;
      from = heading->body;
      i = heading->body > i ? heading->body - 1 : i;
    }
    if (last) {
      cut_at_blanks({from, span.to});
    } else {
      add({from, span.to});
    }
  }

  [[nodiscard]] bool begins_sentence(std::size_t i) const {
    const char32_t before = text_.chars()[i - 1];
    return before == U'。' || before == U';' || before == U'!' || before == U':' || text_.space_before(i);
  }

  /// Cuts out what white space sets apart and what is something of its own; the rest stays together.
  void cut_at_blanks(Span span) {
    std::size_t from = span.from;
    for (std::size_t i = span.from; i < span.to;) {
      std::size_t end = i + 1;
      while (end < span.to && !text_.space_before(end)) {
        ++end;
      }
      end = with_value({i, with_time(end, span.to)}, span.to);
      if (stands_alone({i, end})) {
        add({from, i});
        add({i, end});
        from = end;
      }
      i = end;
    }
    add({from, span.to});
  }

  /// 单位负责人： 张三: the value belongs to the label before it.
  [[nodiscard]] std::size_t with_value(Span label, std::size_t to) const {
    constexpr std::size_t kLongestValue = 14;
    if (text_.chars()[label.to - 1] != U':' || !signs_off(label)) {
      return label.to;
    }
    std::size_t end = label.to;
    while (end < to && (end == label.to || !text_.space_before(end))) {
      ++end;
    }
    return end - label.to <= kLongestValue ? end : label.to;
  }

  [[nodiscard]] bool signs_off(Span token) const {
    const auto& s = words_.signoff;
    const auto found =
        find_labelled(text_, token, {&s.responsible, &s.reviewer, &s.preparer, &s.phone, &s.date, &s.other});
    return !found.empty() && found.front().name.from == token.from;
  }

  /// 2010-05-12 00:00: the time belongs to the date before it.
  [[nodiscard]] std::size_t with_time(std::size_t end, std::size_t to) const {
    std::size_t i = end;
    while (i < to && i - end < 8 && (is_digit(text_, i) || text_.chars()[i] == U':')) {
      ++i;
    }
    const bool time = i > end + 3 && text_.chars()[end + 2] == U':' && (i == to || text_.space_before(i));
    return time ? i : end;
  }

  [[nodiscard]] bool stands_alone(Span token) const {
    const auto chars = text_.chars().substr(token.from, token.to - token.from);
    const auto date = read_date(text_, token.from);
    if (is_furniture(chars, words_) || (date && date->to == token.to) || is_body(chars, words_)) {
      return true;
    }
    const auto& p = words_.properties;
    const bool property =
        !find_labelled(text_, token, {&p.published, &p.issuer, &p.index_number, &p.document_number, &p.title, &p.other})
             .empty();
    const auto attachment = starts_with_word(chars, words_.attachment_starts);
    constexpr std::size_t kLongestMark = 4;  // 附件1：
    return property || signs_off(token) || is_title_end(chars) ||
           (!attachment.empty() && chars.size() <= attachment.size() + kLongestMark);
  }

  [[nodiscard]] bool is_title_end(std::u32string_view chars) const {
    constexpr std::size_t kLongest = 50;
    return chars.size() <= kLongest && !ends_with_word(chars, words_.title_ends).empty();
  }

  void add(Span span) {
    if (span.from < span.to) {
      lines_.push_back(span);
    }
  }

  const Folded& text_;
  Span span_;
  const OutlineWords& words_;
  const Headings& headings_;
  std::vector<Span> lines_;
};

}  // namespace

std::vector<Span> cut_page(const Folded& text, Span span, const OutlineWords& words, const Headings& headings) {
  return PageCutter(text, span, words, headings).run();
}

}  // namespace nianbao
