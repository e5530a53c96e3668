// The figures of one row of a cross table in the columns they belong to.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/forms.hpp>

#include "sum_witness.hpp"

namespace nianbao {

/// What is known of the columns of one block of the form, under one header of the document.
struct Columns {
  std::uint32_t count = 0;                  ///< value columns of the template
  std::vector<forms::HeaderColumn> header;  ///< one each
  forms::HeaderOrder order;
  std::vector<const forms::Token*> leaves;  ///< the header's own columns, known to the form or not
  std::size_t longest = 0;                  ///< cells of the longest row
  std::uint32_t header_end = 0;             ///< columns up to the last one the header names; 0: no header to go by
  std::vector<std::uint32_t> middles;  ///< in lines: where a whole row has its figures (doubled); empty if none has
  bool many_label_columns = false;
  bool ambiguous = false;      ///< the header's labels are those of several groups, and it names none of them
  bool even = false;           ///< in lines: cells have the same blanks between them, wherever their columns are
  bool no_places = false;      ///< where the row's figures stand tells nothing
  std::uint32_t row_from = 0;  ///< where the row begins
  bool same_table = false;     ///< the header stands in the table of the row, not before a page break
};

[[nodiscard]] inline bool is_blank(const forms::Token* token) { return token->kind == forms::TokenKind::blank; }

/// Twice the middle of [from, to), to stay whole.
[[nodiscard]] inline std::uint32_t middle(std::uint32_t from, std::uint32_t to) { return from + to; }

/// One figure for each column. Figures that belong to none are added to `unread`; those whose column is a guess
/// are suspect.
[[nodiscard]] forms::Figures row_figures(const forms::FigureRow& row, const Columns& columns, const SumWitness& witness,
                                         std::vector<const forms::Token*>& unread);

}  // namespace nianbao
