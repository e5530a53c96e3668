#include "forms/glued_row.hpp"

#include <algorithm>

namespace nianbao::forms {
namespace {

/// 0 or 23, not 00 or 017.
bool is_number(std::string_view text) {
  return text.size() < 2 || text.front() != '0' || text[1] < '0' || text[1] > '9';
}

}  // namespace

bool is_run_character(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-'; }

bool is_glued(const FigureRow& row) {
  return row.layout == Layout::text &&
         std::any_of(row.tokens.begin(), row.tokens.end(), [](const Token* t) { return t->glued; });
}

bool is_run_together(const FigureRow& row) {
  return std::any_of(row.tokens.begin(), row.tokens.end(),
                     [](const Token* t) { return t->glued || (t->kind == TokenKind::number && !is_number(t->text)); });
}

std::size_t numbers_in(const FigureRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.tokens.begin(), row.tokens.end(), [](const Token* t) { return t->kind == TokenKind::number; }));
}

std::vector<std::size_t> ends_of(const std::string& text, const std::vector<Decimal>& values, std::size_t at,
                                 std::size_t next) {
  if (next == values.size()) {
    return text.find_first_not_of(' ', at) == std::string::npos ? std::vector<std::size_t>{at}
                                                                : std::vector<std::size_t>{};
  }
  const auto from = text.find_first_not_of(' ', at);
  if (from == std::string::npos) {
    return {};
  }
  const auto border = std::min(text.find(' ', from), text.size());
  for (auto end = from + 1; end <= border; ++end) {
    if (Decimal::parse(text.substr(from, end - from)) == values[next]) {
      auto rest = ends_of(text, values, end, next + 1);
      if (!rest.empty()) {
        rest.insert(rest.begin(), end);
        return rest;
      }
    }
  }
  return {};
}

}  // namespace nianbao::forms
