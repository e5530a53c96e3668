#include <algorithm>

#include <nianbao/sdk/document.hpp>

#include "document/source_run.hpp"

namespace nianbao {

namespace {

/// The line breaks between two offsets of a text, where the run covers several lines.
std::uint32_t breaks_between(std::string_view text, std::uint64_t from, std::uint64_t to) {
  to = std::min<std::uint64_t>(to, text.size());
  return from >= to ? 0 : static_cast<std::uint32_t>(std::count(text.begin() + from, text.begin() + to, '\n'));
}

bool verbatim_in(const Place& base, const Text& text) {
  return base.bytes && base.bytes->to - base.bytes->from == text.chars.size();
}

}  // namespace

Place locate(const Text& text, Range chars, Range utf8, const Place& base) {
  Place place = base;
  const std::uint64_t before = base.chars ? base.chars->from : 0;
  place.chars = Range{before + chars.from, before + chars.to};
  if (text.source.empty()) {
    if (verbatim_in(base, text)) {
      place.bytes = Range{base.bytes->from + utf8.from, base.bytes->from + utf8.to};
      place.line += base.line == 0 ? 0 : breaks_between(text.chars, 0, utf8.from);
    }
    return place;
  }
  const auto after = [](std::uint64_t offset, const SourceRun& run) { return offset < run.text_to; };
  const auto first = std::upper_bound(text.source.begin(), text.source.end(), utf8.from, after);
  if (first == text.source.end()) {
    return place;
  }
  const auto last_byte = utf8.to > utf8.from ? utf8.to - 1 : utf8.from;
  auto last = std::upper_bound(first, text.source.end(), last_byte, after);
  last = last == text.source.end() ? std::prev(last) : last;
  const auto from = std::max<std::uint64_t>(utf8.from, first->text_from);
  const auto to = std::clamp<std::uint64_t>(utf8.to, last->text_from, last->text_to);
  place.bytes = Range{file_offset(*first, from), file_offset(*last, to)};
  place.line = first->line == 0 ? base.line : first->line + breaks_between(text.chars, first->text_from, from);
  return place;
}

}  // namespace nianbao
