#include "relations/repair_sums.hpp"

#include <algorithm>
#include <unordered_map>

namespace nianbao::relations {

RepairSums::RepairSums(const std::vector<GridCell>& cells, const std::vector<Relation>& relations)
    : cells_(cells), by_cell_(cells.size()) {
  std::unordered_map<ConceptKey, std::uint32_t, ConceptKeyHash> index;
  for (std::uint32_t i = 0; i < cells.size(); ++i) {
    index.emplace(cells[i].key, i);
  }
  for (const auto& relation : relations) {
    Line line;
    line.comparison = relation.comparison;
    bool blank = false;
    for (const auto& term : relation.terms) {
      const auto it = index.find(term.key);
      if (it == index.end()) {
        break;
      }
      const auto& value = cells[it->second].value;
      line.terms.emplace_back(it->second, term.coefficient);
      line.sum += term.coefficient * value.value_or(0);
      blank = blank || !value;
    }
    if (line.terms.size() != relation.terms.size()) {
      continue;
    }
    line.state = holds(line, line.sum) ? State::holds : blank ? State::open : State::fails;
    failing_ += line.state == State::fails ? 1 : 0;
    for (const auto& [cell, factor] : line.terms) {
      by_cell_[cell].push_back(lines_.size());
    }
    lines_.push_back(std::move(line));
  }
}

std::int64_t RepairSums::coefficient(const Line& line, std::uint32_t cell) const noexcept {
  const auto it =
      std::find_if(line.terms.begin(), line.terms.end(), [&](const auto& term) { return term.first == cell; });
  return it == line.terms.end() ? 0 : it->second;
}

std::int64_t RepairSums::shift(std::size_t line, const std::vector<Repair::Change>& changes) const {
  std::int64_t total = 0;
  for (const auto& change : changes) {
    total += coefficient(lines_[line], change.cell) * (change.to - cells_[change.cell].value.value_or(0));
  }
  return total;
}

bool RepairSums::mends(const std::vector<Repair::Change>& changes) const {
  std::vector<std::size_t> touched;
  for (const auto& change : changes) {
    touched.insert(touched.end(), by_cell_[change.cell].begin(), by_cell_[change.cell].end());
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::size_t mended = 0;
  for (const auto line : touched) {
    const bool good = holds(lines_[line], lines_[line].sum + shift(line, changes));
    if (!good && lines_[line].state == State::holds) {
      return false;
    }
    mended += good && lines_[line].state == State::fails ? 1 : 0;
  }
  return mended == failing_;
}

std::vector<std::pair<std::uint32_t, std::int64_t>> RepairSums::solutions() const {
  std::vector<std::pair<std::uint32_t, std::int64_t>> found;
  const auto line = std::find_if(lines_.begin(), lines_.end(), [](const Line& one) {
    return one.state == State::fails && one.comparison == Comparison::equal;
  });
  if (line == lines_.end()) {
    return found;
  }
  for (const auto& [cell, factor] : line->terms) {
    if (factor == 1 || factor == -1) {
      found.emplace_back(cell, cells_[cell].value.value_or(0) - line->sum * factor);
    }
  }
  return found;
}

std::vector<std::int64_t> RepairSums::values_for(std::uint32_t cell, const std::vector<Repair::Change>& changes) const {
  std::vector<std::int64_t> values;
  for (const auto line : by_cell_[cell]) {
    const auto factor = coefficient(lines_[line], cell);
    if (lines_[line].comparison != Comparison::equal || (factor != 1 && factor != -1)) {
      continue;
    }
    const auto sum = lines_[line].sum + shift(line, changes);
    const auto value = cells_[cell].value.value_or(0) - sum * factor;
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(value);
    }
  }
  return values;
}

bool RepairSums::is_total(std::uint32_t cell) const {
  return std::any_of(by_cell_[cell].begin(), by_cell_[cell].end(), [&](std::size_t index) {
    const Line& line = lines_[index];
    const auto own = coefficient(line, cell);
    return line.state == State::fails && line.terms.size() > 2 &&
           std::count_if(line.terms.begin(), line.terms.end(),
                         [&](const auto& term) { return (term.second > 0) == (own > 0); }) == 1;
  });
}

}  // namespace nianbao::relations
