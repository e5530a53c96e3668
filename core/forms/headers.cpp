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

}  // namespace

std::vector<HeaderColumn> header_columns(const TemplateBlock& block, const Rows& rows,
                                         const std::vector<std::uint32_t>& header_rows) {
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
    for (auto c = columns; c-- > 0;) {
      const auto& column = block.columns[c];
      const auto own = known ? (equal(column, token) ? 1.0 : 0.0) : likeness(column, token);
      alike[i * columns + c] = own >= kLeast ? own : 0;
      const auto skip = std::max(sums[(i + 1) * width + c], sums[i * width + c + 1]);
      sums[i * width + c] = own >= kLeast ? std::max(skip, own + sums[(i + 1) * width + c + 1]) : skip;
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

}  // namespace nianbao::forms
