// Which row of the template each labelled figure of a claim is.
#pragma once

#include <vector>

#include "forms/items.hpp"

namespace nianbao::forms {

/// A row of a form: of a block's rows, or of its groups.
struct Target {
  std::uint32_t block = 0;
  std::uint32_t row = 0;
  bool group = false;
};

/// All rows of a form in the order of the form, groups in front of their members.
[[nodiscard]] std::vector<Target> targets_of(const TemplateForm& form);

struct Match {
  std::uint32_t item = 0;
  Target target;
  /// False where only the order speaks for it, and the rows around leave more than one order open.
  bool sure = true;
};

struct Alignment {
  std::vector<Match> matches;          ///< in document order
  std::vector<Match> doubled;          ///< items whose label is that of a row which another item is
  std::vector<std::uint32_t> foreign;  ///< items with figures whose label the template does not have
};

/// Aligns the items with the rows of the form by label, group and order: a missing, doubled or split row
/// does not shift the others. Rows whose label is whole may stand in another order than the form's.
[[nodiscard]] Alignment align(const Rows& rows, const Items& items, const Template& format, std::size_t form_index,
                              const LabelIndex& index);
/// How many items align() would call foreign.
[[nodiscard]] std::uint32_t count_foreign(const Rows& rows, const Items& items, const Template& format,
                                          std::size_t form_index, const LabelIndex& index);

}  // namespace nianbao::forms
