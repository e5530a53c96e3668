#include "check/figures.hpp"

#include <algorithm>

#include "check/plan.hpp"

namespace nianbao::check {
namespace {

/// The name of an instance as facts have it in their dimensions: a text that lives with the report.
std::string_view instance_name(const Report& report, std::uint32_t form) {
  for (const auto& fact : report.facts) {
    if (fact.form == form && !fact.key.dims.get("instance").empty()) {
      return fact.key.dims.get("instance");
    }
  }
  return {};
}

/// The facts of the tables of one format.
std::vector<std::uint32_t> facts_of(std::string_view format, const Report& report) {
  std::vector<bool> of_format;
  for (const auto& form : report.forms) {
    of_format.push_back(form.format == format);
  }
  std::vector<std::uint32_t> facts;
  for (std::uint32_t i = 0; i < report.facts.size(); ++i) {
    const Fact& fact = report.facts[i];
    if (fact.source == Source::table && fact.form < of_format.size() && of_format[fact.form] &&
        of_report_year(fact, report)) {
      facts.push_back(i);
    }
  }
  return facts;
}

/// The cells that the report's forms of one format prescribe, in each of their instances.
std::vector<FormCells> form_cells(const Template& format, const Report& report, const CellIndexes& indexes) {
  std::vector<FormCells> all;
  const auto index = indexes.of(format);
  for (std::uint32_t i = 0; i < report.forms.size(); ++i) {
    const Form& form = report.forms[i];
    const auto* layout = form.format == format.id ? format.form(form.id) : nullptr;
    const auto name = form.instance > 1 ? instance_name(report, i) : std::string_view{};
    if (layout == nullptr || (form.instance != 1 && name.empty())) {
      continue;
    }
    auto it = std::find_if(all.begin(), all.end(), [&](const FormCells& cells) { return cells.instance == name; });
    if (it == all.end()) {
      it = all.insert(all.end(), {index, std::vector<bool>(format.forms.size(), false), name});
    }
    it->forms[static_cast<std::size_t>(layout - format.forms.data())] = true;
  }
  return all;
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

bool of_report_year(const Fact& fact, const Report& report) noexcept { return !fact.year || *fact.year == report.year; }

const Template* find_template(const std::vector<const Template*>& templates, std::string_view id) noexcept {
  const auto it = std::find_if(templates.begin(), templates.end(), [&](const Template* t) { return t->id == id; });
  return it == templates.end() ? nullptr : *it;
}

std::shared_ptr<const CellIndex> CellIndexes::of(const Template& format) const {
  const auto* sheet = plan_ != nullptr ? plan_->state().sheet(format.id) : nullptr;
  return sheet != nullptr ? sheet->cells : std::make_shared<const CellIndex>(format);
}

std::vector<TableFigures> table_figures(const Report& report, const ConceptCatalog& concepts,
                                        const std::vector<const Template*>& templates, const CellIndexes& indexes,
                                        const ValueSource* previous) {
  std::vector<TableFigures> all;
  for (const auto& form : report.forms) {
    if (std::any_of(all.begin(), all.end(), [&](const TableFigures& t) { return t.format == form.format; })) {
      continue;
    }
    TableFigures table{form.format, nullptr, {}};
    auto facts = facts_of(form.format, report);
    for (const auto fact : facts) {
      add_frame(report.facts[fact].key, table.frames);
    }
    const auto* format = find_template(templates, form.format);
    table.source = std::make_unique<FigureSource>(
        report, std::move(facts), format != nullptr ? form_cells(*format, report, indexes) : std::vector<FormCells>{},
        concepts, previous);
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
  return std::make_unique<FigureSource>(report, std::move(facts), std::vector<FormCells>{}, concepts, nullptr);
}

std::unique_ptr<FigureSource> prose_figures(const Report& report, const ConceptCatalog& concepts,
                                            const std::vector<const Template*>& generation,
                                            const CellIndexes& indexes) {
  std::vector<std::uint32_t> facts;
  std::vector<std::string_view> families;
  for (std::uint32_t i = 0; i < report.facts.size(); ++i) {
    if (report.facts[i].source == Source::prose && of_report_year(report.facts[i], report)) {
      facts.push_back(i);
      families.push_back(family_of(report.facts[i].key.id));
    }
  }
  std::vector<FormCells> cells;
  for (const auto* format : generation) {
    cells.push_back({indexes.of(*format), std::vector<bool>(format->forms.size(), true), {}});
  }
  auto source = std::make_unique<FigureSource>(report, std::move(facts), std::move(cells), concepts, nullptr);
  // A sum of which the prose states no part need not be looked at.
  std::sort(families.begin(), families.end());
  source->limit_cells_to(std::move(families));
  return source;
}

}  // namespace nianbao::check
