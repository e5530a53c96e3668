#include "word/paragraph_text.hpp"

#include <algorithm>
#include <string>

#include "blocks/blanks.hpp"
#include "blocks/wrapping.hpp"
#include "word/inline_text.hpp"

namespace nianbao::word {

namespace {

// Whole paragraphs get a heading's style by mistake; no heading is as long.
constexpr std::uint32_t kLongestHeading = 150;

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 第一章, 1 and 1. before a digit want a blank; 一、 and （一） do not.
bool wants_blank(std::string_view label, std::string_view text) {
  if (label.ends_with("章") || label.ends_with("节") || label.ends_with("条")) {
    return true;
  }
  const char last = label.back();
  return is_word(last) || (last == '.' && !text.empty() && is_digit(text.front()));
}

}  // namespace

int heading_level(int outline, std::string_view text) {
  return outline < 0 || count_characters(text) > kLongestHeading ? 0 : outline + 1;
}

Text labelled(std::string_view label, Text text, Arena& arena) {
  std::string whole(label);
  whole += wants_blank(label, text.chars) ? " " : "";
  const auto shift = count_characters(whole);
  whole += text.chars;
  for (auto& mark : text.marks) {
    mark.from += shift;
    mark.to += shift;
  }
  text.chars = arena.store(whole);
  return text;
}

void drop_whole_mark(Text& text) {
  const auto length = count_characters(text.chars);
  text.marks.erase(std::remove_if(text.marks.begin(), text.marks.end(),
                                  [&](const Mark& mark) {
                                    return mark.kind == MarkKind::strong && mark.from == 0 && mark.to == length;
                                  }),
                   text.marks.end());
}

std::size_t next_paragraph(std::string_view text, std::size_t from) {
  for (auto end = text.find('\n', from); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    const auto rest = text.substr(end + 1);
    const auto body = blocks::trim_front(rest);
    const bool indented = rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xC2\xA0") || rest.starts_with("  ");
    if (!body.empty() && (indented || rest.front() == '\n' || blocks::begins_item(body))) {
      return end + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace nianbao::word
