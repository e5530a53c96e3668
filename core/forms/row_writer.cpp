#include "forms/row_writer.hpp"

#include <algorithm>

#include "forms/key_memo.hpp"

namespace nianbao::forms {

void RowWriter::close() {
  Row& row = rows_.back();
  row.last = size();
  if (row.first == row.last) {
    rows_.pop_back();
    return;
  }
  read_numerals(row);
  row.prose = row.heading || (row.layout == Layout::text &&
                              std::any_of(store_->tokens.begin() + row.first, store_->tokens.end(), is_sentence));
  if (row.layout == Layout::text && !nested_) {
    row.byte_from = store_->tokens[row.first].byte;
    row.byte_to = last().byte + static_cast<std::uint32_t>(last().text.size());
  }
}

/// Numerals at the end of a row are figures; alone or in front of a label they number it. A row as long as a form
/// without labels has its first there.
void RowWriter::read_numerals(const Row& row) {
  constexpr std::uint32_t kWithoutLabel = 10;
  const auto first = row.first + (row.last - row.first < kWithoutLabel ? 1 : 0);
  for (auto at = row.last; at > first; --at) {
    Token& token = store_->tokens[at - 1];
    if (token.kind != TokenKind::label || token.unit) {
      continue;
    }
    if (!is_chinese_numeral(token.text)) {
      return;
    }
    token.kind = TokenKind::number;
  }
}

void RowWriter::add_empty_lines(std::size_t count) {
  constexpr std::size_t kMostLines = 64;
  constexpr std::uint32_t kMostWords = 2;
  if (rows_.empty() || count == 0 || count > kMostLines) {
    return;
  }
  Row& row = rows_.back();
  if (row.layout != Layout::text || row.prose || row.last - row.first > kMostWords || row.last != size()) {
    return;
  }
  Token empty;
  empty.kind = TokenKind::blank;
  empty.source = last().source;
  empty.place = last().place;
  empty.byte = last().byte + static_cast<std::uint32_t>(last().text.size());
  empty.text = empty.source->chars.substr(empty.byte, 0);
  store_->tokens.insert(store_->tokens.end(), count, empty);
  row.empty_lines = static_cast<std::uint32_t>(count);
}

Rows RowWriter::take() {
  Rows rows;
  rows.rows = std::move(rows_);
  rows.tokens = store_->tokens.data();
  rows.memory = std::move(store_);
  rows.keys = std::make_shared<KeyMemo>();
  rows.cut = cut_;
  return rows;
}

}  // namespace nianbao::forms
