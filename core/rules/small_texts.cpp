#include "rules/small_texts.hpp"

namespace nianbao {
namespace {

std::optional<std::int16_t> parse_year(std::string_view text) {
  if (text.size() != 4) {
    return std::nullopt;
  }
  int year = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    year = year * 10 + (c - '0');
  }
  return static_cast<std::int16_t>(year);
}

}  // namespace

std::optional<YearRange> parse_years(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto year = parse_year(text);
    return year ? std::optional(YearRange{*year, *year}) : std::nullopt;
  }
  const auto first = text.substr(0, dots);
  const auto last = text.substr(dots + 2);
  YearRange range;
  const auto from = first.empty() ? std::optional(range.from) : parse_year(first);
  const auto to = last.empty() ? std::optional(range.to) : parse_year(last);
  if (!from || !to || (first.empty() && last.empty()) || (*to != 0 && *to < *from)) {
    return std::nullopt;
  }
  return YearRange{*from, *to};
}

std::optional<ConceptKey> parse_key(std::string_view text, const ConceptCatalog& catalog, Arena& arena,
                                    std::vector<ExpressionFault>& faults) {
  // The catalog outlives the call; the compiler wants to share it.
  const std::shared_ptr<const ConceptCatalog> borrowed(std::shared_ptr<const ConceptCatalog>(), &catalog);
  const auto expression = ExpressionCompiler(borrowed).compile(text, Yields::number, false, faults);
  if (expression == nullptr) {
    return std::nullopt;
  }
  const auto& root = expression->root();
  const bool single = root.op == ast::Op::reference && root.depth == ast::Depth::self && root.run.empty() &&
                      root.from == Operand::From::report;
  if (!single) {
    faults.push_back({"key-expected",
                      root.at,
                      {"此处应为一个指标", "Expected one concept"},
                      {"写法如 request.received{applicant=total}。", "Write request.received{applicant=total}."}});
    return std::nullopt;
  }
  ConceptKey key{catalog.find(root.text)->id, {}};
  for (const auto& dimension : root.fixed) {
    key.dims.set(arena.store(dimension.name), arena.store(dimension.member));
  }
  return key;
}

}  // namespace nianbao
