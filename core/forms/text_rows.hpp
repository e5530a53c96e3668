// Lines of text as rows of tokens.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "forms/borders.hpp"
#include "forms/label_lexicon.hpp"
#include "forms/row_writer.hpp"

namespace nianbao::forms {

/// Takes lines apart into words: where borders are drawn between cells, at white space, and, with the labels of
/// all templates, where a table has lost the borders of its cells.
class TextRows {
 public:
  TextRows(RowWriter& writer, const Vocabulary& vocabulary, const LabelLexicon* lexicon)
      : writer_(writer), vocabulary_(vocabulary), lexicon_(lexicon) {}

  void add(const Text& text, const Block& block);

 private:
  void add_line(const Text& text, const Block& block, std::size_t from, std::size_t to);
  void split_cells(const Text& text, const Block& block, std::size_t start, const std::vector<LineCell>& cells);
  void next_row();
  void split_stretch(const Text& text, const Block& block, std::size_t start, const GluedStretch& stretch);
  [[nodiscard]] std::pair<std::size_t, std::size_t> columns_in_line(const Text& text, std::size_t from, std::size_t to,
                                                                    std::pair<std::size_t, std::size_t> others) const;
  void split_gap(const Text& text, const Block& block, std::size_t from, std::size_t to);
  void begin_row_before(const Token& token);
  void split_words(const Text& text, const Block& block, std::size_t from, std::size_t to);
  void add_word(const Text& text, const Block& block, std::size_t from, std::size_t to,
                std::pair<std::size_t, std::size_t> columns, bool joined);
  bool take_into_last(const Token& token);

  RowWriter& writer_;
  const Vocabulary& vocabulary_;
  const LabelLexicon* lexicon_;
  std::uint32_t last_line_ = 0;  // of the file, that had words; 0 where it is not known
  static constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);
  std::size_t line_from_ = kNoLine;  // where the line of a stretch begins, if it is one row with its columns
  Row line_;                     // as each row of the line begins
  bool open_ = false;            // the last line with borders has none at its beginning
};

}  // namespace nianbao::forms
