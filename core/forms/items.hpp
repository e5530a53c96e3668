// A claimed stretch of rows as labelled figures, and the pieces of labels between them.
#pragma once

#include <vector>

#include "forms/labels.hpp"

namespace nianbao::forms {

/// Label words [from, to) of a row.
struct LabelPart {
  std::uint32_t row = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  /// True for the label of a row whose figures are all blank: it may be a line of its own or the rest
  /// of the label above or below.
  bool blank_row = false;
};

/// Figures that stand together, with the label words in front of them.
struct Item {
  std::uint32_t row = 0;               ///< of its first figure
  LabelPart label;                     ///< empty range where the row has no label of its own
  std::vector<std::uint32_t> figures;  ///< tokens: numbers, dashes, units, blanks
  std::uint32_t part = 0;              ///< label parts before it: parts[0, part)
  std::vector<std::uint32_t> header_rows;
  bool has_number = false;
};

struct Items {
  std::vector<Item> items;
  std::vector<LabelPart> parts;  ///< in document order; labels of items are not among them
};

/// Takes the rows of a claim apart. `rows` are those of the form alone.
[[nodiscard]] Items items_of(const Rows& rows, const TemplateForm& form, std::size_t form_index,
                             const LabelIndex& index);

}  // namespace nianbao::forms
