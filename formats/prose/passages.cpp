#include "passages.hpp"

#include <nianbao/sdk/text.hpp>

#include <algorithm>

#include "line_shape.hpp"

namespace nianbao::prose_format {

namespace {

constexpr std::size_t kLongCell = 90;               // bytes: shorter cells hold labels and figures
constexpr std::size_t kLongestPassage = 32 * 1024;  // bytes: a few pages

/// How much of a text may become one passage: all of it, or up to the end of a sentence.
std::size_t passage_end(std::string_view text) {
  if (text.size() <= kLongestPassage) {
    return text.size();
  }
  const auto stop = text.rfind(kFullStop, kLongestPassage - kFullStop.size());
  if (stop != std::string_view::npos) {
    return stop + kFullStop.size();
  }
  std::size_t end = kLongestPassage;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return end;
}

/// Counts characters and line breaks up to a byte of a text, going on from where it was asked last.
class TextCounter {
 public:
  void advance(const Text& text, std::size_t byte) {
    if (text_ != &text || byte < byte_) {
      *this = {};
      text_ = &text;
    }
    const auto more = text.chars.substr(byte_, byte - byte_);
    chars_ += count_chars(more);
    lines_ += static_cast<std::uint32_t>(std::count(more.begin(), more.end(), '\n'));
    byte_ = byte;
  }
  [[nodiscard]] std::size_t chars() const noexcept { return chars_; }
  [[nodiscard]] std::uint32_t lines() const noexcept { return lines_; }

 private:
  const Text* text_ = nullptr;
  std::size_t byte_ = 0;
  std::size_t chars_ = 0;
  std::uint32_t lines_ = 0;
};

/// Puts texts behind each other into passages.
class Collector {
 public:
  void add(const Text& text, const Place& at, std::size_t from, std::size_t to, bool heading) {
    const auto whole = text.chars.substr(from, to - from);
    for (std::size_t line = 0; line < whole.size();) {
      const auto end = std::min(whole.find('\n', line), whole.size());
      add_long_line(text, at, from + line, whole.substr(line, end - line), heading);
      line = end + 1;
    }
  }
  void finish() { open_ = false; }
  [[nodiscard]] std::vector<Passage> take() { return std::move(passages_); }

 private:
  void add_long_line(const Text& text, const Place& at, std::size_t from, std::string_view line, bool heading) {
    for (std::size_t end = passage_end(line); end < line.size(); end = passage_end(line)) {
      add_line(text, at, from, line.substr(0, end), heading);
      finish();
      from += end;
      line.remove_prefix(end);
    }
    add_line(text, at, from, line, heading);
  }

  void add_line(const Text& text, const Place& at, std::size_t from, std::string_view line, bool heading) {
    const auto content = trimmed(line);
    if (content.empty() || is_page_number(content)) {
      return;
    }
    const std::size_t offset = from + static_cast<std::size_t>(content.data() - line.data());
    const bool tabular = content.find('\t') != std::string_view::npos;
    const bool anew = heading || begins_anew(content);
    const bool joins = open_ && !tabular && !anew && passages_.back().text.size() + content.size() <= kLongestPassage;
    if (!joins) {
      passages_.emplace_back();
    }
    Passage& passage = passages_.back();
    passage.heading = heading || looks_like_heading(content, anew);
    counter_.advance(text, offset);
    passage.parts.push_back(
        {passage.text.size(), &text, offset, content.size(), at, counter_.chars(), counter_.lines()});
    passage.text.append(content);
    open_ = !passage.heading && !tabular && !is_finished(content);
  }

  std::vector<Passage> passages_;
  TextCounter counter_;
  bool open_ = false;  // the last passage may go on
};

class Walker {
 public:
  Walker(Collector& into, const SectionIndex& sections) : into_(into), sections_(sections) {}

  void block(const Block& block, const Piece& piece, int depth = 0) {
    if (const Text* text = block.text()) {
      const std::size_t size = text->chars.size();
      const std::size_t to = piece.byte_to == 0 ? size : std::min<std::size_t>(piece.byte_to, size);
      text_block(block, *text, std::min<std::size_t>(piece.byte_from, to), to);
    } else if (const auto* list = block.as<List>()) {
      into_.finish();
      for (const auto& item : list->items) {
        blocks(item, depth);
      }
    } else if (const auto* table = block.as<Table>()) {
      into_.finish();
      cells(*table, piece, depth);
    }
  }

 private:
  static constexpr int kDeepest = 100;

  void text_block(const Block& block, const Text& text, std::size_t from, std::size_t to) {
    const bool heading = block.as<Heading>() != nullptr;
    for (const auto start : sections_.starts_within(block.at.block)) {
      const std::size_t byte = byte_of_char(text.chars, start);
      if (byte > from && byte < to) {
        into_.add(text, block.at, from, byte, heading);
        into_.finish();
        from = byte;
      }
    }
    into_.add(text, block.at, from, to, heading);
  }

  void blocks(const std::vector<Block>& blocks, int depth) {
    for (const Block& inner : blocks) {
      if (depth < kDeepest) {
        block(inner, Piece{}, depth + 1);
      }
    }
    into_.finish();
  }

  /// A page laid out as a table has its sentences in cells.
  void cells(const Table& table, const Piece& piece, int depth) {
    for (const Cell& cell : table.cells) {
      if (piece.row_to != 0 && (cell.row < piece.row_from || cell.row > piece.row_to)) {
        continue;
      }
      if (!cell.blocks.empty()) {
        blocks(cell.blocks, depth);
      } else if (cell.text.chars.size() >= kLongCell && cell.text.chars.find(kFullStop) != std::string_view::npos) {
        into_.add(cell.text, cell.at, 0, cell.text.chars.size(), false);
        into_.finish();
      }
    }
  }

  Collector& into_;
  const SectionIndex& sections_;
};

/// Bytes of the file that a range of the text came from; none where the container cannot tell.
std::optional<Range> source_range(const Text& text, const Place& at, std::size_t from, std::size_t to) {
  if (text.source.empty()) {
    const bool verbatim = at.bytes && at.bytes->to - at.bytes->from == text.chars.size();
    return verbatim ? std::optional(Range{at.bytes->from + from, at.bytes->from + to}) : std::nullopt;
  }
  const auto locate = [&](std::size_t byte, bool end) -> std::optional<std::uint64_t> {
    const auto run = std::partition_point(text.source.begin(), text.source.end(), [&](const SourceRun& candidate) {
      return end ? candidate.text_to < byte : candidate.text_to <= byte;
    });
    if (run == text.source.end() || (end ? byte <= run->text_from : byte < run->text_from)) {
      return std::nullopt;
    }
    const bool verbatim = run->text_to - run->text_from == run->file_to - run->file_from;
    return verbatim ? run->file_from + (byte - run->text_from) : end ? run->file_to : run->file_from;
  };
  const auto first = locate(from, false);
  const auto last = locate(to, true);
  return first && last ? std::optional(Range{*first, *last}) : std::nullopt;
}

}  // namespace

Place Passage::place(std::size_t from, std::size_t to) const {
  const auto after = std::upper_bound(parts.begin(), parts.end(), from,
                                      [](std::size_t byte, const PassagePart& part) { return byte < part.from; });
  const PassagePart& part = after == parts.begin() ? parts.front() : *(after - 1);
  const std::size_t text_from = part.text_from + (from - part.from);
  const std::size_t text_to = part.text_from + std::min(to - part.from, part.length);
  const auto chars = part.text->chars;
  Place place = part.at;
  const std::size_t before = part.chars_before + count_chars(chars.substr(part.text_from, text_from - part.text_from));
  place.chars = Range{before, before + count_chars(chars.substr(text_from, text_to - text_from))};
  if (place.line != 0) {
    place.line += part.lines_before;  // a part has no line break inside
  }
  place.bytes = source_range(*part.text, part.at, text_from, text_to);
  return place;
}

std::vector<Passage> collect_passages(const Document& document, const std::vector<Piece>& pieces,
                                      const SectionIndex& sections) {
  Collector collector;
  Walker walker(collector, sections);
  std::uint32_t last = 0;
  for (const Piece& piece : pieces) {
    if (piece.block == 0 || piece.block > document.blocks.size()) {
      continue;
    }
    const bool far = last != 0 && piece.block > last + 1;
    if (far && std::any_of(document.blocks.begin() + last, document.blocks.begin() + (piece.block - 1),
                           [](const Block& block) { return block.as<Image>() == nullptr; })) {
      collector.finish();
    }
    walker.block(document.blocks[piece.block - 1], piece);
    last = piece.block;
  }
  return collector.take();
}

}  // namespace nianbao::prose_format
