#include "stacked_header.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace nianbao {
namespace {

using forms::HeaderColumn;
using forms::Layout;
using forms::Rows;
using forms::Token;
using forms::TokenKind;

/// Words of the header, line by line.
using Lines = std::vector<std::vector<const Token*>>;

/// The lines above the first figure in front of the row.
Lines lines_above(const Rows& rows, std::uint32_t row) {
  constexpr std::size_t kMostLines = 24;
  std::uint32_t end = 0;
  const auto has_figure = [&](const forms::Row& line) {
    return std::any_of(rows.tokens + line.first, rows.tokens + line.last,
                       [](const Token& token) { return token.kind == TokenKind::number; });
  };
  while (end < row && !has_figure(rows.rows[end])) {
    ++end;
  }
  Lines lines;
  for (auto at = end > kMostLines ? end - kMostLines : 0; at < end; ++at) {
    lines.emplace_back();
    for (auto token = rows.rows[at].first; token < rows.rows[at].last; ++token) {
      if (rows.rows[at].layout == Layout::text && !rows.tokens[token].key.empty()) {
        lines.back().push_back(&rows.tokens[token]);
      }
    }
  }
  return lines;
}

class StackFinder {
 public:
  explicit StackFinder(const Lines& lines) : lines_(lines) {}

  /// The ways to put the label together, no more than two of them.
  std::vector<HeaderColumn> find(std::string_view key) {
    found_.clear();
    extend(key, 0, nullptr, {});
    return found_;
  }

 private:
  void extend(std::string_view rest, std::size_t line, const Token* above, HeaderColumn so_far) {
    constexpr std::size_t kEnough = 2;
    for (; line < lines_.size() && found_.size() < kEnough; ++line) {
      for (const auto* token : lines_[line]) {
        const bool below = above == nullptr || (token->column < above->column_end && above->column < token->column_end);
        if (!below || !rest.starts_with(token->key) || found_.size() >= kEnough) {
          continue;
        }
        auto next = so_far;
        next.from = above == nullptr ? token->column : std::min(so_far.from, token->column);
        next.to = std::max(so_far.to, token->column_end);
        next.token = token;
        if (rest.size() == token->key.size()) {
          next.found = true;
          found_.push_back(next);
        } else {
          extend(rest.substr(token->key.size()), line + 1, token, next);
        }
      }
    }
  }

  const Lines& lines_;
  std::vector<HeaderColumn> found_;
};

}  // namespace

std::vector<HeaderColumn> stacked_header(const TemplateBlock& block, const Rows& rows, std::uint32_t row) {
  const auto lines = lines_above(rows, row);
  StackFinder finder(lines);
  std::vector<HeaderColumn> header;
  for (const auto& column : block.columns) {
    const auto found = finder.find(column.keys.front());
    const bool behind = found.size() == 1 && (header.empty() || header.back().to <= found.front().from);
    if (!behind) {
      return {};
    }
    header.push_back(found.front());
  }
  return header;
}

}  // namespace nianbao
