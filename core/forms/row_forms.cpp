#include "forms/row_forms.hpp"

#include <algorithm>

namespace nianbao::forms {
namespace {

bool is_figure(const Token& token) { return token.kind == TokenKind::number || token.kind == TokenKind::dash; }

/// True if the label tells the form: no other form has it, and it is more than a word like 其他.
bool is_sure(const Hit& hit) {
  constexpr std::size_t kWord = 6;  // two Chinese characters
  return !hit.labels.ambiguous() && hit.labels.first->key.size() > kWord;
}

/// True if some label of the row belongs to another form for sure.
bool other_form(std::span<const Hit> hits, std::size_t form) {
  return std::any_of(hits.begin(), hits.end(),
                     [&](const Hit& hit) { return is_sure(hit) && !hit.labels.has_form(form); });
}

/// True if the row has the labels of columns: a header that stands in one line with its figures.
bool names_columns(std::span<const Hit> hits, std::size_t form) {
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.labels.has(LabelRole::column, form); });
}

/// How many cells the row may be, if it is figures alone: more than its tokens where several were run into one.
std::size_t most_cells(const Rows& rows, const Row& row) {
  std::size_t cells = 0;
  for (auto at = row.first; at < row.last; ++at) {
    const Token& token = rows.tokens[at];
    if (!is_figure(token)) {
      return 0;
    }
    cells += token.glued ? token.text.size() : 1;
  }
  return cells;
}

}  // namespace

bool has_figure(const Rows& rows, const Row& row) {
  return std::any_of(rows.tokens + row.first, rows.tokens + row.last, is_figure);
}

RowForms::RowForms(const Rows& rows, const Template& format, const LabelIndex& index)
    : rows_(rows), format_(format), hits_(rows, index) {
  auto form = kNoForm;
  for (std::uint32_t row = 0; row < hits_.size(); ++row) {
    for (const auto& hit : hits_.of(row)) {
      form = is_sure(hit) ? hit.labels.first->form : form;
    }
    current_.push_back(form);
  }
  name_beginning();
  for (std::uint32_t row = 0; row < hits_.size(); ++row) {
    bare_.push_back(bare_form(row));
  }
}

bool RowForms::is_mentioned(std::size_t form) const {
  const auto hits = hits_.all();
  return std::find(bare_.begin(), bare_.end(), form) != bare_.end() ||
         std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return hit.labels.has_form(form); });
}

/// Where a table begins with words like 规章, the first sure label below tells the form.
void RowForms::name_beginning() {
  std::uint32_t sure = 0;
  while (sure < hits_.size() && current_[sure] == kNoForm) {
    ++sure;
  }
  for (auto row = sure; sure < hits_.size() && row-- > 0;) {
    const bool same_table = rows_.rows[row].table_row != 0 && rows_.rows[row].block == rows_.rows[sure].block;
    if (!same_table) {
      break;
    }
    current_[row] = current_[sure];
  }
}

/// Figures for each column of a form that is one row without a label, or run into one, below words that the form
/// heads its columns with: its header may be broken beyond recognition.
std::size_t RowForms::bare_form(std::uint32_t row) const {
  constexpr std::size_t kLeastColumns = 10;
  const Row& r = rows_.rows[row];
  const auto most = most_cells(rows_, r);
  for (std::size_t form = 0; most >= kLeastColumns && form < format_.forms.size(); ++form) {
    const auto& blocks = format_.forms[form].blocks;
    const bool one_row =
        blocks.size() == 1 && blocks.front().rows.size() == 1 && blocks.front().rows.front().keys.front().empty();
    const std::size_t columns = blocks.empty() ? 0 : blocks.front().value_columns();
    if (one_row && r.last - r.first <= columns && columns <= most && is_headed(row, form)) {
      return form;
    }
  }
  return kNoForm;
}

bool RowForms::is_headed(std::uint32_t row, std::size_t form) const {
  constexpr std::uint32_t kRowsAbove = 12;
  for (auto above = row; above > 0 && row - above < kRowsAbove; --above) {
    const Row& r = rows_.rows[above - 1];
    if (has_figure(rows_, r)) {
      return false;
    }
    if (heads(r, form)) {
      return true;
    }
  }
  return false;
}

/// True if a word of the row holds the label over a group of the form's columns.
bool RowForms::heads(const Row& row, std::size_t form) const {
  return std::any_of(rows_.tokens + row.first, rows_.tokens + row.last, [&](const Token& token) {
    return std::any_of(format_.labels.begin(), format_.labels.end(), [&](const TemplateLabel& label) {
      return label.form == form && label.role == LabelRole::spanner &&
             token.key.find(label.key) != std::string_view::npos;
    });
  });
}

bool RowForms::is_whole_row(std::uint32_t row, std::size_t form) const {
  const Row& r = rows_.rows[row];
  if (r.table_row == 0) {
    return false;
  }
  const auto hits = hits_.of(row);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return is_sure(hit) && std::any_of(hit.labels.begin(), hit.labels.end(), [&](const TemplateLabel& label) {
             return label.form == form && label.role == LabelRole::row &&
                    r.last - hit.to == format_.forms[form].blocks[label.block].columns.size();
           });
  });
}

bool RowForms::is_row_of_figures(std::uint32_t row, std::size_t form) const {
  constexpr std::size_t kLeastColumns = 5;
  const Row& r = rows_.rows[row];
  if (r.layout != Layout::text || current_[row] != form) {
    return false;
  }
  std::size_t figures = 0;
  for (auto at = r.last; at > r.first && is_figure(rows_.tokens[at - 1]); --at) {
    ++figures;
  }
  const auto& blocks = format_.forms[form].blocks;
  return figures >= kLeastColumns && std::any_of(blocks.begin(), blocks.end(), [&](const TemplateBlock& block) {
           return block.value_columns() == figures;
         });
}

bool RowForms::is_piece_of_header(std::uint32_t row, std::size_t form) const {
  const Row& r = rows_.rows[row];
  const auto is_piece = [&](const Token& token) {
    constexpr std::size_t kSign = 3;  // a bracket alone
    return token.kind == TokenKind::label &&
           std::any_of(format_.labels.begin(), format_.labels.end(), [&](const TemplateLabel& label) {
             const bool heads = label.role == LabelRole::column || label.role == LabelRole::spanner ||
                                label.role == LabelRole::corner;
             const bool piece = token.key.empty() ? token.text.size() <= kSign
                                                  : label.key.find(token.key) != std::string_view::npos;
             return heads && label.form == form && piece;
           });
  };
  return r.layout == Layout::text && !r.prose && std::all_of(rows_.tokens + r.first, rows_.tokens + r.last, is_piece);
}

bool RowForms::ends_row_of_lines(std::uint32_t row, std::size_t form) const {
  constexpr std::size_t kLeastColumns = 5;
  const auto is_cell = [&](const Row& r) {
    return r.layout == Layout::text && r.last - r.first == 1 && is_figure(rows_.tokens[r.first]);
  };
  std::size_t cells = 0;
  while (cells <= row && is_cell(rows_.rows[row - cells])) {
    ++cells;
  }
  const auto& blocks = format_.forms[form].blocks;
  return current_[row] == form && cells >= kLeastColumns &&
         std::any_of(blocks.begin(), blocks.end(),
                     [&](const TemplateBlock& block) { return block.value_columns() == cells; });
}

bool RowForms::names(std::uint32_t row, std::size_t form) const {
  const auto hits = hits_.of(row);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.labels.has_form(form) && (is_sure(hit) || current_[row] == form);
  });
}

bool RowForms::belongs_elsewhere(std::uint32_t row, std::size_t form) const {
  const auto hits = hits_.of(row);
  return !hits.empty() && other_form(hits, form) && std::none_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return is_sure(hit) && hit.labels.has_form(form);
  });
}

RowSign RowForms::sign(std::uint32_t row, std::size_t form) const {
  RowSign result;
  result.header = is_header(rows_, rows_.rows[row], hits_.of(row), form);
  result.figures = has_figure(rows_, rows_.rows[row]);
  const bool heads = result.header || (result.figures && names_columns(hits_.of(row), form));
  for (const auto& hit : hits_.of(row)) {
    if (heads && hit.labels.has(LabelRole::spanner, form)) {
      result.spanners.push_back({hit.labels.first->hash, 1});
    }
  }
  // Of several labels in one row (a header and the first row behind it) the last is that of the figures.
  const auto hits = hits_.of(row);
  for (auto hit = hits.rbegin(); hit != hits.rend() && !result.label; ++hit) {
    const auto times = std::count_if(hit->labels.begin(), hit->labels.end(), [&](const TemplateLabel& label) {
      return label.form == form && label.role == LabelRole::row;
    });
    if (times > 0 && !result.header) {
      result.label = RowSign::Label{hit->labels.first->hash, static_cast<std::uint32_t>(times)};
    }
  }
  return result;
}

}  // namespace nianbao::forms
