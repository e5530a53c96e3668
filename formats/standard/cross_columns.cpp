#include "cross_columns.hpp"

#include <algorithm>

#include "row_figures.hpp"

namespace nianbao {
namespace {

using forms::FigureRow;
using forms::Layout;
using forms::Token;

class FormReader {
 public:
  FormReader(const TemplateForm& form, const forms::Rows& rows, const std::vector<FigureRow>& figures,
             const std::vector<Relation>* relations)
      : form_(form), rows_(rows), figures_(figures), witness_(form, relations) {}

  forms::ColumnReading run() {
    forms::ColumnReading reading;
    reading.missing.resize(form_.blocks.size());
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const auto& row = figures_[i];
      const bool same = i > 0 && row.block == figures_[i - 1].block && row.header_rows == figures_[i - 1].header_rows;
      if (!same) {
        columns_.push_back(columns_of(row));
      }
      auto& columns = columns_.back();
      columns.same_table = stands_in_table(row);
      columns.row_from = rows_.tokens[rows_.rows[row.source].first].column;
      header_ends_.push_back(columns.header_end);
      reading.rows.push_back(row_figures(row, columns, witness_, reading.unread));
    }
    for (std::uint32_t block = 0; block < form_.blocks.size(); ++block) {
      cut_edge(block, reading);
    }
    return reading;
  }

 private:
  [[nodiscard]] bool stands_in_table(const FigureRow& row) const {
    return !row.header_rows.empty() && rows_.rows[row.header_rows.front()].block == rows_.rows[row.source].block;
  }

  Columns columns_of(const FigureRow& row) const {
    const auto& block = form_.blocks[row.block];
    Columns columns;
    columns.count = block.value_columns();
    columns.many_label_columns = block.label_columns > 1;
    columns.header = forms::header_columns(block, rows_, row.header_rows);
    columns.order = forms::header_order(block, rows_, row.header_rows);
    columns.leaves = forms::header_leaves(rows_, row.header_rows);
    columns.header_end = header_end(columns);
    for (const auto& other : figures_) {
      columns.longest = std::max(columns.longest, other.block == row.block ? other.tokens.size() : 0);
    }
    const auto whole = std::find_if(figures_.begin(), figures_.end(), [&](const FigureRow& other) {
      return other.block == row.block && other.layout == Layout::text && other.tokens.size() == columns.count;
    });
    if (whole != figures_.end()) {
      for (const auto* token : whole->tokens) {
        columns.middles.push_back(middle(token->column, token->column_end));
      }
    }
    return columns;
  }

  /// A header is only gone by if it names most of its columns.
  static std::uint32_t header_end(const Columns& columns) {
    std::uint32_t found = 0;
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < columns.count; ++i) {
      if (columns.header[i].found) {
        ++found;
        end = i + 1;
      }
    }
    return found * 2 > columns.count ? end : 0;
  }

  /// Columns behind the last one the header names, if no row has a figure there.
  void cut_edge(std::uint32_t block, forms::ColumnReading& reading) const {
    std::uint32_t end = form_.blocks[block].value_columns();
    bool any = false;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (figures_[i].block != block) {
        continue;
      }
      end = any ? end : header_ends_[i];
      any = true;
      for (auto column = end; column < reading.rows[i].size(); ++column) {
        const Token* token = reading.rows[i][column].token;
        // In lines an empty cell is one that has left a line of its own.
        const bool there = token != nullptr && (!is_blank(token) || figures_[i].layout == forms::Layout::text);
        end = there ? column + 1 : end;
      }
    }
    if (!any || end == 0) {
      return;
    }
    for (auto column = end; column < form_.blocks[block].value_columns(); ++column) {
      reading.missing[block].push_back(column);
      for (std::size_t i = 0; i < figures_.size(); ++i) {
        if (figures_[i].block == block) {
          reading.rows[i][column].token = nullptr;
        }
      }
    }
  }

  const TemplateForm& form_;
  const forms::Rows& rows_;
  const std::vector<FigureRow>& figures_;
  SumWitness witness_;
  std::vector<Columns> columns_;
  std::vector<std::uint32_t> header_ends_;  ///< parallel to the figures
};

}  // namespace

forms::ColumnReading CrossColumns::read(const TemplateForm& form, const forms::Rows& rows,
                                        const std::vector<forms::FigureRow>& figures,
                                        const FormatContext& context) const {
  return FormReader(form, rows, figures, context.relations).run();
}

}  // namespace nianbao
