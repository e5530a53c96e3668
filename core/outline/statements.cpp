#include <algorithm>

#include "outline/damaged_period.hpp"
#include "outline/header.hpp"
#include "outline/labelled.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

enum Label : std::size_t { address, postcode, phone, fax, email, url };

char32_t at(const Folded& text, std::size_t index) { return index < text.size() ? text.chars()[index] : U'\0'; }

bool is_web(char32_t c) {
  constexpr std::u32string_view kOthers = U".:/-_?=&%~#@+";
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
         kOthers.find(c) != std::u32string_view::npos;
}

bool is_phone(char32_t c) {
  constexpr std::u32string_view kOthers = U"-()、/转~";
  return (c >= U'0' && c <= U'9') || kOthers.find(c) != std::u32string_view::npos;
}

template <typename Predicate>
Span leading(const Folded& text, Span span, Predicate predicate) {
  std::size_t to = span.from;
  while (to < span.to && predicate(text.chars()[to])) {
    ++to;
  }
  return trimmed(text, {span.from, to}, U"", U"()、/-.:");
}

/// The part of a labelled value that is of its kind.
Span value_span(const Folded& text, Label label, Span span) {
  switch (label) {
    case phone:
    case fax:
      return leading(text, span, is_phone);
    case postcode:
      return leading(text, span, [](char32_t c) { return c >= U'0' && c <= U'9'; });
    case email:
    case url:
      return leading(text, span, is_web);
    case address:
      break;
  }
  const auto value = leading(text, span, [](char32_t c) { return c != U';' && c != U'。' && c != U')'; });
  return trimmed(text, value, U"", U",、");
}

class StatementReader {
 public:
  explicit StatementReader(HeaderWork& work)
      : work_(work), labels_{&work.words.contact.address, &work.words.contact.postcode, &work.words.contact.phone,
                             &work.words.contact.fax,     &work.words.contact.email,    &work.words.contact.url} {}

  void run() {
    const auto& lines = work_.outline.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].kind != OutlineLine::Kind::body) {
        continue;
      }
      const bool preamble = i < work_.body_from;
      if (work_.report.period.from.empty()) {
        read_period(lines[i], preamble);
      }
      if (preamble) {
        read_contact(lines[i]);
        read_coverage(lines[i]);
      }
    }
  }

 private:
  void read_contact(const OutlineLine& line) {
    const Folded& text = work_.fold_of(line);
    auto& contact = work_.report.contact;
    std::string_view* const fields[] = {&contact.address, &contact.postcode, &contact.phone,
                                        &contact.fax,     &contact.email,    &contact.url};
    for (const auto& one : find_labelled(text, {line.from, line.to}, labels_)) {
      auto span = value_span(text, static_cast<Label>(one.label), one.value);
      span.to = one.label == address ? end_before_labels(text, span) : span.to;
      if (fields[one.label]->empty() && span.from < span.to) {
        *fields[one.label] = work_.report.store(work_.printed(line, span));
      }
    }
    for (const auto label : {postcode, phone, fax}) {
      if (fields[label]->empty()) {
        *fields[label] = number_behind(line, label);
      }
    }
    if (contact.url.empty()) {
      read_url(line);
    }
  }

  /// Where the next label of contact begins, without a colon, behind a comma or in brackets: 中山路1号（邮编099000）.
  [[nodiscard]] std::size_t end_before_labels(const Folded& text, Span span) const {
    for (auto i = span.from; i < span.to; ++i) {
      const auto rest = text.chars().substr(i + 1, span.to - i - 1);
      const bool sign = at(text, i) == U'(' || at(text, i) == U',';
      const bool label = std::any_of(labels_.begin(), labels_.end(),
                                     [&](const Words* words) { return !starts_with_word(rest, *words).empty(); });
      if (sign && label) {
        return i;
      }
    }
    return span.to;
  }

  /// A number right behind its label, without a colon: 电话0936-5521000. Empty if there is none.
  [[nodiscard]] std::string_view number_behind(const OutlineLine& line, Label label) {
    constexpr std::size_t kPostcode = 6;
    constexpr std::size_t kShortestPhone = 7;
    const Folded& text = work_.fold_of(line);
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    for (auto from = line.from + 1; from < line.to; ++from) {
      const auto before = text.chars().substr(line.from, from - line.from);
      if (!is_digit(at(text, from)) || ends_with_word(before, *labels_[label]).empty()) {
        continue;
      }
      const auto span = value_span(text, label, {from, line.to});
      const auto value = text.chars().substr(span.from, span.to - span.from);
      const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
      if (label == postcode ? digits == kPostcode : digits >= kShortestPhone) {
        return work_.report.store(work_.printed(line, span));
      }
    }
    return {};
  }

  void read_url(const OutlineLine& line) {
    const auto chars = work_.outline.chars(line);
    auto from = chars.find(U"http");
    from = from == std::u32string_view::npos ? chars.find(U"www.") : from;
    if (from == std::u32string_view::npos) {
      return;
    }
    const auto span = leading(work_.fold_of(line), {line.from + from, line.to}, is_web);
    work_.report.contact.url = work_.report.store(work_.printed(line, span));
  }

  /// 2018年1月1日起至2018年12月31日; in the text of a section only where words say so or a year is whole.
  void read_period(const OutlineLine& line, bool preamble) {
    const Folded& text = work_.fold_of(line);
    for (auto from = find_date(text, line.from, line.to); from; from = find_date(text, from->to, line.to)) {
      const auto to = from->date.day != 0 ? read_end(text, *from) : std::nullopt;
      if (!to) {
        continue;
      }
      const auto& end = to->date;
      const bool whole_year = from->date.month == 1 && from->date.day == 1 && end.month == 12 && end.day == 31;
      if (preamble || whole_year || is_led(text, line.from, from->from)) {
        work_.report.period = {from->date, end};
        work_.period_at = work_.place(line, {from->from, to->to});
        return;
      }
    }
    read_damaged_period(line);
  }

  void read_damaged_period(const OutlineLine& line) {
    const Folded& text = work_.fold_of(line);
    const auto found = find_damaged_period(text, {line.from, line.to});
    if (found && is_led(text, line.from, found->at.from)) {
      work_.report.period = found->period;
      work_.period_at = work_.place(line, found->at);
    }
  }

  static std::optional<FoundDate> read_end(const Folded& text, const FoundDate& from) {
    std::size_t i = from.to;
    i += at(text, i) == U'起' ? 1 : 0;
    i += at(text, i) == U',' ? 1 : 0;
    const bool joined = at(text, i) == U'至' || at(text, i) == U'到' || at(text, i) == U'-' || at(text, i) == U'~';
    while (joined && (at(text, i) == U'-' || at(text, i) == U'至' || at(text, i) == U'到' || at(text, i) == U'~')) {
      ++i;
    }
    if (!joined) {
      return std::nullopt;
    }
    if (const auto to = read_date(text, i); to && to->date.day != 0) {
      return to;
    }
    // 至12月31日: the year stands before the first date only.
    const auto month = read_number(text, i);
    const auto day = month && at(text, month->to) == U'月' ? read_number(text, month->to + 1) : std::nullopt;
    if (!day || at(text, day->to) != U'日' || month->value > Decimal{12} || day->value > Decimal{31}) {
      return std::nullopt;
    }
    const Date date{from.date.year, static_cast<std::int8_t>(month->value.coefficient()),
                    static_cast<std::int8_t>(day->value.coefficient())};
    return FoundDate{date, month->from, day->to + 1};
  }

  [[nodiscard]] bool is_led(const Folded& text, std::size_t line_from, std::size_t from) const {
    constexpr std::size_t kReach = 16;
    const std::size_t begin = from - line_from > kReach ? from - kReach : line_from;
    return contains_word(text.chars().substr(begin, from - begin), work_.words.period_leads);
  }

  /// The clause that says whose figures these are.
  void read_coverage(const OutlineLine& line) {
    const Folded& text = work_.fold_of(line);
    auto& coverage = work_.report.coverage;
    if (coverage.scope != Scope::unknown || !contains_word(work_.outline.chars(line), work_.words.coverage_leads)) {
      return;
    }
    for (auto span : split_sentences(text)) {
      span = {std::max<std::size_t>(span.from, line.from), std::min<std::size_t>(span.to, line.to)};
      if (span.from >= span.to) {
        continue;
      }
      for (const auto& clause : split_clauses(text, span)) {
        const auto chars = text.chars().substr(clause.from, clause.to - clause.from);
        const bool area = contains_word(chars, work_.words.coverage_area);
        const bool body = contains_word(chars, work_.words.coverage_body);
        if (area == body || !contains_word(chars, work_.words.coverage_leads)) {
          continue;
        }
        const auto stated = trimmed(text, clause, U"", U",;。:");
        coverage.scope = area ? Scope::area : Scope::body;
        coverage.text = work_.report.store(work_.printed(line, stated));
        coverage.at = work_.place(line, stated);
        return;
      }
    }
  }

  HeaderWork& work_;
  std::vector<const Words*> labels_;
};

}  // namespace

void read_statements(HeaderWork& work) { StatementReader(work).run(); }

}  // namespace nianbao
