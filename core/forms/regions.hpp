// Where the forms of a template stand in a Document.
#pragma once

#include <vector>

#include "forms/labels.hpp"

namespace nianbao::forms {

/// Rows of a Document that hold one instance of a form.
struct Region {
  std::size_t form = 0;
  std::vector<std::uint32_t> rows;   ///< indices into Rows::rows, ascending
  std::vector<std::uint32_t> notes;  ///< rows under it that are notes on it
  std::uint32_t matched = 0;         ///< different labels of the form that stand there
  std::uint32_t expected = 0;        ///< different labels the form has
};

/// Finds all forms. Regions of one template do not overlap and are in document order.
[[nodiscard]] std::vector<Region> find_regions(const Rows& rows, const Template& format, const LabelIndex& index);

}  // namespace nianbao::forms
