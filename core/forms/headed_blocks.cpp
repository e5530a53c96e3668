#include "forms/headed_blocks.hpp"

#include <algorithm>

namespace nianbao::forms {
namespace {

/// The blocks that have the label as a heading or over a column; none for a label of rows.
std::vector<bool> blocks_of(const LabelRange& labels, std::size_t blocks, std::size_t form_index) {
  std::vector<bool> having(blocks, false);
  for (const auto& label : labels) {
    const bool heads =
        label.role == LabelRole::column || label.role == LabelRole::spanner || label.role == LabelRole::heading;
    if (heads && label.form == form_index) {
      having[label.block] = true;
    }
  }
  return having;
}

bool any(const std::vector<bool>& blocks) { return std::find(blocks.begin(), blocks.end(), true) != blocks.end(); }

}  // namespace

std::vector<bool> headed_blocks(const Rows& rows, const std::vector<std::uint32_t>& header_rows,
                                const TemplateForm& form, std::size_t form_index, const LabelIndex& index) {
  std::vector<bool> headed(form.blocks.size(), true);
  std::vector<Hit> hits;
  for (const auto header : header_rows) {
    find_hits(rows, rows.rows[header], index, hits);
    for (const auto& hit : hits) {
      const auto having = blocks_of(hit.labels, headed.size(), form_index);
      for (std::size_t b = 0; b < headed.size() && any(having); ++b) {
        headed[b] = headed[b] && having[b];
      }
    }
  }
  return any(headed) ? headed : std::vector<bool>(headed.size(), true);
}

}  // namespace nianbao::forms
