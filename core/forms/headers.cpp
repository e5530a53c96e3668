#include <algorithm>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

std::vector<const Token*> header_leaves(const Rows& rows, const std::vector<std::uint32_t>& header_rows) {
  std::vector<const Token*> found;
  for (auto row = header_rows.rbegin(); row != header_rows.rend(); ++row) {
    const Row& header = rows.rows[*row];
    for (auto at = header.first; at < header.last; ++at) {
      const Token& token = rows.tokens[at];
      const bool covered = std::any_of(found.begin(), found.end(), [&](const Token* lower) {
        return lower->column < token.column_end && token.column < lower->column_end;
      });
      if (token.kind == TokenKind::label && !token.key.empty() && !covered) {
        found.push_back(&token);
      }
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Token* a, const Token* b) { return a->column < b->column; });
  return found;
}

namespace {

bool equal(const TemplateColumn& column, const Token& token) {
  return std::find(column.keys.begin(), column.keys.end(), token.key) != column.keys.end();
}

/// The token is the label over a group of the block's columns (法人或其他组织), not that of one.
bool names_group(const TemplateBlock& block, const Token& token) {
  return std::any_of(block.columns.begin(), block.columns.end(), [&](const TemplateColumn& column) {
    return column.path.size() > 1 && std::any_of(column.path.begin(), column.path.end() - 1,
                                                 [&](std::string_view label) { return match_key(label) == token.key; });
  });
}

/// Where the words of a header cell reach to: over the empty cells behind it, where its span was lost.
std::uint32_t reach_of(const Rows& rows, const Row& row, std::uint32_t at) {
  auto end = rows.tokens[at].column_end;
  for (auto next = at + 1; next < row.last && rows.tokens[next].kind == TokenKind::blank; ++next) {
    end = rows.tokens[next].column_end;
  }
  return end;
}

/// The labels of groups that reach over the token and others beside it. In lines nothing tells how far they reach.
std::vector<std::string_view> groups_over(const TemplateBlock& block, const Rows& rows,
                                          const std::vector<std::uint32_t>& header_rows, const Token& token) {
  std::vector<std::string_view> keys;
  for (const auto index : header_rows) {
    const Row& row = rows.rows[index];
    for (auto at = row.first; at < row.last && row.layout != Layout::text; ++at) {
      const Token& over = rows.tokens[at];
      const auto end = reach_of(rows, row, at);
      const bool covers = end > over.column + 1 && over.column <= token.column && token.column_end <= end;
      if (covers && &over != &token && over.kind == TokenKind::label && names_group(block, over)) {
        keys.push_back(over.key);
      }
    }
  }
  return keys;
}

bool is_under(const TemplateColumn& column, const std::vector<std::string_view>& groups) {
  return std::all_of(groups.begin(), groups.end(), [&](std::string_view group) {
    return std::any_of(column.path.begin(), column.path.end(),
                       [&](std::string_view label) { return match_key(label) == group; });
  });
}

/// 2018年度 is 年度, 采购总金额万元 is 采购总金额.
double likeness(const TemplateColumn& column, const Token& token) {
  constexpr double kContained = 0.8;
  double best = 0;
  for (const auto key : column.keys) {
    const bool contained = !key.empty() && token.key.find(key) != std::string_view::npos;
    best = std::max(best, contained ? kContained : similarity(key, token.key));
  }
  return best;
}

/// `with_groups`: a column is only found below the labels of its own groups.
std::vector<HeaderColumn> match_columns(const TemplateBlock& block, const Rows& rows,
                                        const std::vector<std::uint32_t>& header_rows, bool with_groups) {
  const auto tokens = header_leaves(rows, header_rows);
  const auto columns = block.columns.size();
  std::vector<HeaderColumn> result(columns);
  // Longest common subsequence, weighted by likeness: labels keep their order.
  constexpr double kLeast = 0.6;
  const auto width = columns + 1;
  std::vector<double> sums((tokens.size() + 1) * width, 0);
  std::vector<double> alike(tokens.size() * columns, 0);
  for (auto i = tokens.size(); i-- > 0;) {
    const Token& token = *tokens[i];
    const bool known = std::any_of(block.columns.begin(), block.columns.end(),
                                   [&](const TemplateColumn& column) { return equal(column, token); }) ||
                       names_group(block, token);
    const auto groups =
        with_groups ? groups_over(block, rows, header_rows, token) : std::vector<std::string_view>();
    for (auto c = columns; c-- > 0;) {
      const auto& column = block.columns[c];
      const auto own = known ? (equal(column, token) ? 1.0 : 0.0) : likeness(column, token);
      const bool fits = own >= kLeast && is_under(column, groups);
      alike[i * columns + c] = fits ? own : 0;
      const auto skip = std::max(sums[(i + 1) * width + c], sums[i * width + c + 1]);
      sums[i * width + c] = fits ? std::max(skip, own + sums[(i + 1) * width + c + 1]) : skip;
    }
  }
  std::size_t c = 0;
  for (std::size_t i = 0; i < tokens.size() && c < columns;) {
    const auto own = alike[i * columns + c];
    if (own > 0 && sums[i * width + c] <= own + sums[(i + 1) * width + c + 1]) {
      result[c] = {true, tokens[i]->column, tokens[i]->column_end, tokens[i]};
      ++i;
      ++c;
    } else if (sums[i * width + c] <= sums[i * width + c + 1]) {
      ++c;
    } else {
      ++i;
    }
  }
  return result;
}

std::size_t count_found(const std::vector<HeaderColumn>& columns) {
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [](const HeaderColumn& column) { return column.found; }));
}

}  // namespace

std::vector<HeaderColumn> header_columns(const TemplateBlock& block, const Rows& rows,
                                         const std::vector<std::uint32_t>& header_rows) {
  auto plain = match_columns(block, rows, header_rows, false);
  auto grouped = match_columns(block, rows, header_rows, true);
  // Labels of groups may have lost their places with their spans.
  return count_found(grouped) < count_found(plain) ? std::move(plain) : std::move(grouped);
}

}  // namespace nianbao::forms
