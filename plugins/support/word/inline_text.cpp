#include "word/inline_text.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "blocks/blanks.hpp"
#include "characters/clean_text.hpp"

namespace nianbao::word {

std::uint32_t count_characters(std::string_view text) noexcept { return static_cast<std::uint32_t>(count_chars(text)); }

void InlineText::append(std::string_view text) {
  const auto size = chars_.size();
  characters::append_clean(text, chars_);
  count_ += count_characters(std::string_view(chars_).substr(size));
}

void InlineText::set(MarkKind kind, bool on) {
  auto& from = kind == MarkKind::strong ? strong_from_ : link_from_;
  if (on == from.has_value()) {
    return;
  }
  if (on) {
    // Goes on where the last mark of the kind ended right here.
    const auto last = std::find_if(marks_.rbegin(), marks_.rend(), [&](const Mark& mark) { return mark.kind == kind; });
    if (last != marks_.rend() && last->to == count_) {
      from = last->from;
      marks_.erase(std::next(last).base());
    } else {
      from = count_;
    }
    return;
  }
  if (*from < count_) {
    marks_.push_back({*from, count_, kind});
  }
  from.reset();
}

Text InlineText::finish(Arena& arena) {
  const auto whole = finish_verbatim(arena);
  return slice(whole, 0, whole.chars.size());
}

Text InlineText::finish_verbatim(Arena& arena) {
  set(MarkKind::strong, false);
  set(MarkKind::link, false);
  Text text{arena.store(chars_), std::move(marks_), {}};
  *this = InlineText();
  return text;
}

Text slice(const Text& text, std::size_t from, std::size_t to) {
  const auto part = text.chars.substr(from, to - from);
  const auto body = blocks::trim(part);
  const auto first =
      count_characters(text.chars.substr(0, from)) +
      (body.empty() ? 0 : count_characters(part.substr(0, static_cast<std::size_t>(body.data() - part.data()))));
  const auto length = count_characters(body);
  Text result{body, {}, {}};
  for (const auto& mark : text.marks) {
    const auto begin = std::max(mark.from, first);
    const auto end = std::min(mark.to, first + length);
    const bool anchor = mark.from == mark.to;
    if (begin < end || (anchor && begin == end)) {
      result.marks.push_back({begin - first, end - first, mark.kind});
    }
  }
  std::sort(result.marks.begin(), result.marks.end(),
            [](const Mark& a, const Mark& b) { return a.from != b.from ? a.from < b.from : a.kind < b.kind; });
  return result;
}

}  // namespace nianbao::word
