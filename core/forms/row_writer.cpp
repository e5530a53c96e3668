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
  row.prose = row.heading || (row.layout == Layout::text &&
                              std::any_of(store_->tokens.begin() + row.first, store_->tokens.end(), is_sentence));
  if (row.layout == Layout::text && !nested_) {
    row.byte_from = store_->tokens[row.first].byte;
    row.byte_to = last().byte + static_cast<std::uint32_t>(last().text.size());
  }
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
