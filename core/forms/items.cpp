#include "forms/items.hpp"

#include <algorithm>

#include "forms/empty_lines.hpp"
#include "forms/grouped_rows.hpp"

namespace nianbao::forms {
namespace {

class ItemBuilder {
 public:
  ItemBuilder(const Rows& rows, const TemplateForm& form, std::size_t form_index, const LabelIndex& index)
      : rows_(rows), template_(form), form_(form_index), index_(index), empty_(rows, form) {
    for (const auto& block : form.blocks) {
      most_figures_ = std::max(most_figures_, static_cast<std::uint32_t>(block.columns.size()));
      units_ = units_ || block.value_columns() != block.columns.size();
    }
  }

  Items run() {
    for (row_ = 0; row_ < rows_.rows.size(); ++row_) {
      add_row(rows_.rows[row_]);
    }
    if (empty_.any()) {
      fill();
    }
    return std::move(result_);
  }

 private:
  void add_row(const Row& row) {
    find_hits(rows_, row, index_, hits_);
    if (is_header(rows_, row, hits_, form_)) {
      if (!in_header_) {
        headers_.clear();
      }
      in_header_ = true;
      headers_.push_back(row_);
      return;
    }
    note_width();
    auto from = row.first;
    for (const auto end : segment_ends(row)) {
      add_segment(row, from, end);
      from = end;
    }
  }

  /// How many figures the row has whose label stands here.
  void note_width() {
    if (!empty_.any()) {
      return;
    }
    for (const auto& hit : hits_) {
      width_ = 0;
      for (const auto& label : hit.labels) {
        const bool row = label.form == form_ && label.role == LabelRole::row;
        width_ = row ? template_.blocks[label.block].columns.size() : width_;
      }
    }
  }

  /// Where label-and-figures pairs end: several may stand in one row. A label inside figures begins
  /// a new pair only in lines, or where it is a label of a row.
  std::vector<std::uint32_t> segment_ends(const Row& row) const {
    std::vector<std::uint32_t> ends;
    bool figures = false;
    for (auto at = row.first; at < row.last; ++at) {
      const bool label = is_label(rows_.tokens[at]) && (row.layout == Layout::text || is_row_label(at));
      if (label && figures) {
        ends.push_back(at);
        figures = false;
      }
      figures = figures || rows_.tokens[at].kind == TokenKind::number || rows_.tokens[at].kind == TokenKind::dash;
    }
    ends.push_back(row.last);
    return ends;
  }

  [[nodiscard]] bool is_label(const Token& token) const {
    return token.kind == TokenKind::label && !(units_ && token.unit);
  }

  [[nodiscard]] bool is_row_label(std::uint32_t at) const {
    return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& hit) {
      return hit.from <= at && at < hit.to && hit.labels.has(LabelRole::row, form_);
    });
  }

  /// The label ends behind its known words and those that follow them (behind that of a group stands a label
  /// that may be damaged), else behind the last word that is no figure.
  std::uint32_t label_end(const Row& row, std::uint32_t from, std::uint32_t to) const {
    if (row.layout != Layout::text) {
      for (auto hit = hits_.rbegin(); hit != hits_.rend(); ++hit) {
        const bool inside = hit->from >= from && hit->to <= to;
        if (inside && (hit->labels.has(LabelRole::row, form_) || hit->labels.has(LabelRole::group, form_))) {
          auto end = hit->to;
          while (end < to && is_label(rows_.tokens[end])) {
            ++end;
          }
          return end;
        }
      }
    }
    auto end = to;
    while (end > from && !is_label(rows_.tokens[end - 1])) {
      --end;
    }
    return end;
  }

  void add_segment(const Row& row, std::uint32_t from, std::uint32_t to) {
    const auto end = label_end(row, from, to);
    const bool number = has_number(end, to);
    const LabelPart label{row_, from, end, false};
    if (end == to && !(empty_.any() && has_words(label) && empty_.is_empty_row(row_, width_))) {
      add_part(label);
      return;
    }
    if (!has_words(label) && row.last - row.first <= 2 && extend_last(end, to, number)) {
      return;
    }
    Item item;
    item.row = row_;
    item.label = label;
    item.part = static_cast<std::uint32_t>(result_.parts.size());
    item.has_number = number;
    item.header_rows = headers_;
    item.figures.reserve(to - end);
    for (auto at = end; at < to; ++at) {
      item.figures.push_back(at);
    }
    if (end == to) {
      item.figures = empty_.empty_row(row_, width_);
    }
    if (empty_.any()) {
      lines_.push_back({has_words(label) || row_ == 0 ? row_ : row_ - 1, width_, {}});
      note_cells(end, to);
    }
    in_header_ = false;
    open_ = !has_words(label);
    result_.items.push_back(std::move(item));
    if (!number && has_words(label)) {
      result_.parts.push_back({row_, from, end, true});
    }
  }

  /// Cells one to a line: figures that follow figures belong to the same label.
  bool extend_last(std::uint32_t from, std::uint32_t to, bool number) {
    if (!open_ || result_.items.empty() || in_header_) {
      return false;
    }
    auto& last = result_.items.back();
    const bool new_parts = last.part != result_.parts.size();
    const bool unit =
        units_ && std::any_of(rows_.tokens + from, rows_.tokens + to, [](const Token& t) { return t.unit; });
    if (new_parts || (unit && last.has_number) || last.figures.size() + (to - from) > most_figures_) {
      return false;
    }
    for (auto at = from; at < to; ++at) {
      last.figures.push_back(at);
    }
    if (empty_.any()) {
      note_cells(from, to);
    }
    last.has_number = last.has_number || number;
    return true;
  }

  void note_cells(std::uint32_t from, std::uint32_t to) {
    for (auto at = from; at < to; ++at) {
      lines_.back().figures.push_back({at, row_});
    }
  }

  /// Empty cells that are empty lines.
  void fill() {
    auto figures = empty_.fill(lines_);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (!lines_[i].figures.empty()) {
        result_.items[i].figures = std::move(figures[i]);
      }
    }
  }

  void add_part(LabelPart part) {
    if (has_words(part)) {
      in_header_ = false;
      result_.parts.push_back(part);
    }
  }

  [[nodiscard]] bool has_words(const LabelPart& part) const {
    return std::any_of(rows_.tokens + part.from, rows_.tokens + part.to,
                       [](const Token& t) { return t.kind == TokenKind::label && !t.spanned; });
  }

  [[nodiscard]] bool has_number(std::uint32_t from, std::uint32_t to) const {
    return std::any_of(rows_.tokens + from, rows_.tokens + to,
                       [](const Token& t) { return t.kind == TokenKind::number; });
  }

  const Rows& rows_;
  const TemplateForm& template_;
  std::size_t form_;
  const LabelIndex& index_;
  EmptyLines empty_;
  std::vector<EmptyLines::Line> lines_;  ///< parallel to the items; none where empty lines are no cells
  Items result_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> headers_;
  std::uint32_t row_ = 0;
  std::uint32_t most_figures_ = 0;
  std::size_t width_ = 0;  ///< figures of the row whose label was seen last; 0: not known
  bool units_ = false;
  bool in_header_ = false;
  bool open_ = false;  ///< the last item may go on in the next row
};

}  // namespace

Items items_of(const Rows& rows, const TemplateForm& form, std::size_t form_index, const LabelIndex& index) {
  return with_groups_in_a_row(ItemBuilder(rows, form, form_index, index).run(), rows, form);
}

}  // namespace nianbao::forms
