// Which rows and groups of a form a label names.
#pragma once

#include <algorithm>
#include <vector>

#include "forms/align.hpp"

namespace nianbao::forms {

/// Finds targets by label, rows without looking at the others. The form and its targets must outlive it.
class NamedTargets {
 public:
  NamedTargets(const TemplateForm& form, const std::vector<Target>& targets)
      : form_(form), targets_(targets), rows_(form.blocks.size()) {
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      if (!targets_[t].group) {
        rows_[targets_[t].block].push_back(t);
      }
    }
  }

  /// Calls visit(index into the targets) for the row, or each group, that this label of the form names.
  template <typename Visit>
  void visit(const TemplateLabel& label, Visit visit) const {
    if (label.role == LabelRole::row) {
      visit(rows_[label.block][label.index]);
    } else if (label.role == LabelRole::group) {
      for (std::size_t t = 0; t < targets_.size(); ++t) {
        if (is_group(label, targets_[t])) {
          visit(t);
        }
      }
    }
  }

 private:
  [[nodiscard]] bool is_group(const TemplateLabel& label, const Target& target) const {
    if (!target.group || label.block != target.block) {
      return false;
    }
    const auto& group = form_.blocks[target.block].groups[target.row];
    return group.keys.front() == label.key && label.index >= group.first_row &&
           label.index < std::max(group.end_row, group.first_row + 1);
  }

  const TemplateForm& form_;
  const std::vector<Target>& targets_;
  std::vector<std::vector<std::size_t>> rows_;  ///< per block: its rows as indices into the targets
};

}  // namespace nianbao::forms
