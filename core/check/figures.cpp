#include "check/figures.hpp"

#include <algorithm>

#include "rules/interval.hpp"

namespace nianbao::check {
namespace {

const std::vector<std::uint32_t> kNone;

bool is_measure(const ConceptCatalog& concepts, const ConceptKey& key) {
  const auto* info = concepts.find(key.id);
  return info != nullptr && concepts.unit_kind(info->unit) == UnitKind::measure;
}

bool more_exact(const Figure& a, const Figure& b) {
  const bool a_plain = a.qualifier == Qualifier::none;
  const bool b_plain = b.qualifier == Qualifier::none;
  return a_plain != b_plain ? a_plain : a.step < b.step;
}

/// Adds the cells a form prescribes; rows and columns that only some of its variants print are left out.
void add_cells(const TemplateForm& form, std::uint32_t instance, std::string_view instance_name,
               std::vector<ConceptKey>& cells) {
  for (const auto& block : form.blocks) {
    std::vector<bool> optional_column;
    for (const auto& column : block.columns) {
      if (column.role == ColumnRole::value) {
        optional_column.push_back(column.optional);
      }
    }
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      for (std::size_t column = 0; column < optional_column.size() && !block.rows[row].optional; ++column) {
        const auto& cell = block.cell(row, column);
        if (cell.present && !optional_column[column]) {
          cells.push_back(cell.key);
          if (instance > 1) {
            cells.back().dims.set("instance", instance_name);
          }
        }
      }
    }
  }
}

/// outcome.denied of outcome.denied.state_secret: concepts of one family add up to each other.
std::string_view family_of(std::string_view id) { return id.substr(0, id.rfind('.')); }

/// The name of an instance as facts have it in their dimensions: a text that lives with the report.
std::string_view instance_name(const Report& report, std::uint32_t form) {
  for (const auto& fact : report.facts) {
    if (fact.form == form && !fact.key.dims.get("instance").empty()) {
      return fact.key.dims.get("instance");
    }
  }
  return {};
}

void add_frame(const ConceptKey& key, std::vector<Dims>& frames) {
  Dims frame;
  for (const auto name : {"instance", "span"}) {
    if (!key.dims.get(name).empty()) {
      frame.set(name, key.dims.get(name));
    }
  }
  if (std::find(frames.begin(), frames.end(), frame) == frames.end()) {
    frames.push_back(std::move(frame));
  }
}

}  // namespace

FigureSource::FigureSource(const Report& report, const std::vector<std::uint32_t>& facts, std::vector<ConceptKey> cells,
                           const ConceptCatalog& concepts, const ValueSource* previous)
    : report_(report), concepts_(concepts), previous_(previous), facts_(facts), cells_(std::move(cells)) {
  by_key_.reserve(facts_.size() + cells_.size());
  for (const auto fact : facts_) {
    by_key_[&report.facts[fact].key].push_back(fact);
    ids_.push_back(report.facts[fact].key.id);
  }
  for (const auto& cell : cells_) {
    if (by_key_.try_emplace(&cell).second) {
      ids_.push_back(cell.id);
    }
  }
  std::sort(ids_.begin(), ids_.end());
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
}

void FigureSource::ids_below(std::string_view prefix, bool deep, const Dims& dims,
                             std::vector<std::string_view>& ids) const {
  auto it = std::lower_bound(ids_.begin(), ids_.end(), prefix);
  for (; it != ids_.end() && it->starts_with(prefix); ++it) {
    const auto rest = it->substr(prefix.size());
    const bool below = rest.size() > 1 && rest.front() == '.';
    if (below && (deep || rest.find('.', 1) == std::string_view::npos) && contains({*it, dims})) {
      ids.push_back(*it);
    }
  }
}

const std::vector<std::uint32_t>& FigureSource::facts_with(const ConceptKey& key) const {
  const auto it = by_key_.find(&key);
  return it == by_key_.end() ? kNone : it->second;
}

Figure FigureSource::figure_of(std::uint32_t index) const {
  const Fact& fact = report_.facts[index];
  Figure figure;
  figure.fact = index;
  if (fact.status == Status::blank) {
    figure.state = assumed_zero(index) ? FigureState::known : FigureState::blank;
    return figure;
  }
  if (fact.status == Status::dash) {
    figure.state = FigureState::dash;
    return figure;
  }
  figure.state = FigureState::unsettled;
  const auto* info = concepts_.find(fact.key.id);
  const auto shift =
      info == nullptr || fact.unit.empty() ? std::optional<int>(0) : concepts_.unit_shift(fact.unit, info->unit);
  const auto value = fact.value && shift ? fact.value->shifted(*shift) : std::nullopt;
  const auto step = shift ? fact.step.value_or(Decimal(1)).shifted(*shift) : std::nullopt;
  if (value && step) {
    figure.state = FigureState::known;
    figure.value = *value;
    figure.step = *step;
    figure.qualifier = fact.qualifier;
  }
  return figure;
}

Figure FigureSource::figure(const ConceptKey& key) const {
  const auto& facts = facts_with(key);
  if (facts.empty()) {
    return {};
  }
  const bool measure = is_measure(concepts_, key);
  Figure best = figure_of(facts.front());
  for (std::size_t i = 1; i < facts.size() && best.state == FigureState::known; ++i) {
    const Figure other = figure_of(facts[i]);
    if (other.state != FigureState::known) {
      continue;
    }
    if (!can_equal(interval_of(best, measure), interval_of(other, measure), Decimal(0))) {
      best.state = FigureState::unsettled;
    } else if (more_exact(other, best)) {
      best = other;
    }
  }
  return best;
}

bool of_report_year(const Fact& fact, const Report& report) noexcept { return !fact.year || *fact.year == report.year; }

const Template* find_template(const std::vector<const Template*>& templates, std::string_view id) noexcept {
  const auto it = std::find_if(templates.begin(), templates.end(), [&](const Template* t) { return t->id == id; });
  return it == templates.end() ? nullptr : *it;
}

std::vector<TableFigures> table_figures(const Report& report, const ConceptCatalog& concepts,
                                        const std::vector<const Template*>& templates, const ValueSource* previous) {
  std::vector<TableFigures> all;
  for (const auto& form : report.forms) {
    if (std::any_of(all.begin(), all.end(), [&](const TableFigures& t) { return t.format == form.format; })) {
      continue;
    }
    TableFigures table{form.format, nullptr, {}};
    std::vector<std::uint32_t> facts;
    std::vector<ConceptKey> cells;
    for (std::uint32_t i = 0; i < report.facts.size(); ++i) {
      const Fact& fact = report.facts[i];
      if (fact.source == Source::table && fact.form < report.forms.size() &&
          report.forms[fact.form].format == form.format && of_report_year(fact, report)) {
        facts.push_back(i);
        add_frame(fact.key, table.frames);
      }
    }
    const auto* format = find_template(templates, form.format);
    for (std::uint32_t i = 0; i < report.forms.size() && format != nullptr; ++i) {
      const auto* layout = report.forms[i].format == form.format ? format->form(report.forms[i].id) : nullptr;
      const auto name = report.forms[i].instance > 1 ? instance_name(report, i) : std::string_view{};
      if (layout != nullptr && (report.forms[i].instance == 1 || !name.empty())) {
        add_cells(*layout, report.forms[i].instance, name, cells);
      }
    }
    table.source = std::make_unique<FigureSource>(report, facts, std::move(cells), concepts, previous);
    all.push_back(std::move(table));
  }
  return all;
}

std::unique_ptr<FigureSource> all_table_figures(const Report& report, const ConceptCatalog& concepts) {
  std::vector<std::uint32_t> facts;
  for (std::uint32_t i = 0; i < report.facts.size(); ++i) {
    if (report.facts[i].source != Source::prose && of_report_year(report.facts[i], report)) {
      facts.push_back(i);
    }
  }
  return std::make_unique<FigureSource>(report, facts, std::vector<ConceptKey>{}, concepts, nullptr);
}

std::unique_ptr<FigureSource> prose_figures(const Report& report, const ConceptCatalog& concepts,
                                            const std::vector<const Template*>& generation) {
  std::vector<std::uint32_t> facts;
  std::vector<std::string_view> families;
  for (std::uint32_t i = 0; i < report.facts.size(); ++i) {
    if (report.facts[i].source == Source::prose && of_report_year(report.facts[i], report)) {
      facts.push_back(i);
      families.push_back(family_of(report.facts[i].key.id));
    }
  }
  std::sort(families.begin(), families.end());
  std::vector<ConceptKey> cells;
  for (const auto* format : generation) {
    for (const auto& form : format->forms) {
      add_cells(form, 1, {}, cells);
    }
  }
  // A sum of which the prose states no part need not be looked at.
  cells.erase(std::remove_if(cells.begin(), cells.end(),
                             [&](const ConceptKey& key) {
                               return !std::binary_search(families.begin(), families.end(), family_of(key.id));
                             }),
              cells.end());
  return std::make_unique<FigureSource>(report, facts, std::move(cells), concepts, nullptr);
}

}  // namespace nianbao::check
