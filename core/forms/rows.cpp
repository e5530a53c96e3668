// Blocks of a Document as rows of tokens.
#include <algorithm>

#include "forms/table_rows.hpp"
#include "forms/text_rows.hpp"

namespace nianbao::forms {
namespace {

class RowBuilder {
 public:
  RowBuilder(const Vocabulary& vocabulary, const LabelLexicon* lexicon)
      : writer_(vocabulary), text_(writer_, vocabulary, lexicon) {}

  void add(const Block& block) {
    writer_.look_for_room();
    if (writer_.is_cut()) {
      return;
    }
    if (const auto* table = block.as<Table>()) {
      add_table_rows(*table, block.at.block, writer_);
    } else if (const auto* list = block.as<List>()) {
      writer_.set_nested(true);
      for (const auto& item : list->items) {
        for (const auto& inner : item) {
          add(inner);
        }
      }
      writer_.set_nested(false);
    } else if (const auto* text = block.text()) {
      text_.add(*text, block);
    }
  }

  Rows take() { return writer_.take(); }

 private:
  RowWriter writer_;
  TextRows text_;
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
