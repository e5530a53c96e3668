#include "row_figures.hpp"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

using forms::Figure;
using forms::FigureRow;
using forms::Figures;
using forms::HeaderColumn;
using forms::Layout;
using forms::Token;

class RowReader {
 public:
  RowReader(const Columns& columns, const SumWitness& witness, std::vector<const Token*>& unread)
      : columns_(columns), witness_(witness), unread_(unread) {}

  Figures read(const FigureRow& row) {
    auto figures = placed(row);
    return columns_.ambiguous && row.tokens.size() != columns_.count ? doubted(std::move(figures)) : figures;
  }

 private:
  Figures placed(const FigureRow& row) {
    const auto count = row.tokens.size();
    if (columns_.order.turned) {
      return by_order_of_header(row);
    }
    if (count == columns_.count) {
      return in_order(row.tokens, 0, count);
    }
    const bool known = std::any_of(columns_.header.begin(), columns_.header.end(),
                                   [](const HeaderColumn& column) { return column.found; });
    if (row.layout == Layout::grid && known && columns_.same_table) {
      return by_header(row);
    }
    if (known && count == columns_.longest && count < columns_.count && is_width_of_header(count)) {
      return by_leaves(row);
    }
    return count > columns_.count ? trimmed(row) : partial(row);
  }

  Figures in_order(const std::vector<const Token*>& tokens, std::size_t from, std::size_t count) const {
    Figures figures(columns_.count);
    for (std::size_t i = 0; i < count && i < columns_.count; ++i) {
      figures[i].token = tokens[from + i];
    }
    return figures;
  }

  /// The header names the columns in another order than the form. In lines it may be the words that were moved, not
  /// the columns: only sums make sure.
  Figures by_order_of_header(const FigureRow& row) {
    const auto& tokens = row.tokens;
    const auto& order = columns_.order.columns;
    const auto blanks =
        static_cast<std::size_t>(std::find_if_not(tokens.begin(), tokens.end(), is_blank) - tokens.begin());
    const auto extra = tokens.size() > columns_.count ? tokens.size() - columns_.count : 0;
    if (order.empty() || tokens.size() < columns_.count || blanks < extra) {
      return doubted(tokens.size() > columns_.count ? trimmed(row) : in_order(tokens, 0, tokens.size()));
    }
    Figures figures(columns_.count);
    for (std::size_t i = 0; i < order.size(); ++i) {
      figures[order[i]].token = tokens[extra + i];
    }
    const bool sure = row.layout == Layout::grid || witness_.confirms(row, figures);
    return sure ? figures : doubted(std::move(figures));
  }

  Figures by_header(const FigureRow& row) {
    Figures figures(columns_.count);
    std::vector<const Token*> beside;
    for (const auto* token : row.tokens) {
      std::size_t best = columns_.count;
      std::uint32_t most = 0;
      for (std::size_t i = 0; i < columns_.count; ++i) {
        const auto& column = columns_.header[i];
        const auto from = std::max(column.from, token->column);
        const auto to = std::min(column.to, token->column_end);
        if (column.found && to > from && to - from > most) {
          most = to - from;
          best = i;
        }
      }
      if (best < columns_.count && figures[best].token == nullptr) {
        figures[best].token = token;
      } else if (!is_blank(token)) {
        beside.push_back(token);
      }
    }
    for (const auto* token : beside) {
      if (!take_beside(*token, figures)) {
        unread_.push_back(token);
      }
    }
    return figures;
  }

  /// A figure below an empty cell of the header, behind an empty one of its own: the header's word spanned both
  /// columns before the spans were lost.
  bool take_beside(const Token& token, Figures& figures) const {
    const HeaderColumn* left = nullptr;
    for (const auto& column : columns_.header) {
      const bool nearer = column.found && column.to <= token.column && (left == nullptr || left->to < column.to);
      left = nearer ? &column : left;
    }
    const bool headed = std::any_of(columns_.leaves.begin(), columns_.leaves.end(), [&](const Token* leaf) {
      return leaf->column < token.column_end && (left == nullptr || leaf->column >= left->to);
    });
    if (left == nullptr || headed) {
      return false;
    }
    auto& figure = figures[static_cast<std::size_t>(left - columns_.header.data())];
    const bool empty = figure.token != nullptr && is_blank(figure.token);
    figure.token = empty ? &token : figure.token;
    return empty;
  }

  /// The header has as many columns, besides the one of the labels. A single word is no header: it is the last of
  /// those that stand one to a line.
  [[nodiscard]] bool is_width_of_header(std::size_t count) const {
    return columns_.leaves.size() > 1 && (columns_.leaves.size() == count || columns_.leaves.size() == count + 1);
  }

  /// A form with columns of its own: every row has as many figures as the header has columns at its end.
  Figures by_leaves(const FigureRow& row) {
    Figures figures(columns_.count);
    const auto first = columns_.leaves.size() - row.tokens.size();
    for (std::size_t i = 0; i < row.tokens.size(); ++i) {
      const auto column = std::find_if(columns_.header.begin(), columns_.header.end(), [&](const HeaderColumn& c) {
        return c.found && c.token == columns_.leaves[first + i];
      });
      if (column != columns_.header.end()) {
        figures[static_cast<std::size_t>(column - columns_.header.begin())].token = row.tokens[i];
      } else if (!is_blank(row.tokens[i])) {
        unread_.push_back(row.tokens[i]);
      }
    }
    return figures;
  }

  /// More cells than columns: empty ones of the label columns in front, of a ragged edge behind, or some of each.
  Figures trimmed(const FigureRow& row) {
    const auto& tokens = row.tokens;
    const auto extra = tokens.size() - columns_.count;
    const auto before =
        static_cast<std::size_t>(std::find_if_not(tokens.begin(), tokens.end(), is_blank) - tokens.begin());
    const auto behind =
        static_cast<std::size_t>(std::find_if_not(tokens.rbegin(), tokens.rend(), is_blank) - tokens.rbegin());
    if (before >= extra && (behind < extra || columns_.many_label_columns)) {
      return in_order(tokens, extra, columns_.count);
    }
    if (behind >= extra) {
      return in_order(tokens, 0, columns_.count);
    }
    return before + behind >= extra ? from_between(row, extra - behind, before) : doubted_end(row, extra);
  }

  /// The row begins at one of the cells `first` to `last`: sums tell where it may be either.
  Figures from_between(const FigureRow& row, std::size_t first, std::size_t last) const {
    for (auto from = last; from > first; --from) {
      if (auto figures = in_order(row.tokens, from, columns_.count); witness_.confirms(row, figures)) {
        return figures;
      }
    }
    auto figures = in_order(row.tokens, first, columns_.count);
    return first == last || witness_.confirms(row, figures) ? figures : doubted(std::move(figures));
  }

  /// The last cells, which are the figures' in most tables; those before them are told.
  Figures doubted_end(const FigureRow& row, std::size_t extra) {
    for (std::size_t i = 0; i < extra; ++i) {
      if (!is_blank(row.tokens[i])) {
        unread_.push_back(row.tokens[i]);
      }
    }
    return doubted(in_order(row.tokens, extra, columns_.count));
  }

  /// Fewer cells than columns: the right edge is cut, or, in lines, blank cells leave no trace.
  Figures partial(const FigureRow& row) {
    if (row.layout == Layout::text && row.tokens.size() != columns_.header_end) {
      auto figures = by_place(row);
      const bool below = stands_below(row, figures);
      if (below && witness_.confirms(row, figures)) {
        return figures;
      }
      if (const auto placed = witness_.place(row)) {
        return *placed;
      }
      return below ? figures : doubted(std::move(figures));
    }
    return in_order(row.tokens, 0, row.tokens.size());
  }

  Figures by_place(const FigureRow& row) {
    const auto middles = column_middles();
    if (middles.empty()) {
      return doubted(in_order(row.tokens, 0, row.tokens.size()));
    }
    Figures figures(columns_.count);
    std::size_t next = 0;
    for (std::size_t i = 0; i < row.tokens.size(); ++i) {
      const auto left = row.tokens.size() - i - 1;
      auto best = next;
      for (auto column = next; column + left < columns_.count; ++column) {
        if (distance(*row.tokens[i], middles[column]) < distance(*row.tokens[i], middles[best])) {
          best = column;
        }
      }
      figures[best].token = row.tokens[i];
      next = best + 1;
    }
    return figures;
  }

  /// Of the figures of a whole row, else of the header's labels.
  [[nodiscard]] std::vector<std::uint32_t> column_middles() const {
    auto middles = columns_.middles;
    if (middles.empty()) {
      for (const auto& column : columns_.header) {
        if (!column.found) {
          return {};
        }
        middles.push_back(middle(column.from, column.to));
      }
    }
    return middles;
  }

  /// Each figure stands nearer to its column than to the next: not so where the rows follow each other in one
  /// line, or each cell has a line of its own.
  [[nodiscard]] bool stands_below(const FigureRow& row, const Figures& figures) const {
    constexpr std::uint32_t kNarrowest = 2 * 3;
    const auto middles = column_middles();
    if (middles.empty() || columns_.no_places || 2 * columns_.row_from >= middles.front()) {
      return false;
    }
    std::uint32_t widest = 0;
    for (std::size_t i = 1; i < middles.size(); ++i) {
      if (middles[i] < middles[i - 1] + kNarrowest) {
        return false;
      }
      widest = std::max(widest, middles[i] - middles[i - 1]);
    }
    return std::all_of(row.tokens.begin(), row.tokens.end(), [&](const Token* token) {
      const auto column =
          std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.token == token; });
      const auto index = static_cast<std::size_t>(column - figures.begin());
      return column != figures.end() && 2 * distance(*token, middles[index]) <= widest &&
             (!columns_.middles.empty() || overlaps(*token, columns_.header[index]));
    });
  }

  static bool overlaps(const Token& token, const HeaderColumn& column) {
    return token.column < column.to && column.from < token.column_end;
  }

  static Figures doubted(Figures figures) {
    for (auto& figure : figures) {
      figure.reading = Reading::suspect;
    }
    return figures;
  }

  static std::uint32_t distance(const Token& token, std::uint32_t place) {
    const auto own = middle(token.column, token.column_end);
    return own > place ? own - place : place - own;
  }

  const Columns& columns_;
  const SumWitness& witness_;
  std::vector<const Token*>& unread_;
};

}  // namespace

forms::Figures row_figures(const forms::FigureRow& row, const Columns& columns, const SumWitness& witness,
                           std::vector<const forms::Token*>& unread) {
  return RowReader(columns, witness, unread).read(row);
}

}  // namespace nianbao
