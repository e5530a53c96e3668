// In which order the header of a table names the columns of the form.
#include <algorithm>
#include <functional>

#include <nianbao/sdk/forms.hpp>

#include "forms/key_memo.hpp"

namespace nianbao::forms {
namespace {

using Indices = std::vector<std::uint32_t>;

/// A column, or a group of columns that the lines below name one by one.
struct Entry {
  Indices columns;  ///< value columns, in the order of the form
  Indices inner;    ///< those of the group that were named so far, in the order of the document
  bool rest = false;  ///< what a group inside it left of a group; it stands where its columns are named
};

class OrderReader {
 public:
  OrderReader(const TemplateBlock& block, KeyMemo& keys) : keys_(keys) {
    for (const auto& column : block.columns) {
      if (column.role == ColumnRole::value) {
        columns_.push_back(&column);
      }
    }
  }

  HeaderOrder read(const Rows& rows, const Indices& header_rows) {
    one_to_a_line_ =
        std::all_of(header_rows.begin(), header_rows.end(), [&](auto row) { return words_of(rows, row) == 1; });
    Indices last;  // what stands to the left in the same line
    for (const auto index : header_rows) {
      const Row& row = rows.rows[index];
      last.clear();
      for (auto at = row.first; at < row.last; ++at) {
        const Token& token = rows.tokens[at];
        if (token.kind == TokenKind::label && !token.spanned && !token.key.empty()) {
          take(named_by(token), last);
        }
      }
    }
    return result();
  }

 private:
  static std::uint32_t words_of(const Rows& rows, std::uint32_t row) {
    return rows.rows[row].last - rows.rows[row].first;
  }

  /// The one column that the token labels, or the columns of the group that it labels. Where several columns or
  /// groups have that label the order of the form tells them apart: nothing here.
  [[nodiscard]] Indices named_by(const Token& token) const {
    Indices own;
    Indices group;
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
      const auto& column = *columns_[i];
      if (std::find(column.keys.begin(), column.keys.end(), token.key) != column.keys.end()) {
        own.push_back(i);
      }
      const bool under = column.path.size() > 1 &&
                         std::any_of(column.path.begin(), column.path.end() - 1,
                                     [&](std::string_view label) { return keys_.of(label).key == token.key; });
      if (under) {
        group.push_back(i);
      }
    }
    return own.empty() ? group : own.size() == 1 ? own : Indices();
  }

  void take(const Indices& named, Indices& last) {
    if (named.empty()) {
      return;
    }
    if (named.size() == 1) {
      lowest_.push_back(named.front());
    }
    turned_ = turned_ || (!last.empty() && named.back() < last.front());
    last = named;
    const auto holds = [&](const Indices& columns) {
      return std::includes(columns.begin(), columns.end(), named.begin(), named.end());
    };
    const auto group =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return holds(entry.columns); });
    if (group == entries_.end()) {
      entries_.push_back({named, {}});
    } else if (group->columns.size() > named.size() && named.size() == 1) {
      group->inner.push_back(named.front());
    } else if (group->columns.size() > named.size()) {
      split(group, named);
    }
  }

  /// A group inside a group: what is left of the outer one stands around it.
  void split(std::vector<Entry>::iterator group, const Indices& named) {
    const auto at = group - entries_.begin();
    Entry outer = std::move(*group);
    std::vector<Entry> parts;
    for (const auto column : outer.inner) {
      parts.push_back({{column}, {}});
    }
    parts.push_back({named, {}});
    Entry rest;
    rest.rest = true;
    std::copy_if(outer.columns.begin(), outer.columns.end(), std::back_inserter(rest.columns), [&](std::uint32_t c) {
      return std::find(outer.inner.begin(), outer.inner.end(), c) == outer.inner.end() &&
             std::find(named.begin(), named.end(), c) == named.end();
    });
    if (!rest.columns.empty()) {
      parts.push_back(std::move(rest));
    }
    entries_.erase(entries_.begin() + at);
    entries_.insert(entries_.begin() + at, parts.begin(), parts.end());
  }

  /// Words one to a line have no order of their own unless they name all columns: what is centred in a high cell
  /// stands behind words that are to the right of it. The name of a group may stand anywhere in front of its columns.
  [[nodiscard]] HeaderOrder result() const {
    HeaderOrder order;
    if ((!turned_ && !one_to_a_line_) || (one_to_a_line_ && are_in_order(lowest_))) {
      return order;
    }
    for (const auto& entry : entries_) {
      const auto& own = entry.inner.empty() ? entry.columns : entry.inner;
      order.columns.insert(order.columns.end(), own.begin(), own.end());
    }
    auto sorted = order.columns;
    std::sort(sorted.begin(), sorted.end());
    const bool placed = std::all_of(entries_.begin(), entries_.end(), [this](const Entry& entry) {
      return !entry.rest || std::all_of(entry.columns.begin(), entry.columns.end(), [this](std::uint32_t column) {
        return std::find(lowest_.begin(), lowest_.end(), column) != lowest_.end();
      });
    });
    const bool each_once =
        placed && sorted.size() == columns_.size() && std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
    order.turned = each_once ? order.columns != sorted : turned_;
    if (!each_once || !order.turned) {
      order.columns.clear();
    }
    return order;
  }

  /// All columns, each once, as in the form.
  [[nodiscard]] bool are_in_order(const Indices& named) const {
    return named.size() == columns_.size() && 
           std::adjacent_find(named.begin(), named.end(), std::greater_equal<>()) == named.end();
  }

  KeyMemo& keys_;
  std::vector<const TemplateColumn*> columns_;
  std::vector<Entry> entries_;
  Indices lowest_;  ///< columns that were named one by one, in the order of the document
  bool turned_ = false;
  bool one_to_a_line_ = false;
};

}  // namespace

HeaderOrder header_order(const TemplateBlock& block, const Rows& rows, const std::vector<std::uint32_t>& header_rows) {
  return OrderReader(block, *rows.keys).read(rows, header_rows);
}

}  // namespace nianbao::forms
