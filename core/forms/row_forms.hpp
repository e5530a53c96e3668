// Which forms of a template the rows of a Document may belong to.
#pragma once

#include <cstdint>
#include <vector>

#include "forms/region_splitter.hpp"
#include "forms/row_hits.hpp"

namespace nianbao::forms {

/// True if a number or a dash stands in the row.
[[nodiscard]] bool has_figure(const Rows& rows, const Row& row);

/// What each row says of each form, row by row. Rows are numbered as in Rows::rows.
class RowForms {
 public:
  RowForms(const Rows& rows, const Template& format, const LabelIndex& index);

  [[nodiscard]] const RowHits& hits() const noexcept { return hits_; }

  /// Most templates have most of their forms nowhere in a report.
  [[nodiscard]] bool is_mentioned(std::size_t form) const;
  /// A label of this form alone; or one that forms share, behind one of this form.
  [[nodiscard]] bool names(std::uint32_t row, std::size_t form) const;
  /// A label of this form alone with a figure for each column: enough to know the form by.
  [[nodiscard]] bool is_whole_row(std::uint32_t row, std::size_t form) const;
  /// A line with a figure for each of many columns, behind a label of this form: a row whose own label is broken.
  [[nodiscard]] bool is_row_of_figures(std::uint32_t row, std::size_t form) const;
  /// A line of nothing but pieces of the labels that stand above the form's figures.
  [[nodiscard]] bool is_piece_of_header(std::uint32_t row, std::size_t form) const;
  /// The last of lines with a figure each, as many as a form of this label's has columns.
  [[nodiscard]] bool ends_row_of_lines(std::uint32_t row, std::size_t form) const;
  /// The one row of a form whose row has no label.
  [[nodiscard]] bool is_bare(std::uint32_t row, std::size_t form) const { return bare_[row] == form; }
  [[nodiscard]] bool is_bare_elsewhere(std::uint32_t row, std::size_t form) const {
    return bare_[row] != kNoForm && bare_[row] != form;
  }
  /// A label of other forms alone, and none of this one.
  [[nodiscard]] bool belongs_elsewhere(std::uint32_t row, std::size_t form) const;
  [[nodiscard]] RowSign sign(std::uint32_t row, std::size_t form) const;

 private:
  void name_beginning();
  [[nodiscard]] std::size_t bare_form(std::uint32_t row) const;
  [[nodiscard]] bool is_headed(std::uint32_t row, std::size_t form) const;
  [[nodiscard]] bool heads(const Row& row, std::size_t form) const;

  static constexpr std::size_t kNoForm = static_cast<std::size_t>(-1);
  const Rows& rows_;
  const Template& format_;
  RowHits hits_;
  std::vector<std::size_t> bare_;     ///< per row: the form of one row it is, though it has no label
  std::vector<std::size_t> current_;  ///< per row: the form that was named last for sure
};

}  // namespace nianbao::forms
