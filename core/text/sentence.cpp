#include <nianbao/sdk/text.hpp>

#include "text/number_words.hpp"

namespace nianbao {
namespace {

bool is_stop(char32_t c) { return c == U'。' || c == U'!' || c == U'?'; }
bool is_pause(char32_t c) { return c == U',' || c == U';' || c == U':'; }

/// Knows whether a character stands inside brackets, book title marks or quotation marks. What is
/// never closed must not swallow the rest: a bracket reaches at most this far.
class Nesting {
 public:
  void see(char32_t c) {
    if (c == U'(' || c == U'《') {
      ++depth_;
      since_ = 0;
    } else if ((c == U')' || c == U'》') && depth_ > 0) {
      --depth_;
    } else if (c == U'"') {
      quoted_ = !quoted_;
      since_ = 0;
    } else if (++since_ > kReach) {
      depth_ = 0;
      quoted_ = false;
    }
  }
  [[nodiscard]] bool inside() const noexcept { return depth_ > 0 || quoted_; }

 private:
  static constexpr int kReach = 120;
  int depth_ = 0;
  int since_ = 0;
  bool quoted_ = false;
};

bool closes(char32_t c) { return c == U')' || c == U'》' || c == U'"'; }

/// True for the comma or colon of 1,234 and 12:30.
bool inside_number(const Folded& text, std::size_t index) {
  return index > 0 && is_digit(text, index - 1) && is_digit(text, index + 1) && !text.space_before(index + 1) &&
         text.chars()[index] != U';';
}

}  // namespace

std::vector<Span> split_sentences(const Folded& text) {
  std::vector<Span> result;
  Nesting nesting;
  std::size_t from = 0;
  bool stopped = false;  // a stop was seen and the level was left since
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.chars()[i];
    const bool was_inside = nesting.inside();
    nesting.see(c);
    const bool ends_quotation = stopped && was_inside && !nesting.inside() && closes(c);
    stopped = is_stop(c) || (stopped && closes(c));
    const bool more = i + 1 < text.size() && is_stop(text.chars()[i + 1]);
    if (((is_stop(c) && !nesting.inside()) || (ends_quotation && c == U'"')) && !more) {
      result.push_back({from, i + 1});
      from = i + 1;
      stopped = false;
    }
  }
  if (from < text.size()) {
    result.push_back({from, text.size()});
  }
  return result;
}

std::vector<Span> split_clauses(const Folded& text, Span span) {
  std::vector<Span> result;
  Nesting nesting;
  std::size_t from = span.from;
  for (std::size_t i = span.from; i < span.to; ++i) {
    nesting.see(text.chars()[i]);
    if (is_pause(text.chars()[i]) && !nesting.inside() && !inside_number(text, i)) {
      result.push_back({from, i + 1});
      from = i + 1;
    }
  }
  if (from < span.to) {
    result.push_back({from, span.to});
  }
  return result;
}

}  // namespace nianbao
