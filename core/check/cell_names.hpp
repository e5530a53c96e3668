// How messages call the cells of a report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <nianbao/check.hpp>
#include <nianbao/concept_catalog.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

#include "check/form_names.hpp"

namespace nianbao::check {

/// Where a figure stands, in printed words. Rows and columns without a name are empty.
struct CellName {
  Message form;                                              ///< 表四, 正文
  Message meaning;                                           ///< concept and dimensions in words
  bool in_template = false;                                  ///< false: only form and meaning are known
  std::uint32_t block = 0, row_index = 0, column_index = 0;  ///< in the template
  std::string row, row_group;                                ///< own label and that of the group above it
  std::string column, column_group;
  /// “本年新收·总计”: what a reader looks for in the form.
  [[nodiscard]] std::string cell() const;
};

/// Finds names in the templates, else by concept and dimensions. Not thread-safe: it remembers what it
/// looked up. One for each report.
class CellNames {
 public:
  /// The names of forms are those of the plan; without one (null) its own.
  CellNames(const Report& report, const std::vector<const Template*>& templates, const ConceptCatalog& concepts,
            const CheckPlan* plan)
      : report_(report), templates_(templates), concepts_(concepts), plan_(plan) {}

  [[nodiscard]] CellName of(std::uint32_t fact) const;
  /// Where the fact stands in the template; null if its form has no such cell.
  [[nodiscard]] const FormNames::Position* position_of(std::uint32_t fact) const;
  /// Concept and dimensions in words: 案件总数（行政复议）.
  [[nodiscard]] Message meaning(const ConceptKey& key) const;
  [[nodiscard]] const Report& report() const noexcept { return report_; }

 private:
  [[nodiscard]] const FormNames& names_of(const TemplateForm& form) const;
  [[nodiscard]] const TemplateForm* layout_of(const Fact& fact) const;
  Message form_title(const TemplateForm& layout, const Form& form) const;

  const Report& report_;
  const std::vector<const Template*>& templates_;
  const ConceptCatalog& concepts_;
  const CheckPlan* plan_;
  mutable std::map<const TemplateForm*, FormNames> known_;  // looked up by address only, never iterated
};

/// 表四·行政复议; the second part may be empty.
[[nodiscard]] Message join(const Message& form, const std::string& part);

}  // namespace nianbao::check
