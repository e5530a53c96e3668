#include <algorithm>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {
namespace {

/// The lowest header cell over each column, from left to right, without those that only span others.
std::vector<const Token*> leaves(const Rows& rows, const std::vector<std::uint32_t>& header_rows) {
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

double likeness(const TemplateColumn& column, const Token& token) {
  double best = similarity(match_key(column.path.back()), token.key);
  const auto contains = [&](std::string_view label) {
    const auto key = match_key(label);
    return !key.empty() && token.key.find(key) != std::string_view::npos;
  };
  // 2018年度 for 年度, 采购总金额（万元） with the bracket lost.
  if (contains(column.path.back())) {
    best = std::max(best, 0.8);
  }
  for (const auto alias : column.aliases) {
    best = std::max(best, contains(alias) ? 0.8 : similarity(match_key(alias), token.key));
    best = match_key(alias) == token.key ? 1 : best;
  }
  return best;
}

}  // namespace

std::vector<HeaderColumn> header_columns(const TemplateBlock& block, const Rows& rows,
                                         const std::vector<std::uint32_t>& header_rows) {
  const auto tokens = leaves(rows, header_rows);
  const auto columns = block.columns.size();
  std::vector<HeaderColumn> result(columns);
  // Longest common subsequence, weighted by likeness: labels keep their order.
  constexpr double kLeast = 0.6;
  const auto width = columns + 1;
  std::vector<double> sums((tokens.size() + 1) * width, 0);
  std::vector<double> alike(tokens.size() * columns, 0);
  for (auto i = tokens.size(); i-- > 0;) {
    for (auto c = columns; c-- > 0;) {
      const auto own = likeness(block.columns[c], *tokens[i]);
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
