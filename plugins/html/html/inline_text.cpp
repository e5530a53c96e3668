#include "html/inline_text.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "blocks/blanks.hpp"

namespace nianbao::html {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_wide(std::string_view character) {
  return !character.empty() && static_cast<unsigned char>(character.front()) >= 0xE2;
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Length of the character reference that begins at the & of the raw text.
std::size_t reference_at(std::string_view raw) {
  std::size_t i = 1;
  while (i < raw.size() && i < 40 && (raw[i] == '#' || is_alphanumeric(raw[i]))) {
    ++i;
  }
  return i < raw.size() && raw[i] == ';' ? i + 1 : i;
}

/// Walks the decoded text beside the raw one and tells what stands in the file as it is.
class Aligner {
 public:
  Aligner(std::string_view text, std::string_view raw) : text_(text), raw_(raw) {}

  /// The next stretch of one kind; empty at the end.
  struct Stretch {
    std::string_view chars;  // in the raw text where in_file, else in the decoded one
    bool in_file = false;
  };
  Stretch next() {
    skip_raw();
    if (text_.empty()) {
      return {};
    }
    const auto same = static_cast<std::size_t>(
        std::mismatch(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(std::min(text_.size(), raw_.size())),
                      raw_.begin(), [](char a, char b) { return a == b && b != '&'; })
            .first -
        text_.begin());
    if (same > 0) {
      return take(same, same, true);
    }
    const bool reference = !raw_.empty() && raw_.front() == '&';
    const auto length = reference ? reference_at(raw_) : 0;
    if (reference && text_.starts_with(raw_.substr(0, length))) {
      return take(length, length, true);
    }
    // What cannot be led back is kept without its place.
    return reference ? take(blocks::character_at(text_, 0), length, false) : take(text_.size(), 0, false);
  }

 private:
  /// Carriage returns, and tags that the parser dropped, stand in the file only.
  void skip_raw() {
    while (!raw_.empty() && !text_.empty() && raw_.front() != text_.front()) {
      if (raw_.front() == '\r') {
        raw_.remove_prefix(1);
      } else if (raw_.front() == '<' && raw_.find('>') != std::string_view::npos) {
        raw_.remove_prefix(raw_.find('>') + 1);
      } else {
        break;
      }
    }
  }

  Stretch take(std::size_t text_size, std::size_t raw_size, bool in_file) {
    const Stretch result{in_file ? raw_.substr(0, raw_size) : text_.substr(0, text_size), in_file};
    text_.remove_prefix(text_size);
    raw_.remove_prefix(raw_size);
    return result;
  }

  std::string_view text_;
  std::string_view raw_;
};

}  // namespace

void InlineText::add_text(const GumboNode& text) {
  const auto offset = std::min<std::size_t>(text.v.text.start_pos.offset, piece_.html.size());
  auto line = piece_.first_line + text.v.text.start_pos.line - 1;
  Aligner aligner(text.v.text.text, piece_.html.substr(offset));
  for (auto stretch = aligner.next(); !stretch.chars.empty(); stretch = aligner.next()) {
    add_run(stretch.chars, line, stretch.in_file);
    line += static_cast<std::uint32_t>(std::count(stretch.chars.begin(), stretch.chars.end(), '\n'));
  }
}

void InlineText::add_run(std::string_view run, std::uint32_t line, bool in_file) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < run.size();) {
    const auto blank = blocks::blank_at(run, i);
    if (blank == 0) {
      i += blocks::character_at(run, i);
      continue;
    }
    put(run.substr(from, i - from), line, in_file);
    add_space(run.substr(i, blank), line, in_file);
    line += static_cast<std::uint32_t>(run[i] == '\n');
    i += blank;
    from = i;
  }
  put(run.substr(from), line, in_file);
}

void InlineText::add_space(std::string_view blank, std::uint32_t line, bool in_file) {
  const bool kept = piece_.keeps_blanks && (blank == " " || blank == "\t");
  if (!is_space(blank.front()) || kept) {
    pending_.push_back({in_file ? blank : arena_.store(blank), line, in_file});
    return;
  }
  pending_newline_ = pending_newline_ || blank.front() == '\n';
  if (!pending_space_) {
    pending_space_ = true;
    const bool plain = blank == " ";
    pending_.push_back({plain && in_file ? blank : std::string_view(" "), line, plain && in_file});
  }
}

void InlineText::put_pending(std::string_view next) {
  if (pending_break_ && count_ > 0) {
    builder_.append_break();
    ++count_;
  } else if (count_ > 0) {
    // A line of the file ends between two Han characters: no blank was meant.
    const bool drop_space =
        pending_newline_ && is_wide(last_) && is_wide(next.substr(0, blocks::character_at(next, 0)));
    for (const auto& blank : pending_) {
      if (blank.chars != " " || !drop_space) {
        blank.in_file ? builder_.append(blank.chars, blank.line) : builder_.append_literal(blank.chars);
        ++count_;
      }
    }
  }
  pending_.clear();
  pending_space_ = pending_newline_ = pending_break_ = false;
}

void InlineText::put(std::string_view chars, std::uint32_t line, bool in_file) {
  if (chars.empty()) {
    return;
  }
  put_pending(chars);
  for (auto& open : open_) {
    open.from = open.from == kUnset ? count_ : open.from;
  }
  const auto kept = in_file ? chars : arena_.store(chars);
  in_file ? builder_.append(kept, line) : builder_.append_literal(kept);
  count_ += static_cast<std::uint32_t>(count_chars(chars));
  last_ = blocks::last_character(kept);
}

void InlineText::add_break() { pending_break_ = true; }

void InlineText::begin_mark(MarkKind kind) { open_.push_back({kind, kUnset}); }

void InlineText::end_mark() {
  const auto open = open_.back();
  open_.pop_back();
  if (open.from == kUnset || open.from == count_) {
    return;
  }
  if (!marks_.empty() && marks_.back().kind == open.kind && marks_.back().to >= open.from) {
    marks_.back().from = std::min(marks_.back().from, open.from);
    marks_.back().to = count_;
    return;
  }
  marks_.push_back({open.from, count_, open.kind});
}

Text InlineText::finish(Place& at) {
  for (auto& open : open_) {
    if (open.from != kUnset && open.from < count_) {
      marks_.push_back({open.from, count_, open.kind});
    }
    open.from = kUnset;
  }
  auto text = builder_.finish_verbatim(at);
  text.marks = std::move(marks_);
  marks_.clear();
  pending_.clear();
  pending_space_ = pending_newline_ = pending_break_ = false;
  count_ = 0;
  last_ = {};
  return text;
}

}  // namespace nianbao::html
