#include "forms/align.hpp"

namespace nianbao::forms {

std::vector<Target> targets_of(const TemplateForm& form) {
  std::vector<Target> targets;
  for (std::uint32_t b = 0; b < form.blocks.size(); ++b) {
    const auto& block = form.blocks[b];
    for (std::uint32_t row = 0; row <= block.rows.size(); ++row) {
      for (std::uint32_t g = 0; g < block.groups.size(); ++g) {
        if (block.groups[g].first_row == row) {
          targets.push_back({b, g, true});
        }
      }
      if (row < block.rows.size()) {
        targets.push_back({b, row, false});
      }
    }
  }
  return targets;
}

}  // namespace nianbao::forms
