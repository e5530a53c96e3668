// Which fact a cell of a rendered form shows.
#pragma once

#include <unordered_map>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// The facts of one instance of a form, by what they mean. Figures of a table go before computed ones;
/// a figure of the text is shown only where it was placed into the form.
class CellFacts {
 public:
  CellFacts(const Report& report, const TemplateForm& form, std::uint32_t instance);
  /// Null where the report has no fact for the cell.
  [[nodiscard]] const Fact* find(const TemplateCell& cell) const;

 private:
  std::unordered_map<ConceptKey, const Fact*, ConceptKeyHash> facts_;
};

/// The figure as reported; the value where it has no text of its own.
[[nodiscard]] std::string figure_text(const Fact& fact);

}  // namespace nianbao::forms
