#include "forms/text_rows.hpp"

#include <algorithm>
#include <utility>

#include "forms/blanks.hpp"
#include "forms/borders.hpp"
#include "forms/run_together.hpp"

namespace nianbao::forms {
namespace {

/// 13-812 is 13, -8 and 12 of a row.
bool is_signed_run(std::string_view text) { return text.find_first_not_of("0123456789.+-") == std::string_view::npos; }

/// Digits for a whole row of cells, more than any figure has.
bool is_run_of_cells(std::string_view text) {
  constexpr std::size_t kLongestFigure = 12;
  return text.size() > kLongestFigure && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Two columns for what is wider than ASCII. Without branches, so that the compiler counts many bytes at a time.
std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    columns += static_cast<std::size_t>(byte < 0x80) + 2 * static_cast<std::size_t>(byte >= 0xC0);
  }
  return columns;
}

/// Where the byte stands in its line, in display columns.
std::size_t column_at(std::string_view line, std::size_t byte) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < byte;) {
    const auto blank = blank_at(line, at);
    const auto end = blank.bytes != 0 ? at + blank.bytes : at + 1;
    column += blank.bytes != 0 ? blank.width : columns_of(line.substr(at, 1));
    at = end;
  }
  return column;
}

/// True if the line ends with the stretch, and figures stand behind the last of its labels alone: one row, whose
/// figures may stand in columns.
bool is_one_row(std::string_view line, const GluedStretch& stretch) {
  const auto is_empty = [&](const GluedPart& part) {
    return !part.label && trimmed(line.substr(part.from, part.to - part.from)).empty();
  };
  constexpr std::size_t kWidestRow = 1000;
  const auto last =
      std::find_if(stretch.parts.rbegin(), stretch.parts.rend(), [](const GluedPart& part) { return part.label; });
  return line.size() <= kWidestRow && stretch.to == line.size() && std::all_of(last, stretch.parts.rend(), [&](const GluedPart& part) {
    return part.label || is_empty(part);
  });
}

}  // namespace

void TextRows::add(const Text& text, const Block& block) {
  auto line = block.at.line;
  for (std::size_t from = 0; from < text.chars.size() && !writer_.is_cut(); ++line) {
    const auto newline = std::min(text.chars.find('\n', from), text.chars.size());
    if (!trimmed(text.chars.substr(from, newline - from)).empty()) {
      if (block.at.line != 0 && last_line_ != 0 && line > last_line_ + 1) {
        writer_.add_empty_lines(line - last_line_ - 1);
      }
      last_line_ = block.at.line == 0 ? 0 : line;
      add_line(text, block, from, newline);
    }
    from = newline + 1;
  }
}

void TextRows::add_line(const Text& text, const Block& block, std::size_t from, std::size_t to) {
  const auto line = trimmed(text.chars.substr(from, to - from));
  if (line.empty() || is_page_number(line) || is_border(line)) {
    return;
  }
  line_ = {};
  line_.heading = block.as<Heading>() != nullptr;
  line_.block = block.at.block;
  writer_.open(line_);
  if (const auto cells = cells_between_borders(line, open_); !cells.empty()) {
    open_ = !begins_with_border(line);
    split_cells(text, block, static_cast<std::size_t>(line.data() - text.chars.data()), cells);
    writer_.close();
    return;
  }
  if (lexicon_ != nullptr) {
    const auto start = static_cast<std::size_t>(line.data() - text.chars.data());
    const auto line_begin = from;
    const auto all = lexicon_->stretches(line, vocabulary_);
    for (const auto& stretch : all) {
      const bool placed = all.size() == 1 && is_one_row(line, stretch);
      line_from_ = placed ? line_begin : kNoLine;
      split_words(text, block, from, start + stretch.from);
      // A table is no heading, even if it was taken for one with the line it stands in.
      const bool heading = std::exchange(line_.heading, false);
      next_row();
      split_stretch(text, block, start, stretch);
      line_.heading = heading;
      next_row();
      from = start + stretch.to;
    }
  }
  split_words(text, block, from, to);
  writer_.close();
}

/// Cells whose borders are characters of the line.
void TextRows::split_cells(const Text& text, const Block& block, std::size_t start,
                           const std::vector<LineCell>& cells) {
  line_.heading = false;
  writer_.row().heading = false;
  for (std::size_t i = 0; i < cells.size() && !writer_.is_cut(); ++i) {
    writer_.look_for_room();
    add_word(text, block, start + cells[i].from, start + cells[i].to, {i + 1, i + 2}, false);
  }
}

void TextRows::next_row() {
  writer_.close();
  writer_.open(line_);
}

/// A table without borders: labels, and behind them figures that may be joined to each other.
void TextRows::split_stretch(const Text& text, const Block& block, std::size_t start, const GluedStretch& stretch) {
  for (const auto& part : stretch.parts) {
    const auto from = start + part.from;
    const auto to = start + part.to;
    if (part.label) {
      add_word(text, block, from, to, columns_in_line(text, from, to, {part.from, part.to}), false);
    } else {
      split_gap(text, block, from, to);
    }
  }
}

/// Display columns of the bytes, where the line is a row; else `others`.
std::pair<std::size_t, std::size_t> TextRows::columns_in_line(const Text& text, std::size_t from, std::size_t to,
                                                              std::pair<std::size_t, std::size_t> others) const {
  if (line_from_ == kNoLine) {
    return others;
  }
  const auto line = text.chars.substr(line_from_);
  return {column_at(line, from - line_from_), column_at(line, to - line_from_)};
}

void TextRows::split_gap(const Text& text, const Block& block, std::size_t from, std::size_t to) {
  for (auto at = from; at < to;) {
    if (const auto blank = blank_at(text.chars, at); blank.bytes != 0) {
      at += blank.bytes;
      continue;
    }
    auto end = figure_end(text.chars, at, to);
    const bool figure = end > at;
    const bool glued = figure && blank_before(text.chars, at).bytes == 0;
    end = figure ? note_end(text.chars, unit_end(text.chars, end, to, vocabulary_), to) : words_end(text.chars, at, to);
    add_word(text, block, at, end, columns_in_line(text, at, end, {at - from, end - from}), false);
    writer_.last().glued = glued;
    if (glued && is_signed_run(writer_.last().text)) {
      writer_.last().kind = TokenKind::number;
    }
    at = end;
  }
}

/// A line may hold a whole report: sentences, and one label and its figures after the other. Each is
/// a row of its own.
void TextRows::begin_row_before(const Token& token) {
  if (writer_.is_row_empty() || token.kind != TokenKind::label || token.unit) {
    return;
  }
  const Token& last = writer_.last();
  const bool figures = last.kind == TokenKind::number || last.kind == TokenKind::dash;
  if (figures || is_sentence(last) || is_sentence(token)) {
    next_row();
  }
}

void TextRows::split_words(const Text& text, const Block& block, std::size_t from, std::size_t to) {
  std::size_t column = 0;
  std::size_t gap = 2;
  for (std::size_t at = from; at < to && !writer_.is_cut();) {
    writer_.look_for_room();
    if (const auto blank = blank_at(text.chars, at); blank.bytes != 0) {
      at += blank.bytes;
      column += blank.width;
      gap += blank.width;
      continue;
    }
    std::size_t end = at;
    while (end < to &&
           (blank_at(text.chars, end).bytes == 0 || is_in_decimal(text.chars.substr(at, to - at), end - at))) {
      ++end;
    }
    const auto width = columns_of(text.chars.substr(at, end - at));
    add_word(text, block, at, end, {column, column + width}, gap == 1);
    at = end;
    column += width;
    gap = 0;
  }
}

void TextRows::add_word(const Text& text, const Block& block, std::size_t from, std::size_t to,
                        std::pair<std::size_t, std::size_t> columns, bool joined) {
  Token token;
  token.joined = joined;
  token.column = static_cast<std::uint32_t>(columns.first);
  token.column_end = static_cast<std::uint32_t>(columns.second);
  token.source = &text;
  token.place = &block.at;
  token.byte = static_cast<std::uint32_t>(from);
  token.text = text.chars.substr(from, to - from);
  writer_.classify(token);
  token.glued = token.kind == TokenKind::number && is_run_of_cells(token.text);
  if (joined && take_into_last(token)) {
    return;
  }
  begin_row_before(token);
  writer_.push(token);
}

/// `4. 网上申请数` is one label and `419 万元` one figure, though a blank stands between.
bool TextRows::take_into_last(const Token& token) {
  if (writer_.is_row_empty()) {
    return false;
  }
  Token& last = writer_.last();
  const bool label =
      token.kind == TokenKind::label && !token.unit && last.kind == TokenKind::label && is_bare_numbering(last.text);
  const bool figure = token.unit && last.kind == TokenKind::number;
  if (!label && !figure) {
    return false;
  }
  last.text = last.source->chars.substr(last.byte, token.byte + token.text.size() - last.byte);
  last.column_end = token.column_end;
  writer_.classify(last);
  return true;
}

}  // namespace nianbao::forms
