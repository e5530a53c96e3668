#include "outline/narrative.hpp"

#include <algorithm>
#include <string>

#include "document/source_run.hpp"

namespace nianbao {
namespace {

std::uint32_t count_breaks(std::string_view text) {
  return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

bool verbatim_in_file(const Block& block) {
  return block.at.bytes && block.at.bytes->to - block.at.bytes->from == block.text()->chars.size();
}

/// First run that ends behind the offset.
auto run_at(const Text& text, std::size_t offset) {
  return std::upper_bound(text.source.begin(), text.source.end(), offset,
                          [](std::size_t at, const SourceRun& run) { return at < run.text_to; });
}

}  // namespace

void Excerpts::walk_to(const TextPart& part) {
  if (part.block != block_ || part.from < byte_) {
    block_ = part.block;
    byte_ = 0;
    chars_ = 0;
    breaks_ = 0;
    run_from_ = static_cast<std::size_t>(-1);
  }
  const auto passed = document_.blocks[block_].text()->chars.substr(byte_, part.from - byte_);
  chars_ += count_chars(passed);
  breaks_ += count_breaks(passed);
  byte_ = part.from;
}

/// The line of the walk's position, which is inside the run.
std::uint32_t Excerpts::line_in(const SourceRun& run) {
  if (run.text_from != run_from_) {
    run_from_ = run.text_from;
    const std::size_t from = std::min<std::size_t>(run.text_from, byte_);
    run_breaks_ = breaks_ - count_breaks(document_.blocks[block_].text()->chars.substr(from, byte_ - from));
  }
  return run.line == 0 ? 0 : run.line + (breaks_ - run_breaks_);
}

Place Excerpts::place(const TextPart& part) {
  const Block& block = document_.blocks[part.block];
  const Text& text = *block.text();
  Place place = block.at;
  if (part.from == 0 && part.to == text.chars.size()) {
    return place;
  }
  walk_to(part);
  place.chars = Range{chars_, chars_ + count_chars(text.chars.substr(part.from, part.to - part.from))};
  if (text.source.empty()) {
    if (verbatim_in_file(block)) {
      place.bytes = Range{block.at.bytes->from + part.from, block.at.bytes->from + part.to};
      place.line += place.line == 0 ? 0 : breaks_;
    }
    return place;
  }
  const auto first = run_at(text, part.from);
  if (first == text.source.end()) {
    return place;
  }
  auto last = run_at(text, part.to > part.from ? part.to - 1 : part.from);
  last = last == text.source.end() ? std::prev(last) : last;
  place.bytes = Range{file_offset(*first, std::max<std::uint64_t>(part.from, first->text_from)),
                      file_offset(*last, std::clamp<std::uint64_t>(part.to, last->text_from, last->text_to))};
  const auto line = line_in(*first);
  place.line = line != 0 ? line : place.line;
  return place;
}

void Excerpts::append_runs(const TextPart& part, std::size_t text_from, std::vector<SourceRun>& runs) {
  const Block& block = document_.blocks[part.block];
  const Text& text = *block.text();
  const auto append = [&](const SourceRun& run, std::uint32_t line) {
    const auto from = std::max<std::uint64_t>(part.from, run.text_from);
    const auto to = std::min<std::uint64_t>(part.to, run.text_to);
    runs.push_back({static_cast<std::uint32_t>(from - part.from + text_from),
                    static_cast<std::uint32_t>(to - part.from + text_from), file_offset(run, from),
                    file_offset(run, to), line});
  };
  walk_to(part);
  if (text.source.empty()) {
    if (verbatim_in_file(block)) {
      append({0, static_cast<std::uint32_t>(text.chars.size()), block.at.bytes->from, block.at.bytes->to, 0},
             block.at.line == 0 ? 0 : block.at.line + breaks_);
    }
    return;
  }
  for (auto run = run_at(text, part.from); run != text.source.end() && run->text_from < part.to; ++run) {
    append(*run, run->text_from < part.from ? line_in(*run) : run->line);
  }
}

void Excerpts::append_marks(const TextPart& part, std::uint64_t chars_before, std::vector<Mark>& marks) {
  const Text& text = *document_.blocks[part.block].text();
  if (text.marks.empty()) {
    return;
  }
  walk_to(part);
  const std::uint64_t last = chars_ + count_chars(text.chars.substr(part.from, part.to - part.from));
  // Marks stand in the order of their beginnings; one may reach in from before the part.
  auto mark = std::lower_bound(text.marks.begin(), text.marks.end(), chars_,
                               [](const Mark& one, std::uint64_t at) { return one.from < at; });
  mark = mark == text.marks.begin() ? mark : std::prev(mark);
  for (; mark != text.marks.end() && mark->from < last; ++mark) {
    if (mark->to > chars_ || mark->from >= chars_) {
      Mark taken = *mark;
      taken.from = static_cast<std::uint32_t>(std::max<std::uint64_t>(mark->from, chars_) - chars_ + chars_before);
      taken.to = static_cast<std::uint32_t>(std::min<std::uint64_t>(std::max(mark->to, mark->from), last) - chars_ +
                                            chars_before);
      marks.push_back(taken);
    }
  }
}

Text Excerpts::text(const std::vector<TextPart>& parts) {
  Text result;
  std::string joined;
  std::uint64_t chars = 0;
  for (const auto& part : parts) {
    const auto added = document_.blocks[part.block].text()->chars.substr(part.from, part.to - part.from);
    append_runs(part, joined.size(), result.source);
    append_marks(part, chars, result.marks);
    joined += added;
    chars += count_chars(added);
  }
  result.chars = arena_.store(joined);
  return result;
}

Table take_rows(const Table& table, std::uint32_t from, std::uint32_t to, Arena& arena) {
  TableBuilder builder;
  auto cell = std::find_if(table.cells.begin(), table.cells.end(), [from](const Cell& c) { return c.row >= from; });
  for (std::uint32_t row = from; row <= to; ++row) {
    builder.begin_row();
    for (; cell != table.cells.end() && cell->row == row; ++cell) {
      Cell taken = *cell;
      taken.rowspan = std::min(taken.rowspan, to - row + 1);
      builder.add(std::move(taken));
    }
  }
  Block block;
  block.body = builder.finish();
  return std::get<Table>(copy(block, arena).body);
}

}  // namespace nianbao
