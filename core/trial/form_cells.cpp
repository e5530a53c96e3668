#include "trial/form_cells.hpp"

#include <algorithm>
#include <set>

#include "report/template_walk.hpp"

namespace nianbao {
namespace {

void add(const TemplateCell& cell, std::vector<ConceptKey>& keys) {
  if (cell.present && std::find(keys.begin(), keys.end(), cell.key) == keys.end()) {
    keys.push_back(cell.key);
  }
}

/// What the form always prints, or prints in this year.
template <typename Line>
bool prints(const Line& line, int year) {
  return !line.optional || (year != 0 && !line.years.open() && line.years.contains(year));
}

void add_block(const TemplateBlock& block, bool all, int year, std::vector<ConceptKey>& keys) {
  const auto columns = value_columns(block);
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (all || (prints(block.rows[row], year) && prints(*columns[column], year))) {
        add(block.cell(row, column), keys);
      }
    }
  }
  for (const auto& group : block.groups) {
    for (const auto& cell : group.cells) {
      if (all) {
        add(cell, keys);
      }
    }
  }
}

/// The first year of each generation but the oldest.
template <typename Line>
void add_changes(const std::vector<Line>& lines, std::set<int>& changes) {
  for (const auto& line : lines) {
    if (line.years.from != 0) {
      changes.insert(line.years.from);
    }
    if (line.years.to != 0) {
      changes.insert(line.years.to + 1);
    }
  }
}

}  // namespace

std::vector<ConceptKey> FormCells::keys_of(const Template& format, Variants variants, int year) {
  std::vector<ConceptKey> keys;
  for (const auto& form : format.forms) {
    for (const auto& block : form.blocks) {
      add_block(block, variants == Variants::take_in, year, keys);
    }
  }
  return keys;
}

std::vector<Dims> FormCells::frames() const {
  std::vector<Dims> frames{{}};
  for (const auto& key : keys_) {
    Dims frame;
    if (const auto span = key.dims.get("span"); !span.empty()) {
      frame.set("span", span);
    }
    if (std::find(frames.begin(), frames.end(), frame) == frames.end()) {
      frames.push_back(std::move(frame));
    }
  }
  return frames;
}

std::vector<YearRange> generations_of(const Template& format) {
  std::set<int> changes;
  for (const auto& form : format.forms) {
    for (const auto& block : form.blocks) {
      add_changes(block.rows, changes);
      add_changes(block.columns, changes);
    }
  }
  std::vector<YearRange> generations{{}};
  for (const int year : changes) {
    generations.back().to = static_cast<std::int16_t>(year - 1);
    generations.push_back({static_cast<std::int16_t>(year), 0});
  }
  return generations;
}

int year_in(const YearRange& generation) noexcept { return generation.from != 0 ? generation.from : generation.to; }

const ConceptKey* FormCells::find(const ConceptKey& key) const {
  const auto it = std::find(keys_.begin(), keys_.end(), key);
  return it == keys_.end() ? nullptr : &*it;
}

Figure FormCells::figure(const ConceptKey& key) const {
  Figure figure;
  figure.state = contains(key) ? FigureState::blank : FigureState::absent;
  return figure;
}

}  // namespace nianbao
