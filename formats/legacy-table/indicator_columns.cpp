#include "indicator_columns.hpp"

#include <algorithm>
#include <iterator>

namespace nianbao {
namespace {

using forms::Figure;
using forms::FigureRow;
using forms::Figures;
using forms::HeaderColumn;
using forms::Layout;
using forms::Token;
using forms::TokenKind;

bool is_number(const Token* token) { return token != nullptr && token->kind == TokenKind::number; }
bool is_empty(const Token* token) { return token == nullptr || token->kind == TokenKind::blank; }

/// One row: a unit and the figures of the value columns, as they stand.
struct Split {
  const Token* unit = nullptr;
  std::vector<const Token*> values;
  bool doubtful = false;  ///< more cells than columns
};

class RowReader {
 public:
  RowReader(const TemplateBlock& block, std::vector<HeaderColumn> header)
      : block_(block),
        header_(std::move(header)),
        values_(block.value_columns()),
        has_unit_(block.columns.size() > values_) {}

  Figures read(const FigureRow& row, std::vector<const Token*>& unread) const {
    const Split split = split_of(row, unread);
    Figures figures(values_);
    for (std::size_t i = 0; i < values_; ++i) {
      figures[i].token = split.values[i];
      figures[i].unit = split.unit;
      figures[i].reading = split.doubtful ? Reading::suspect : Reading::direct;
    }
    if (is_number(split.unit)) {
      figures.front().rival = split.unit;
      figures.front().unit = nullptr;
      if (is_empty(figures.front().token)) {
        figures.front().token = nullptr;
      }
    }
    return figures;
  }

 private:
  /// Where a row has more cells than the header, the header tells nothing: a unit would be its figure.
  Split split_of(const FigureRow& row, std::vector<const Token*>& unread) const {
    if (row.layout != Layout::text && header_tells()) {
      std::vector<const Token*> left;
      Split split = by_header(row, left);
      const bool unit =
          std::any_of(split.values.begin(), split.values.end(), [](const Token* t) { return t != nullptr && t->unit; });
      if (!unit) {
        unread.insert(unread.end(), left.begin(), left.end());
        return split;
      }
    }
    return by_order(row, unread);
  }

  [[nodiscard]] bool header_tells() const {
    return std::any_of(block_.columns.begin(), block_.columns.end(), [&](const TemplateColumn& column) {
      return column.role == ColumnRole::value &&
             header_[static_cast<std::size_t>(&column - block_.columns.data())].found;
    });
  }

  Split by_header(const FigureRow& row, std::vector<const Token*>& unread) const {
    Split split;
    split.values.resize(values_);
    for (const auto* token : row.tokens) {
      const Token** place = place_of(*token, split);
      if (place != nullptr && *place == nullptr) {
        *place = token;
      } else if (is_number(token)) {
        unread.push_back(token);
      }
    }
    return split;
  }

  /// Where the header puts a token; null if over none of its columns.
  const Token** place_of(const Token& token, Split& split) const {
    std::size_t value = 0;
    for (std::size_t i = 0; i < block_.columns.size(); ++i) {
      const bool is_value = block_.columns[i].role == ColumnRole::value;
      if (header_[i].found && token.column < header_[i].to && header_[i].from < token.column_end) {
        return is_value ? &split.values[value] : &split.unit;
      }
      value += is_value ? 1 : 0;
    }
    return nullptr;
  }

  Split by_order(const FigureRow& row, std::vector<const Token*>& unread) const {
    Split split;
    split.values.resize(values_);
    const auto& tokens = row.tokens;
    std::size_t next = 0;
    const auto unit = std::find_if(tokens.begin(), tokens.end(), [](const Token* t) { return t->unit; });
    if (unit != tokens.end()) {
      split.unit = *unit;
      next = static_cast<std::size_t>(unit - tokens.begin()) + 1;
    } else if (has_unit_ && tokens.size() > values_) {
      split.unit = tokens.front();
      next = 1;
    }
    // A unit behind its figure: 6 条.
    if (next == tokens.size() && next > 1) {
      next = 0;
    }
    std::vector<const Token*> rest;
    std::copy_if(tokens.begin() + static_cast<std::ptrdiff_t>(next), tokens.end(), std::back_inserter(rest),
                 [&](const Token* token) { return token != split.unit; });
    split.doubtful = leave_empty_ones(rest);
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (i < values_) {
        split.values[i] = rest[i];
      } else if (is_number(rest[i])) {
        unread.push_back(rest[i]);
      }
    }
    return split;
  }

  /// A dash or a blank in front of a figure that no column is left for is a cell too many. True if there was one.
  bool leave_empty_ones(std::vector<const Token*>& rest) const {
    bool any = false;
    for (auto at = rest.begin(); rest.size() > values_ && at != rest.end();) {
      const bool left_over = std::any_of(rest.begin() + static_cast<std::ptrdiff_t>(values_), rest.end(), is_number);
      const bool empty = !is_number(*at) && !(*at)->unit;
      any = any || (empty && left_over);
      at = empty && left_over ? rest.erase(at) : at + 1;
    }
    return any;
  }

  const TemplateBlock& block_;
  std::vector<HeaderColumn> header_;
  std::size_t values_;
  bool has_unit_;
};

/// Value columns in which no row has a cell.
std::vector<std::uint32_t> missing_columns(const TemplateBlock& block, std::uint32_t index,
                                           const std::vector<FigureRow>& rows, const std::vector<Figures>& read) {
  std::vector<std::uint32_t> missing;
  for (std::uint32_t column = 0; column < block.value_columns(); ++column) {
    bool any = false;
    bool there = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].block == index) {
        any = true;
        there = there || read[i][column].token != nullptr || read[i][column].rival != nullptr;
      }
    }
    if (any && !there) {
      missing.push_back(column);
    }
  }
  return missing;
}

}  // namespace

forms::ColumnReading IndicatorColumns::read(const TemplateForm& form, const forms::Rows& rows,
                                            const std::vector<forms::FigureRow>& figures,
                                            const FormatContext& /*context*/) const {
  forms::ColumnReading reading;
  std::vector<HeaderColumn> header;
  const std::vector<std::uint32_t>* header_rows = nullptr;
  std::uint32_t header_block = 0;
  for (const auto& row : figures) {
    if (header_rows == nullptr || *header_rows != row.header_rows || header_block != row.block) {
      header = forms::header_columns(form.blocks[row.block], rows, row.header_rows);
      header_rows = &row.header_rows;
      header_block = row.block;
    }
    reading.rows.push_back(RowReader(form.blocks[row.block], header).read(row, reading.unread));
  }
  for (std::uint32_t block = 0; block < form.blocks.size(); ++block) {
    reading.missing.push_back(missing_columns(form.blocks[block], block, figures, reading.rows));
  }
  return reading;
}

}  // namespace nianbao
