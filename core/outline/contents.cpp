// The table of contents that a report may have above its text.
#include <algorithm>

#include "outline/header.hpp"
#include "outline/labelled.hpp"

namespace nianbao {
namespace {

/// The entry without the dots and the page number behind it.
Span without_page(const Folded& text, Span entry) {
  constexpr std::u32string_view kLeaders = U".·…-—_ ";
  const auto chars = text.chars();
  auto end = entry.to;
  while (end > entry.from && chars[end - 1] >= U'0' && chars[end - 1] <= U'9') {
    --end;
  }
  const auto digits = end;
  while (end > entry.from && kLeaders.find(chars[end - 1]) != std::u32string_view::npos) {
    --end;
  }
  const bool led = end < digits || (digits > entry.from && text.space_before(digits));
  return {entry.from, led ? end : entry.to};
}

class Contents {
 public:
  explicit Contents(HeaderWork& work) : work_(work), lines_(work.outline.lines) {}

  void run() {
    constexpr std::size_t kReach = 120;  // lines: a title page and a menu stand above it at most
    for (std::size_t i = 0; i < lines_.size() && i < kReach; ++i) {
      if (lines_[i].kind == OutlineLine::Kind::body && is_word(work_.outline.chars(lines_[i]), work_.words.contents)) {
        leave_out(i);
        return;
      }
    }
  }

 private:
  void leave_out(std::size_t title) {
    std::size_t end = title + 1;
    while (end < lines_.size() && (lines_[end].kind == OutlineLine::Kind::furniture || is_entry(end))) {
      ++end;
    }
    for (auto i = title; end > title + 1 && i < end; ++i) {
      lines_[i].kind = OutlineLine::Kind::furniture;
    }
  }

  /// A heading with its page, or one that stands again below.
  [[nodiscard]] bool is_entry(std::size_t index) const {
    const auto& line = lines_[index];
    if (line.kind != OutlineLine::Kind::body) {
      return false;
    }
    const Folded& text = work_.fold_of(line);
    const Span entry = without_page(text, {line.from, line.to});
    const auto heading = entry.to > entry.from ? work_.headings.read(text, entry) : std::nullopt;
    return heading && heading->body == entry.to && (entry.to < line.to || stands_again(index));
  }

  [[nodiscard]] bool stands_again(std::size_t index) const {
    const auto chars = work_.outline.chars(lines_[index]);
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(index) + 1, lines_.end(),
                       [&](const OutlineLine& line) {
                         return line.kind == OutlineLine::Kind::body && work_.outline.chars(line).starts_with(chars);
                       });
  }

  HeaderWork& work_;
  std::vector<OutlineLine>& lines_;
};

}  // namespace

void leave_contents_out(HeaderWork& work) { Contents(work).run(); }

}  // namespace nianbao
