#include "cross_columns.hpp"

#include <algorithm>

#include "row_figures.hpp"
#include "stacked_header.hpp"

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
      columns.no_places = columns.even || (row.layout == Layout::text && is_counted_from_label(row));
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
    const bool whole = std::all_of(columns.header.begin(), columns.header.end(),
                                   [](const forms::HeaderColumn& column) { return column.found; });
    if (auto stacked = row.layout == Layout::text && !whole ? stacked_header(block, rows_, row.source)
                                                            : std::vector<forms::HeaderColumn>();
        !stacked.empty()) {
      columns.header = std::move(stacked);
    }
    columns.order = forms::header_order(block, rows_, row.header_rows);
    columns.leaves = forms::header_leaves(rows_, row.header_rows);
    if (row.layout == Layout::text && is_torn(row, columns.leaves)) {
      columns.header.assign(columns.header.size(), {});
      columns.leaves.clear();
    }
    columns.ambiguous = is_ambiguous(block, row, columns);
    columns.header_end = header_end(columns);
    for (const auto& other : figures_) {
      columns.longest = std::max(columns.longest, other.block == row.block ? other.tokens.size() : 0);
    }
    columns.even = is_even(row);
    const auto full = std::find_if(figures_.begin(), figures_.end(), [&](const FigureRow& other) {
      return other.block == row.block && other.layout == Layout::text && other.tokens.size() == columns.count;
    });
    if (full != figures_.end()) {
      for (const auto* token : full->tokens) {
        columns.middles.push_back(middle(token->column, token->column_end));
      }
    }
    return columns;
  }

  /// True if words and figures are set apart by the same blanks everywhere, wherever their columns are: those of the
  /// header and of whole rows by as many, others by a multiple of that, where empty cells left theirs.
  [[nodiscard]] bool is_even(const FigureRow& row) const {
    constexpr std::uint32_t kOneBlank = 1;
    std::vector<std::uint32_t> whole;
    std::vector<std::uint32_t> others;
    for (const auto header : row.header_rows) {
      const auto& cells = rows_.rows[header];
      for (auto at = cells.first + 1; at < cells.last; ++at) {
        whole.push_back(gap(rows_.tokens[at - 1], rows_.tokens[at]));
      }
    }
    const auto of_header = whole.size();
    for (const auto& other : figures_) {
      const bool all = other.tokens.size() == form_.blocks[row.block].value_columns();
      for (std::size_t i = 1; other.block == row.block && i < other.tokens.size(); ++i) {
        (all ? whole : others).push_back(gap(*other.tokens[i - 1], *other.tokens[i]));
      }
    }
    const auto width = whole.empty() ? 0 : whole.front();
    const bool tells = width > kOneBlank || (width == kOneBlank && whole.size() > of_header);
    return row.layout == Layout::text && tells &&
           std::all_of(whole.begin(), whole.end(), [&](std::uint32_t blanks) { return blanks == width; }) &&
           std::all_of(others.begin(), others.end(), [&](std::uint32_t blanks) { return blanks % width == 0; });
  }

  static std::uint32_t gap(const Token& left, const Token& right) {
    return right.column > left.column_end ? right.column - left.column_end : 0;
  }

  /// True if the figures' places are counted from their label on, as in lines that run several cells together.
  [[nodiscard]] bool is_counted_from_label(const FigureRow& row) const {
    const Token& first = rows_.tokens[rows_.rows[row.source].first];
    return first.kind == forms::TokenKind::label && !row.tokens.empty() &&
           row.tokens.front()->column < first.column_end;
  }

  /// True if labels of columns in a lower line of the header stand under those in an upper one: the line has lost
  /// what stood before it, and no label is above its figures.
  [[nodiscard]] bool is_torn(const FigureRow& row, const std::vector<const Token*>& leaves) const {
    const auto& columns = form_.blocks[row.block].columns;
    const auto is_column = [&](const Token& token) {
      return !token.key.empty() && std::any_of(columns.begin(), columns.end(), [&](const TemplateColumn& column) {
        return std::find(column.keys.begin(), column.keys.end(), token.key) != column.keys.end();
      });
    };
    return std::any_of(row.header_rows.begin(), row.header_rows.end(), [&](std::uint32_t header) {
      const auto& cells = rows_.rows[header];
      return std::any_of(rows_.tokens + cells.first, rows_.tokens + cells.last, [&](const Token& token) {
        return is_column(token) && std::find(leaves.begin(), leaves.end(), &token) == leaves.end();
      });
    });
  }

  /// True if the header has labels that columns of several groups have, once, and the name of no group.
  [[nodiscard]] bool is_ambiguous(const TemplateBlock& block, const FigureRow& row, const Columns& columns) const {
    bool shared = false;
    for (std::size_t i = 0; i < columns.count; ++i) {
      for (std::size_t other = 0; other < columns.count; ++other) {
        const bool same = columns.header[i].found && !columns.header[other].found &&
                          block.columns[i].keys == block.columns[other].keys;
        shared = shared || same;
      }
    }
    return shared && std::none_of(row.header_rows.begin(), row.header_rows.end(), [&](std::uint32_t header) {
      const auto& cells = rows_.rows[header];
      return std::any_of(rows_.tokens + cells.first, rows_.tokens + cells.last,
                         [&](const Token& token) { return names_group(block, token); });
    });
  }

  static bool names_group(const TemplateBlock& block, const Token& token) {
    return std::any_of(block.columns.begin(), block.columns.end(), [&](const TemplateColumn& column) {
      return std::any_of(column.path.begin(), column.path.end() - 1,
                         [&](std::string_view label) { return forms::match_key(label) == token.key; });
    });
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
