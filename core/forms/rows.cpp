// Blocks of a Document as rows of tokens.
#include <algorithm>
#include <utility>

#include "forms/blanks.hpp"
#include "forms/borders.hpp"
#include "forms/key_memo.hpp"
#include "forms/label_lexicon.hpp"
#include "forms/run_together.hpp"
#include "forms/token.hpp"

namespace nianbao::forms {
namespace {

std::string_view trimmed(std::string_view text) {
  std::size_t from = 0;
  while (from < text.size()) {
    const auto blank = text[from] == '\n' ? Blank{1, 0} : blank_at(text, from);
    if (blank.bytes == 0) {
      break;
    }
    from += blank.bytes;
  }
  std::size_t to = text.size();
  for (bool more = true; more && to > from;) {
    more = false;
    for (const std::string_view space : {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE3\x80\x80"}) {
      if (to - from >= space.size() && text.compare(to - space.size(), space.size(), space) == 0) {
        to -= space.size();
        more = true;
      }
    }
  }
  return text.substr(from, to - from);
}

class RowBuilder {
 public:
  RowBuilder(const Vocabulary& vocabulary, const LabelLexicon* lexicon) : vocabulary_(vocabulary), lexicon_(lexicon) {}

  void add(const Block& block) {
    if (store_->tokens.size() >= kMostTokens) {
      cut_ = true;
    } else if (const auto* table = block.as<Table>()) {
      add_table(*table, block);
    } else if (const auto* list = block.as<List>()) {
      // The items of a list have no range of their own in the Document.
      nested_ = true;
      for (const auto& item : list->items) {
        for (const auto& inner : item) {
          add(inner);
        }
      }
      nested_ = false;
    } else if (const auto* text = block.text()) {
      add_text(*text, block);
    }
  }

  Rows take() {
    Rows rows;
    rows.rows = std::move(rows_);
    rows.tokens = store_->tokens.data();
    rows.memory = std::move(store_);
    rows.keys = std::make_shared<KeyMemo>();
    rows.cut = cut_;
    return rows;
  }

 private:
  // --- tables

  void add_table(const Table& table, const Block& block) {
    const TableGrid grid(table);
    const Layout layout = layout_of(table);
    const std::uint32_t first = is_margin(table) ? 2 : 1;
    std::vector<std::uint32_t> token_of(table.cells.size(), kNone);
    for (std::uint32_t row = 1; row <= table.rows; ++row) {
      Row table_row;
      table_row.layout = layout;
      table_row.block = block.at.block;
      table_row.table_row = row;
      open_row(table_row);
      for (std::uint32_t column = first; column <= table.columns;) {
        const Cell* cell = grid.at(row, column);
        if (cell == nullptr) {
          ++column;
          continue;
        }
        add_cell(*cell, row, token_of[static_cast<std::size_t>(cell - table.cells.data())]);
        column = std::max(column + 1, cell->column + cell->colspan);
      }
      close_row();
    }
  }

  /// One cell to a row behind an empty one: an indent that became a column, not a blank figure.
  static bool is_margin(const Table& table) {
    return table.columns == 2 && std::all_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
             return cell.column != 1 || trimmed(cell.text.chars).empty();
           });
  }

  static Layout layout_of(const Table& table) {
    bool missing = false;
    bool spans = false;
    for (const auto& cell : table.cells) {
      missing = missing || cell.missing;
      spans = spans || cell.rowspan > 1 || cell.colspan > 1;
    }
    return missing && !spans ? Layout::ragged : Layout::grid;
  }

  void add_cell(const Cell& cell, std::uint32_t row, std::uint32_t& known) {
    if (cell.missing) {
      return;
    }
    if (known != kNone) {
      Token token = store_->tokens[known];
      token.spanned = cell.row != row;
      // A figure that spans rows belongs to the first of them.
      if (token.kind == TokenKind::label) {
        store_->tokens.push_back(token);
      }
      return;
    }
    known = static_cast<std::uint32_t>(store_->tokens.size());
    Token token;
    token.spanned = cell.row != row;
    token.column = cell.column;
    token.column_end = cell.column + cell.colspan;
    token.source = &cell.text;
    token.place = &cell.at;
    token.text = trimmed(cell.text.chars);
    token.byte = static_cast<std::uint32_t>(token.text.data() - cell.text.chars.data());
    classify(token, vocabulary_, store_->arena);
    store_->tokens.push_back(token);
  }

  // --- text

  void add_text(const Text& text, const Block& block) {
    for (std::size_t from = 0; from < text.chars.size() && !cut_;) {
      const auto newline = std::min(text.chars.find('\n', from), text.chars.size());
      add_line(text, block, from, newline);
      from = newline + 1;
    }
  }

  void add_line(const Text& text, const Block& block, std::size_t from, std::size_t to) {
    const auto line = trimmed(text.chars.substr(from, to - from));
    if (line.empty() || is_page_number(line) || is_border(line)) {
      return;
    }
    line_ = {};
    line_.heading = block.as<Heading>() != nullptr;
    line_.block = block.at.block;
    open_row(line_);
    if (const auto cells = cells_between_borders(line); !cells.empty()) {
      split_cells(text, block, static_cast<std::size_t>(line.data() - text.chars.data()), cells);
      close_row();
      return;
    }
    if (lexicon_ != nullptr) {
      const auto start = static_cast<std::size_t>(line.data() - text.chars.data());
      for (const auto& stretch : lexicon_->stretches(line, vocabulary_)) {
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
    close_row();
  }

  /// Cells whose borders are characters of the line.
  void split_cells(const Text& text, const Block& block, std::size_t start, const std::vector<LineCell>& cells) {
    line_.heading = false;
    rows_.back().heading = false;
    for (std::size_t i = 0; i < cells.size() && !cut_; ++i) {
      cut_ = store_->tokens.size() >= kMostTokens;
      add_word(text, block, start + cells[i].from, start + cells[i].to, {i + 1, i + 2}, false);
    }
  }

  void next_row() {
    close_row();
    open_row(line_);
  }

  /// A table without borders: labels, and behind them figures that may be joined to each other.
  void split_stretch(const Text& text, const Block& block, std::size_t start, const GluedStretch& stretch) {
    for (const auto& part : stretch.parts) {
      const auto from = start + part.from;
      const auto to = start + part.to;
      if (part.label) {
        add_word(text, block, from, to, {part.from, part.to}, false);
      } else {
        split_gap(text, block, from, to);
      }
    }
  }

  void split_gap(const Text& text, const Block& block, std::size_t from, std::size_t to) {
    for (auto at = from; at < to;) {
      if (const auto blank = blank_at(text.chars, at); blank.bytes != 0) {
        at += blank.bytes;
        continue;
      }
      auto end = figure_end(text.chars, at, to);
      const bool figure = end > at;
      const bool glued = figure && (at == 0 || blank_at(text.chars, at - 1).bytes == 0);
      end =
          figure ? note_end(text.chars, unit_end(text.chars, end, to, vocabulary_), to) : words_end(text.chars, at, to);
      add_word(text, block, at, end, {at - from, end - from}, false);
      store_->tokens.back().glued = glued;
      at = end;
    }
  }

  /// A line may hold a whole report: sentences, and one label and its figures after the other. Each is
  /// a row of its own.
  void begin_row_before(const Token& token) {
    const auto& row = rows_.back();
    if (row.first == store_->tokens.size() || token.kind != TokenKind::label || token.unit) {
      return;
    }
    const Token& last = store_->tokens.back();
    const bool figures = last.kind == TokenKind::number || last.kind == TokenKind::dash;
    if (figures || is_sentence(last) || is_sentence(token)) {
      close_row();
      open_row(line_);
    }
  }

  void split_words(const Text& text, const Block& block, std::size_t from, std::size_t to) {
    std::size_t column = 0;
    std::size_t gap = 2;
    for (std::size_t at = from; at < to && !cut_;) {
      cut_ = store_->tokens.size() >= kMostTokens;
      if (const auto blank = blank_at(text.chars, at); blank.bytes != 0) {
        at += blank.bytes;
        column += blank.width;
        gap += blank.width;
        continue;
      }
      std::size_t end = at;
      std::size_t width = 0;
      while (end < to && blank_at(text.chars, end).bytes == 0) {
        const auto lead = static_cast<unsigned char>(text.chars[end]);
        width += lead < 0x80 ? 1 : lead < 0xC0 ? 0 : 2;
        ++end;
      }
      add_word(text, block, at, end, {column, column + width}, gap == 1);
      at = end;
      column += width;
      gap = 0;
    }
  }

  void add_word(const Text& text, const Block& block, std::size_t from, std::size_t to,
                std::pair<std::size_t, std::size_t> columns, bool joined) {
    Token token;
    token.joined = joined;
    token.column = static_cast<std::uint32_t>(columns.first);
    token.column_end = static_cast<std::uint32_t>(columns.second);
    token.source = &text;
    token.place = &block.at;
    token.byte = static_cast<std::uint32_t>(from);
    token.text = text.chars.substr(from, to - from);
    classify(token, vocabulary_, store_->arena);
    if (joined && take_into_last(token)) {
      return;
    }
    begin_row_before(token);
    store_->tokens.push_back(token);
  }

  /// `4. 网上申请数` is one label and `419 万元` one figure, though a blank stands between.
  bool take_into_last(const Token& token) {
    if (store_->tokens.size() == rows_.back().first) {
      return false;
    }
    Token& last = store_->tokens.back();
    const bool label =
        token.kind == TokenKind::label && !token.unit && last.kind == TokenKind::label && is_bare_numbering(last.text);
    const bool figure = token.unit && last.kind == TokenKind::number;
    if (!label && !figure) {
      return false;
    }
    last.text = last.source->chars.substr(last.byte, token.byte + token.text.size() - last.byte);
    last.column_end = token.column_end;
    classify(last, vocabulary_, store_->arena);
    return true;
  }

  void open_row(Row row) {
    row.first = static_cast<std::uint32_t>(store_->tokens.size());
    rows_.push_back(row);
  }
  void close_row() {
    auto& row = rows_.back();
    row.last = static_cast<std::uint32_t>(store_->tokens.size());
    if (row.first == row.last) {
      rows_.pop_back();
      return;
    }
    row.prose = row.heading || (row.layout == Layout::text &&
                                std::any_of(store_->tokens.begin() + row.first, store_->tokens.end(), is_sentence));
    if (row.layout == Layout::text && !nested_) {
      const Token& last = store_->tokens.back();
      row.byte_from = store_->tokens[row.first].byte;
      row.byte_to = last.byte + static_cast<std::uint32_t>(last.text.size());
    }
  }

  static constexpr std::size_t kMostTokens = 1000000;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  struct Store {
    std::vector<Token> tokens;
    Arena arena;
  };

  const Vocabulary& vocabulary_;
  const LabelLexicon* lexicon_;
  std::vector<Row> rows_;
  std::shared_ptr<Store> store_ = std::make_shared<Store>();
  Row line_;
  bool nested_ = false;
  bool cut_ = false;
};

}  // namespace

Rows rows_of(const Document& document, const Vocabulary& vocabulary, const LabelLexicon* lexicon) {
  RowBuilder builder(vocabulary, lexicon);
  for (const auto& block : document.blocks) {
    builder.add(block);
  }
  return builder.take();
}

Rows rows_within(const Rows& all, const std::vector<Piece>& pieces) {
  Rows part;
  part.tokens = all.tokens;
  part.memory = all.memory;
  part.keys = all.keys;
  for (const auto& piece : pieces) {
    auto row = std::lower_bound(all.rows.begin(), all.rows.end(), piece.block,
                                [](const Row& r, std::uint32_t block) { return r.block < block; });
    for (; row != all.rows.end() && row->block == piece.block; ++row) {
      const bool inside =
          row->table_row != 0
              ? piece.row_to == 0 || (piece.row_from <= row->table_row && row->table_row <= piece.row_to)
              : piece.byte_to == 0 || (row->byte_to > piece.byte_from && row->byte_from < piece.byte_to);
      if (!inside) {
        continue;
      }
      part.rows.push_back(*row);
      auto& last = part.rows.back();
      // A claim may begin inside a line.
      while (row->byte_to != 0 && last.first + 1 < last.last && all.tokens[last.first].byte < piece.byte_from) {
        ++last.first;
      }
    }
  }
  return part;
}

const Rows& RowCache::rows(const Document& document, const FormatContext& context) {
  if (document_ != &document) {
    rows_ = rows_of(document, context.vocabulary, lexicon_);
    document_ = &document;
    if (rows_.cut) {
      context.diagnostics.report("document-too-long", Severity::warning,
                                 {"文件超过100万个词，其后的表格未读取。请确认文件确为一份年报。",
                                  "The document has more than a million words; tables behind them were not read. "
                                  "Check that the file is a single report."});
    }
  }
  return rows_;
}

}  // namespace nianbao::forms
