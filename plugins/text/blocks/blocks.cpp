#include "blocks/blocks.hpp"

#include "blocks/blanks.hpp"
#include "blocks/columns.hpp"
#include "blocks/drawn_table.hpp"
#include "blocks/region.hpp"
#include "blocks/row_table.hpp"
#include "blocks/text_builder.hpp"

namespace nianbao::blocks {

namespace {

class Assembler {
 public:
  Assembler(const std::vector<Line>& lines, const Source& source, const Wrapping& wrapping, const Limits& limits,
            Arena& arena, std::vector<Block>& out)
      : lines_(lines),
        source_(source),
        wrapping_(wrapping),
        limits_(limits),
        arena_(arena),
        out_(out),
        paragraph_(source, arena) {}

  Result<void> run() {
    out_.reserve(out_.size() + lines_.size() / 2);
    const auto regions = find_regions(lines_);
    auto region = regions.begin();
    for (std::size_t i = 0; i < lines_.size();) {
      if (region != regions.end() && region->from == i) {
        end_paragraph();
        add_region(*region);
        i = region->to;
        ++region;
        continue;
      }
      const auto& line = lines_[i];
      if (line.kind == LineKind::row) {
        const RowRun run(lines_, i, limits_);
        NIANBAO_CHECK(add_rows(run, i));
        i = run.end();
        continue;
      }
      add_line(line);
      ++i;
    }
    end_paragraph();
    return {};
  }

 private:
  void add_line(const Line& line) {
    switch (line.kind) {
      case LineKind::blank:
        ++gap_.blank_lines;
        break;
      case LineKind::page_number:
        gap_.page_break = true;
        break;
      case LineKind::heading:
        end_paragraph();
        add_heading(line);
        break;
      default:
        if (!line.body.empty()) {
          add_text(line);
        }
    }
  }

  void add_text(const Line& line) {
    if (last_ != nullptr) {
      gap_.page_break = gap_.page_break || line.page != last_->page;
      if (!continues(*last_, line, gap_, wrapping_)) {
        end_paragraph();
      } else if (paragraph_.ends_in_word() && begins_word(line.body) && !is_figure_cut(*last_, line)) {
        paragraph_.append_blank();
      }
    }
    paragraph_.append_plain(line.body, line.number);
    last_ = &line;
    gap_ = {};
  }

  /// 共收到12 / 57件: where lines are cut to a width two figures don't meet, one is cut.
  [[nodiscard]] bool is_figure_cut(const Line& last, const Line& next) const {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return wrapping_.hard && digit(last.body.back()) && digit(next.body.front());
  }

  void end_paragraph() {
    if (last_ != nullptr) {
      Block block;
      block.at.page = last_->page;
      auto text = paragraph_.finish(block.at);
      if (!text.chars.empty()) {
        block.body = Paragraph{Role::body, std::move(text)};
        out_.push_back(std::move(block));
      }
    }
    last_ = nullptr;
    gap_ = {};
  }

  void add_heading(const Line& line) {
    const auto level = line.body.find_first_not_of('#');
    auto body = trim(line.body.substr(level));
    body = trim_back(body.substr(0, body.find_last_not_of('#') + 1));
    Block block;
    block.at.page = line.page;
    TextBuilder builder(source_, arena_);
    builder.append_plain(body, line.number);
    Heading heading{static_cast<int>(level), builder.finish(block.at)};
    // A heading is strong as a whole; only a part set off says something.
    if (heading.text.marks.size() == 1 && body.starts_with("**") && body.ends_with("**")) {
      heading.text.marks.clear();
    }
    block.body = std::move(heading);
    out_.push_back(std::move(block));
  }

  Result<void> add_rows(const RowRun& run, std::size_t first) {
    if (!run.is_table()) {
      for (auto i = first; i < run.end(); ++i) {
        end_paragraph();
        if (!lines_[i].body.empty() && lines_[i].body.find_first_not_of("| \t") != std::string_view::npos) {
          add_text(lines_[i]);
        }
      }
      return {};
    }
    end_paragraph();
    NIANBAO_TRY(auto table, run.make_table(source_, limits_, arena_));
    Block block;
    block.at.line = lines_[first].number;
    block.at.page = lines_[first].page;
    block.at.bytes =
        Range{source_.file_range(lines_[first].raw).from, source_.file_range(lines_[run.end() - 1].raw).to};
    block.body = std::move(table);
    out_.push_back(std::move(block));
    return {};
  }

  void add_region(const Region& region) {
    Block block;
    block.at.page = lines_[region.from].page;
    TextBuilder builder(source_, arena_);
    const auto& last = lines_[region.to - 1].raw;
    const auto from = source_.offset(lines_[region.from].raw);
    const auto whole = source_.text.substr(from, source_.offset(last) + last.size() - from);
    if (whole.find_first_of("\r\f") == std::string_view::npos) {
      builder.append(whole, lines_[region.from].number);
    } else {
      for (auto i = region.from; i < region.to; ++i) {
        if (i > region.from) {
          builder.append_break();
        }
        builder.append(lines_[i].raw, lines_[i].number);
      }
    }
    block.body = Lines{builder.finish_verbatim(block.at)};
    out_.push_back(std::move(block));
  }

  const std::vector<Line>& lines_;
  const Source& source_;
  const Wrapping& wrapping_;
  const Limits& limits_;
  Arena& arena_;
  std::vector<Block>& out_;
  TextBuilder paragraph_;
  const Line* last_ = nullptr;  // last line of the open paragraph
  Gap gap_;                     // since that line
};

Result<void> append_drawn(const DrawnTable& drawn, const std::vector<Line>& lines, const Source& source,
                          const Limits& limits, Arena& arena, std::vector<Block>& out) {
  const auto& first = lines[drawn.region.from];
  NIANBAO_TRY(auto table, make_table(drawn, source, limits, arena));
  Block block;
  block.at.line = first.number;
  block.at.page = first.page;
  block.at.bytes = Range{source.file_range(first.raw).from, source.file_range(lines[drawn.region.to - 1].raw).to};
  block.body = std::move(table);
  out.push_back(std::move(block));
  return {};
}

}  // namespace

Result<void> append_blocks(const std::vector<Line>& lines, const Source& source, const Wrapping& wrapping,
                           const Limits& limits, Arena& arena, std::vector<Block>& out) {
  const auto tables = find_drawn_tables(lines);
  if (tables.empty()) {
    return Assembler(lines, source, wrapping, limits, arena, out).run();
  }
  const auto append_part = [&](std::size_t from, std::size_t to) {
    const std::vector<Line> part(lines.begin() + static_cast<std::ptrdiff_t>(from),
                                 lines.begin() + static_cast<std::ptrdiff_t>(to));
    return Assembler(part, source, wrapping, limits, arena, out).run();
  };
  std::size_t next = 0;
  for (const auto& table : tables) {
    NIANBAO_CHECK(append_part(next, table.region.from));
    NIANBAO_CHECK(append_drawn(table, lines, source, limits, arena, out));
    next = table.region.to;
  }
  return append_part(next, lines.size());
}

}  // namespace nianbao::blocks
