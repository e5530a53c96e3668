// Rows and their tokens while they come to be, one behind the other.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <nianbao/sdk/arena.hpp>

#include "forms/token.hpp"

namespace nianbao::forms {

class RowWriter {
 public:
  explicit RowWriter(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Begins a row: tokens are its own from now on.
  void open(Row row) {
    row.first = size();
    rows_.push_back(row);
  }
  /// Ends the row; without tokens there is none.
  void close();
  /// Adds the empty lines that stand under the last row, if it is one word or two: cells may stand one to a line,
  /// and an empty line be an empty cell. Called between rows.
  void add_empty_lines(std::size_t count);
  /// The row that is open.
  [[nodiscard]] Row& row() noexcept { return rows_.back(); }
  [[nodiscard]] bool is_row_empty() const noexcept { return rows_.back().first == size(); }

  /// Fills kind, unit and key of a token.
  void classify(Token& token) { forms::classify(token, vocabulary_, store_->arena); }
  void push(const Token& token) { store_->tokens.push_back(token); }
  [[nodiscard]] Token& last() noexcept { return store_->tokens.back(); }
  [[nodiscard]] const Token& token(std::uint32_t index) const noexcept { return store_->tokens[index]; }
  /// Tokens of the whole Document.
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(store_->tokens.size()); }

  /// Notes whether there is room for another token.
  void look_for_room() noexcept { cut_ = store_->tokens.size() >= kMostTokens; }
  /// True once the Document had more tokens than are read.
  [[nodiscard]] bool is_cut() const noexcept { return cut_; }

  /// Inside a list: its items have no range of their own in the Document.
  void set_nested(bool nested) noexcept { nested_ = nested; }

  [[nodiscard]] Rows take();

 private:
  static constexpr std::size_t kMostTokens = 1000000;
  struct Store {
    std::vector<Token> tokens;
    Arena arena;
  };

  void read_numerals(const Row& row);

  const Vocabulary& vocabulary_;
  std::vector<Row> rows_;
  std::shared_ptr<Store> store_ = std::make_shared<Store>();
  bool nested_ = false;
  bool cut_ = false;
};

}  // namespace nianbao::forms
