// One worksheet as XML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao::xlsx {

/// Formats of cells; their numbers are the order in styles.xml.
enum class Format { plain, text, head, cell, figure, draft, missing };

/// A worksheet being written, row by row. What is merged never overlaps: the grid is a table's.
class SheetWriter {
 public:
  void begin_row();
  /// A cell in the current row; columns count from 1 and only rise.
  void add(std::uint32_t column, std::string_view text, Format format);
  /// The same; a plain decimal becomes a number.
  void add_figure(std::uint32_t column, std::string_view text, Format format);
  void merge(std::uint32_t row, std::uint32_t column, std::uint32_t rows, std::uint32_t columns);
  void remark(std::uint32_t row, std::uint32_t column, std::string_view text);
  void width(double characters) { widths_.push_back(characters); }
  /// Rows from the top that stay in view.
  void freeze(std::uint32_t rows) { frozen_ = rows; }

  [[nodiscard]] bool has_remarks() const noexcept { return !remarks_.empty(); }
  [[nodiscard]] std::string xml() const;
  /// Comments and the shapes that show them.
  [[nodiscard]] std::string comments_xml() const;
  [[nodiscard]] std::string shapes_vml() const;

 private:
  struct Row {
    std::string cells;
    std::vector<std::pair<std::uint32_t, std::string>> texts;  ///< by column
  };
  struct Merge {
    std::uint32_t row;
    std::uint32_t column;
    std::uint32_t rows;
    std::uint32_t columns;
  };
  struct Remark {
    std::uint32_t row;
    std::uint32_t column;
    std::string text;
  };
  /// Lines that the row's texts take in their columns, about.
  [[nodiscard]] std::size_t lines_of(std::uint32_t row) const;
  /// Columns that a cell covers; 0 if it goes on in rows below.
  [[nodiscard]] std::uint32_t columns_under(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] std::string rows_xml() const;
  void append_cell(std::uint32_t column, std::string_view type, Format format);

  std::vector<Row> rows_;
  std::vector<Merge> merges_;
  std::vector<Remark> remarks_;
  std::vector<double> widths_;
  std::uint32_t frozen_ = 0;
};

/// A decimal that a sheet shows as it is written: no leading zeros, at most 11 characters.
[[nodiscard]] bool is_figure(std::string_view text) noexcept;

}  // namespace nianbao::xlsx
