#include "relations/repair.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "relations/repair_sums.hpp"

namespace nianbao::relations {
namespace {

using Change = Repair::Change;
using Cells = std::vector<std::uint32_t>;

constexpr std::int64_t kLargest = 1'000'000'000'000;

/// True if the shorter text is the longer one without one character.
bool lacks_one(const std::string& shorter, const std::string& longer) {
  if (shorter.size() + 1 != longer.size()) {
    return false;
  }
  const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first;
  return std::equal(differ, shorter.end(), longer.begin() + (differ - shorter.begin()) + 1);
}

/// One digit is another, or two neighbours changed places.
bool misread(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) {
    return false;
  }
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) {
      differ.push_back(i);
    }
  }
  return differ.size() == 1 || (differ.size() == 2 && differ[1] == differ[0] + 1 && a[differ[0]] == b[differ[1]] &&
                                a[differ[1]] == b[differ[0]]);
}

class Repairs {
 public:
  Repairs(const std::vector<GridCell>& cells, const std::vector<Relation>& relations)
      : cells_(cells), sums_(cells, relations) {
    std::map<std::uint32_t, Cells> rows;
    std::map<std::uint32_t, Cells> columns;
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
      rows[cells[i].row].push_back(i);
      columns[cells[i].column].push_back(i);
    }
    for (auto& [row, line] : rows) {
      std::sort(line.begin(), line.end(), [&](auto a, auto b) { return cells[a].column < cells[b].column; });
      rows_.push_back(std::move(line));
    }
    for (auto& [column, line] : columns) {
      std::sort(line.begin(), line.end(), [&](auto a, auto b) { return cells[a].row < cells[b].row; });
      columns_.push_back(std::move(line));
    }
  }

  std::vector<Repair> run() {
    if (sums_.failing() == 0) {
      return {};
    }
    one_cell();
    for (const auto* lines : {&rows_, &columns_}) {
      for (const auto& line : *lines) {
        swaps(line);
        moved_blanks(line);
      }
    }
    // A figure that fell off is worked out from one sum; only the others can bear witness that it did.
    for (std::size_t i = 0; i < rows_.size() && sums_.failing() > 1; ++i) {
      splits(rows_[i]);
    }
    for (const auto* lines : {&rows_, &columns_}) {
      for (std::size_t i = 0; i < lines->size() && sums_.failing() > 1; ++i) {
        lost_ends((*lines)[i]);
        lost_figures((*lines)[i]);
      }
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Repair& a, const Repair& b) { return a.cost < b.cost; });
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::int64_t value(std::uint32_t cell) const { return cells_[cell].value.value_or(0); }

  void offer(Slip slip, std::uint32_t cost, std::vector<Change> changes) {
    changes.erase(std::remove_if(changes.begin(), changes.end(),
                                 [&](const Change& change) { return change.to == value(change.cell); }),
                  changes.end());
    const bool possible = std::all_of(changes.begin(), changes.end(),
                                      [](const Change& change) { return change.to >= 0 && change.to < kLargest; });
    if (changes.empty() || !possible || !sums_.mends(changes)) {
      return;
    }
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Repair& other) {
      return std::is_permutation(other.changes.begin(), other.changes.end(), changes.begin(), changes.end(),
                                 [](const Change& a, const Change& b) { return a.cell == b.cell && a.to == b.to; });
    });
    if (!known) {
      found_.push_back({slip, std::move(changes), cost});
    }
  }

  /// The one figure that another value would make right.
  void one_cell() {
    for (const auto& [cell, to] : sums_.solutions()) {
      const auto old_text = cells_[cell].value ? std::to_string(value(cell)) : std::string();
      const auto new_text = std::to_string(to);
      if (lacks_one(old_text, new_text) && cells_[cell].value) {
        offer(Slip::digit_lost, 1, {{cell, to}});
      } else if (lacks_one(new_text, old_text)) {
        offer(Slip::digit_doubled, 1, {{cell, to}});
      } else if (sums_.is_total(cell)) {
        offer(Slip::total_stale, 2, {{cell, to}});
      } else if (misread(old_text, new_text)) {
        offer(Slip::digit_wrong, 2, {{cell, to}});
      } else {
        offer(Slip::other, 4, {{cell, to}});
      }
    }
  }

  void swaps(const Cells& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      for (std::size_t k = i + 1; k < line.size(); ++k) {
        const std::uint32_t distance = k - i == 1 ? 0 : 1;
        offer(Slip::swapped, 3 + distance, {{line[i], value(line[k])}, {line[k], value(line[i])}});
      }
    }
  }

  /// A blank or 0 that belongs elsewhere in its line: all between moved by one.
  void moved_blanks(const Cells& line) {
    for (std::size_t from = 0; from < line.size(); ++from) {
      for (std::size_t to = 0; to < line.size() && value(line[from]) == 0; ++to) {
        if (from == to) {
          continue;
        }
        std::vector<Change> changes{{line[to], 0}};
        for (auto k = from; k != to; k = from < to ? k + 1 : k - 1) {
          changes.push_back({line[k], value(line[from < to ? k + 1 : k - 1])});
        }
        offer(Slip::shifted, 4, std::move(changes));
      }
    }
  }

  /// What moves into the place before it, from `first` on; the last place is worked out from the sums.
  std::vector<Change> pulled(const Cells& row, std::size_t first) const {
    std::vector<Change> changes;
    for (auto k = first; k + 1 < row.size(); ++k) {
      changes.push_back({row[k], value(row[k + 1])});
    }
    return changes;
  }

  void offer_with_end(Slip slip, std::vector<Change> changes, std::uint32_t end) {
    for (const auto to : sums_.values_for(end, changes)) {
      auto all = changes;
      all.push_back({end, to});
      offer(slip, 5, std::move(all));
    }
  }

  /// 95 printed as 9 and 5: the 5 took the place of a 0, or what followed moved on and the last figure fell off.
  void splits(const Cells& row) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      const auto joined = std::to_string(value(row[i])) + std::to_string(value(row[i + 1]));
      if (value(row[i]) == 0 || !cells_[row[i + 1]].value || joined.size() > 12) {
        continue;
      }
      offer(Slip::split, 4, {{row[i], std::stoll(joined)}, {row[i + 1], 0}});
      auto changes = pulled(row, i + 1);
      changes.push_back({row[i], std::stoll(joined)});
      if (i + 2 == row.size()) {
        changes = {{row[i], std::stoll(joined)}};
      }
      offer_with_end(Slip::split, std::move(changes), row.back());
    }
  }

  /// A blank crept in and the last figure fell off.
  void lost_ends(const Cells& line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      if (value(line[i]) == 0) {
        offer_with_end(Slip::shifted, pulled(line, i), line.back());
      }
    }
  }

  /// A figure was left out and those behind it moved up; the place of the last of them stayed empty.
  void lost_figures(const Cells& line) {
    for (std::size_t lost = 0; lost < line.size(); ++lost) {
      std::vector<Change> changes;
      for (auto k = lost + 1; k < line.size(); ++k) {
        changes.push_back({line[k], value(line[k - 1])});
        if (value(line[k]) == 0) {
          offer_with_end(Slip::shifted, changes, line[lost]);
        }
      }
    }
  }

  const std::vector<GridCell>& cells_;
  RepairSums sums_;
  std::vector<Cells> rows_;
  std::vector<Cells> columns_;
  std::vector<Repair> found_;
};

}  // namespace

std::vector<Repair> single_repairs(const std::vector<GridCell>& cells, const std::vector<Relation>& relations) {
  return Repairs(cells, relations).run();
}

}  // namespace nianbao::relations
