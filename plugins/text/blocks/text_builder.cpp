#include "blocks/text_builder.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

#include "blocks/blanks.hpp"

namespace nianbao::blocks {

namespace {

constexpr std::string_view kStars = "**";

/// Opening asterisks stand before a word: 张** and 李**，  are names left out, not emphasis.
bool opens(std::string_view after) {
  if (after.empty() || blank_at(after, 0) != 0 || after.front() == '*') {
    return false;
  }
  const auto one = after.substr(0, character_at(after, 0));
  constexpr std::string_view kClosing = "，。、；：！？）》”’,.;:!?)";
  return kClosing.find(one) == std::string_view::npos;
}

struct Delimiter {
  std::size_t part;
  std::size_t offset;
};

}  // namespace

bool TextBuilder::ends_in_word() const noexcept {
  if (parts_.empty() || parts_.back().chars.empty()) {
    return false;
  }
  const char c = parts_.back().chars.back();
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void TextBuilder::append(std::string_view part, std::uint32_t line) {
  if (!parts_.empty() && parts_.back().in_file) {
    auto& last = parts_.back().chars;
    if (last.data() + last.size() == part.data() && parts_.back().line == line) {
      last = {last.data(), last.size() + part.size()};
      return;
    }
  }
  parts_.push_back({part, line, true});
}

void TextBuilder::append_plain(std::string_view part, std::uint32_t line) {
  auto plain = source_.plain == nullptr ? std::nullopt : source_.plain(part);
  if (plain) {
    parts_.push_back({arena_.store(*plain), line, false});
  } else {
    append(part, line);
  }
}

void TextBuilder::set_place(Place& at) const {
  const auto placed = std::find_if(parts_.begin(), parts_.end(), [](const Part& part) { return part.line != 0; });
  if (placed != parts_.end()) {
    at.line = placed->line;
  }
  const auto in_file = [](const Part& part) { return part.in_file; };
  const auto first = std::find_if(parts_.begin(), parts_.end(), in_file);
  const auto last = std::find_if(parts_.rbegin(), parts_.rend(), in_file);
  if (first != parts_.end()) {
    at.bytes = Range{source_.file_range(first->chars).from, source_.file_range(last->chars).to};
  }
}

void TextBuilder::drop_emphasis(std::vector<Mark>& marks) {
  std::vector<Delimiter> pairs;
  bool open = false;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const auto chars = parts_[part].chars;
    for (auto i = chars.find(kStars); i != std::string_view::npos; i = chars.find(kStars, i + kStars.size())) {
      if (open || opens(chars.substr(i + kStars.size()))) {
        pairs.push_back({part, i});
        open = !open;
      }
    }
  }
  if (open) {
    pairs.pop_back();
  }
  std::vector<Part> kept;
  std::size_t next = 0;
  std::uint32_t count = 0;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    std::size_t from = 0;
    const auto keep = [&](std::size_t to) {
      if (to > from) {
        kept.push_back({parts_[part].chars.substr(from, to - from), parts_[part].line, parts_[part].in_file});
        count += static_cast<std::uint32_t>(count_chars(kept.back().chars));
      }
    };
    for (; next < pairs.size() && pairs[next].part == part; ++next) {
      keep(pairs[next].offset);
      from = pairs[next].offset + kStars.size();
      if (next % 2 == 0) {
        marks.push_back({count, count, MarkKind::strong});
      } else {
        marks.back().to = count;
      }
    }
    keep(parts_[part].chars.size());
  }
  parts_ = std::move(kept);
}

Text TextBuilder::assemble() {
  Text text;
  if (parts_.empty()) {
    return text;
  }
  if (parts_.size() == 1 && source_.map.verbatim()) {
    text.chars = parts_.front().chars;
    if (!parts_.front().in_file) {
      text.chars = arena_.store(text.chars);
    }
    parts_.clear();
    return text;
  }
  std::string joined;
  for (const auto& part : parts_) {
    if (part.in_file) {
      const auto offset = source_.offset(part.chars);
      source_.map.append_runs({offset, offset + part.chars.size()}, static_cast<std::uint32_t>(joined.size()),
                              part.line, text.source);
    }
    joined += part.chars;
  }
  text.chars = arena_.hold(std::move(joined));
  parts_.clear();
  return text;
}

Text TextBuilder::finish(Place& at) {
  std::vector<Mark> marks;
  const auto has_stars = [](const Part& part) { return part.chars.find(kStars) != std::string_view::npos; };
  if (std::any_of(parts_.begin(), parts_.end(), has_stars)) {
    drop_emphasis(marks);
  }
  set_place(at);
  auto text = assemble();
  text.marks = std::move(marks);
  return text;
}

Text TextBuilder::finish_verbatim(Place& at) {
  set_place(at);
  return assemble();
}

}  // namespace nianbao::blocks
