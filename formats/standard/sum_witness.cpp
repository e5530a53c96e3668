#include "sum_witness.hpp"

#include <algorithm>
#include <numeric>

#include <nianbao/sdk/text.hpp>

namespace nianbao {
namespace {

using forms::FigureRow;
using forms::Figures;
using forms::Token;

Decimal value_of(const Token* token) {
  if (token == nullptr) {
    return 0;
  }
  const auto cell = read_cell(token->text);
  return cell.number ? cell.number->value : Decimal(0);
}

std::optional<Decimal> total(const std::vector<std::pair<std::uint32_t, int>>& terms,
                             const std::vector<Decimal>& values) {
  Decimal sum = 0;
  for (const auto& [column, coefficient] : terms) {
    const auto product = Decimal::multiply(values[column], coefficient);
    const auto next = product ? Decimal::add(sum, *product) : std::nullopt;
    if (!next) {
      return std::nullopt;
    }
    sum = *next;
  }
  return sum;
}

/// Steps through the ways to put `chosen.size()` figures into `count` columns in their order.
bool next_choice(std::vector<std::uint32_t>& chosen, std::uint32_t count) {
  for (auto i = chosen.size(); i-- > 0;) {
    if (chosen[i] + (chosen.size() - i) < count) {
      ++chosen[i];
      for (auto j = i + 1; j < chosen.size(); ++j) {
        chosen[j] = chosen[j - 1] + 1;
      }
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<SumWitness::RowSum> SumWitness::sums_of(const FigureRow& row) const {
  std::vector<RowSum> sums;
  if (relations_ == nullptr) {
    return sums;
  }
  const auto& block = form_.blocks[row.block];
  const auto column_of = [&](const ConceptKey& key) {
    std::uint32_t column = 0;
    for (; column < block.value_columns(); ++column) {
      const auto& cell = row.group ? block.groups[row.row].cells[column] : block.cell(row.row, column);
      if (cell.present && cell.key == key) {
        break;
      }
    }
    return column;
  };
  for (const auto& relation : *relations_) {
    RowSum sum;
    bool inside = relation.comparison == Comparison::equal && relation.terms.size() > 1;
    for (const auto& term : relation.terms) {
      if (!inside) {
        break;
      }
      const auto column = column_of(term.key);
      inside = column < block.value_columns();
      sum.terms.emplace_back(column, term.coefficient);
    }
    if (inside) {
      sums.push_back(std::move(sum));
    }
  }
  return sums;
}

bool SumWitness::hold(const std::vector<RowSum>& sums, const std::vector<Decimal>& values) {
  return std::all_of(sums.begin(), sums.end(), [&](const RowSum& sum) {
    const auto rest = total(sum.terms, values);
    return rest && rest->is_zero();
  });
}

bool SumWitness::confirms(const FigureRow& row, const Figures& figures) const {
  const auto sums = sums_of(row);
  std::vector<Decimal> values;
  for (const auto& figure : figures) {
    values.push_back(value_of(figure.token));
  }
  return !sums.empty() && hold(sums, values);
}

std::optional<Figures> SumWitness::place(const FigureRow& row) const {
  constexpr std::uint32_t kMostColumns = 16;
  const auto count = form_.blocks[row.block].value_columns();
  const auto figures = row.tokens.size();
  const auto sums = sums_of(row);
  if (sums.empty() || figures == 0 || figures >= count || count > kMostColumns) {
    return std::nullopt;
  }
  std::vector<std::uint32_t> chosen(figures);
  std::iota(chosen.begin(), chosen.end(), 0);
  std::vector<Decimal> own;
  for (const auto* token : row.tokens) {
    own.push_back(value_of(token));
  }
  std::optional<std::vector<std::uint32_t>> first;
  std::vector<bool> open(figures, false);
  do {
    std::vector<Decimal> values(count, 0);
    for (std::size_t i = 0; i < figures; ++i) {
      values[chosen[i]] = own[i];
    }
    const bool holds = hold(sums, values);
    for (std::size_t i = 0; holds && first && i < figures; ++i) {
      open[i] = open[i] || chosen[i] != (*first)[i];
    }
    if (holds && !first) {
      first = chosen;
    }
  } while (next_choice(chosen, count));
  if (!first) {
    return std::nullopt;
  }
  Figures placed(count);
  for (std::size_t i = 0; i < figures; ++i) {
    placed[(*first)[i]].token = row.tokens[i];
    placed[(*first)[i]].reading = open[i] ? Reading::suspect : Reading::relations;
  }
  return placed;
}

}  // namespace nianbao
