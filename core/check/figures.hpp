// The figures of a report: its tables, its prose.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <nianbao/check.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

#include "check/cell_index.hpp"
#include "check/figure_source.hpp"

namespace nianbao::check {

/// The figures of all forms of one format, and the frames in which its rules run: one for each
/// instance and span at hand.
struct TableFigures {
  std::string_view format;
  std::unique_ptr<FigureSource> source;
  std::vector<Dims> frames;
};

/// True if the fact is of the report's own year.
[[nodiscard]] bool of_report_year(const Fact& fact, const Report& report) noexcept;

/// Numbers the cells of templates: those of the plan, else its own.
class CellIndexes {
 public:
  /// `plan` may be null.
  explicit CellIndexes(const CheckPlan* plan) : plan_(plan) {}
  [[nodiscard]] std::shared_ptr<const CellIndex> of(const Template& format) const;

 private:
  const CheckPlan* plan_;
};

/// The tables of a report, one entry for each format in the order of its forms.
[[nodiscard]] std::vector<TableFigures> table_figures(const Report& report, const ConceptCatalog& concepts,
                                                      const std::vector<const Template*>& templates,
                                                      const CellIndexes& indexes, const ValueSource* previous);
/// All tables of a report together: what `previous:` refers to.
[[nodiscard]] std::unique_ptr<FigureSource> all_table_figures(const Report& report, const ConceptCatalog& concepts);
/// What the prose states, with the cells of the formats in whose words it speaks.
[[nodiscard]] std::unique_ptr<FigureSource> prose_figures(const Report& report, const ConceptCatalog& concepts,
                                                          const std::vector<const Template*>& generation,
                                                          const CellIndexes& indexes);

/// The template with this id; null if it is not loaded.
[[nodiscard]] const Template* find_template(const std::vector<const Template*>& templates,
                                            std::string_view id) noexcept;

}  // namespace nianbao::check
