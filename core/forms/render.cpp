// A form of a Report in the layout its notice prescribes.
#include <algorithm>

#include <nianbao/sdk/forms.hpp>

#include "forms/cell_facts.hpp"
#include "forms/row_numbers.hpp"

namespace nianbao::forms {
namespace {

using Path = std::vector<std::string_view>;

class TableMaker {
 public:
  TableMaker(const TemplateForm& form, const CellFacts& facts, const CellMarks* marks, Arena& arena)
      : form_(form), facts_(facts), marks_(marks), arena_(arena) {}

  Table run() {
    for (block_index_ = 0; block_index_ < form_.blocks.size(); ++block_index_) {
      width_ = std::max(width_, label_columns(form_.blocks[block_index_]) +
                                    static_cast<std::uint32_t>(shown_columns(form_.blocks[block_index_]).size()));
    }
    for (block_index_ = 0; block_index_ < form_.blocks.size(); ++block_index_) {
      add_block(form_.blocks[block_index_]);
    }
    return builder_.finish();
  }

 private:
  /// A form whose only row has no label prints no label column.
  static std::uint32_t label_columns(const TemplateBlock& block) {
    const bool labels = std::any_of(block.rows.begin(), block.rows.end(),
                                    [](const TemplateRow& row) { return !row.path.back().empty(); });
    return labels ? block.label_columns : 0;
  }

  /// Value columns are numbered without the unit columns.
  struct Column {
    const TemplateColumn* column = nullptr;
    std::uint32_t value = 0;
  };

  [[nodiscard]] std::vector<Column> shown_columns(const TemplateBlock& block) const {
    std::vector<Column> shown;
    std::uint32_t value = 0;
    for (const auto& column : block.columns) {
      const bool is_value = column.role == ColumnRole::value;
      if (!column.optional || (is_value && column_has_facts(block, value))) {
        shown.push_back({&column, value});
      }
      value += is_value ? 1 : 0;
    }
    return shown;
  }

  [[nodiscard]] bool column_has_facts(const TemplateBlock& block, std::uint32_t value) const {
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      if (facts_.find(block.cell(row, value)) != nullptr) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<std::uint32_t> shown_rows(const TemplateBlock& block) const {
    std::vector<std::uint32_t> shown;
    for (std::uint32_t row = 0; row < block.rows.size(); ++row) {
      bool any = !block.rows[row].optional;
      for (std::uint32_t value = 0; value < block.value_columns() && !any; ++value) {
        any = facts_.find(block.cell(row, value)) != nullptr;
      }
      if (any) {
        shown.push_back(row);
      }
    }
    return shown;
  }

  void add_block(const TemplateBlock& block) {
    const auto columns = shown_columns(block);
    if (!block.heading.empty()) {
      builder_.begin_row();
      add(block.heading, 1, width_, true);
    }
    add_header(block, columns);
    add_rows(block, columns);
  }

  /// Where a block has fewer columns than the form is wide, its last one takes the rest.
  [[nodiscard]] std::uint32_t span_of_last(const TemplateBlock& block, std::size_t columns) const {
    return width_ - label_columns(block) - static_cast<std::uint32_t>(columns) + 1;
  }

  void add_header(const TemplateBlock& block, const std::vector<Column>& columns) {
    std::size_t depth = 1;
    for (const auto& column : columns) {
      depth = std::max(depth, column.column->path.size());
    }
    for (std::size_t level = 0; level < depth; ++level) {
      builder_.begin_row();
      if (level == 0 && label_columns(block) > 0) {
        add(block.corner, static_cast<std::uint32_t>(depth), label_columns(block), true);
      }
      add_header_level(block, columns, level, depth);
    }
  }

  void add_header_level(const TemplateBlock& block, const std::vector<Column>& columns, std::size_t level,
                        std::size_t depth) {
    for (std::size_t i = 0; i < columns.size();) {
      const Path& path = columns[i].column->path;
      std::size_t end = i + 1;
      const bool group = level + 1 < path.size();
      while (group && end < columns.size() && shared(path, columns[end].column->path) > level &&
             columns[end].column->path.size() > level + 1) {
        ++end;
      }
      if (level < path.size()) {
        const auto extra = end == columns.size() ? span_of_last(block, columns.size()) - 1 : 0;
        add(path[level], static_cast<std::uint32_t>(group ? 1 : depth - level),
            static_cast<std::uint32_t>(end - i) + extra, true);
      }
      i = end;
    }
  }

  void add_rows(const TemplateBlock& block, const std::vector<Column>& columns) {
    const auto rows = shown_rows(block);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      builder_.begin_row();
      add_labels(block, rows, i);
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto span = c + 1 == columns.size() ? span_of_last(block, columns.size()) : 1;
        add_figure(block, rows[i], columns[c], span);
      }
    }
  }

  void add_labels(const TemplateBlock& block, const std::vector<std::uint32_t>& rows, std::size_t i) {
    const auto count = label_columns(block);
    const Path& path = block.rows[rows[i]].path;
    if (count == 1) {
      add(numbered_label(block, rows, i), 1, 1, false);
    }
    if (count <= 1) {
      return;
    }
    const std::size_t above = i == 0 ? 0 : shared(block.rows[rows[i - 1]].path, path);
    for (std::size_t level = above; level < path.size(); ++level) {
      const bool own = level + 1 == path.size();
      std::size_t end = i + 1;
      while (!own && end < rows.size() && shared(block.rows[rows[end]].path, path) > level) {
        ++end;
      }
      add(path[level], static_cast<std::uint32_t>(end - i), own ? count - static_cast<std::uint32_t>(level) : 1, false);
    }
  }

  void add_figure(const TemplateBlock& block, std::uint32_t row, const Column& column, std::uint32_t span) {
    if (column.column->role == ColumnRole::unit) {
      add(block.rows[row].unit, 1, span, false);
      return;
    }
    const auto* fact = facts_.find(block.cell(row, column.value));
    Cell& cell = add(fact != nullptr ? figure_text(*fact) : std::string(), 1, span, false);
    const auto* mark =
        marks_ != nullptr ? marks_->at(static_cast<std::uint32_t>(block_index_), row, column.value) : nullptr;
    if (mark != nullptr) {
      cell.shaded = mark->shaded;
      cell.remark = arena_.store(mark->remark);
      cell.missing = mark->absent;
    }
  }

  Cell& add(std::string_view text, std::uint32_t rowspan, std::uint32_t colspan, bool header) {
    Cell cell;
    cell.text.chars = arena_.store(text);
    cell.rowspan = rowspan;
    cell.colspan = colspan;
    cell.header = header;
    return builder_.add(std::move(cell));
  }

  const TemplateForm& form_;
  const CellFacts& facts_;
  const CellMarks* marks_;
  Arena& arena_;
  TableBuilder builder_;
  std::size_t block_index_ = 0;
  std::uint32_t width_ = 0;
};

Block paragraph(std::string_view text, Role role, Arena& arena) {
  Block block;
  block.body = Paragraph{role, Text{arena.store(text), {}, {}}};
  return block;
}

std::string filled(std::string_view text, const Report& report) {
  std::string result(text);
  const auto replace = [&](std::string_view slot, const std::string& value) {
    const auto at = result.find(slot);
    if (at != std::string::npos) {
      result.replace(at, slot.size(), value);
    }
  };
  replace("{year}", report.year == 0 ? std::string() : std::to_string(report.year));
  replace("{issuer}", std::string(report.issuer));
  return result;
}

std::string signoff_value(const SignOff& signoff, std::string_view field) {
  const std::string_view text = field == "responsible" ? signoff.responsible
                                : field == "reviewer"  ? signoff.reviewer
                                : field == "preparer"  ? signoff.preparer
                                : field == "phone"     ? signoff.phone
                                                       : std::string_view();
  if (field != "date" || signoff.date.empty()) {
    return std::string(text);
  }
  return std::to_string(signoff.date.year) + "年" + std::to_string(signoff.date.month) + "月" +
         std::to_string(signoff.date.day) + "日";
}

void add_notes(const Report& report, const TemplateForm& form, std::uint32_t instance, Arena& arena,
               std::vector<Block>& blocks) {
  std::vector<std::string_view> notes = form.notes;
  for (const auto& own : report.forms) {
    if (own.id == form.id && own.instance == instance) {
      for (const auto& note : own.notes) {
        if (std::find(notes.begin(), notes.end(), note.text) == notes.end()) {
          notes.push_back(note.text);
        }
      }
    }
  }
  for (const auto note : notes) {
    blocks.push_back(paragraph(note, Role::note, arena));
  }
}

}  // namespace

std::vector<Block> render(const Report& report, const Template& /*format*/, const TemplateForm& form,
                          std::uint32_t instance, const FormatContext& context, Arena& arena) {
  std::vector<Block> blocks;
  if (!form.caption.empty()) {
    blocks.push_back(paragraph(filled(form.caption, report), Role::caption, arena));
  }
  for (const auto line : form.lead) {
    blocks.push_back(paragraph(filled(line, report), Role::caption, arena));
  }
  const CellFacts facts(report, form, instance);
  Block table;
  table.body = TableMaker(form, facts, context.marks, arena).run();
  blocks.push_back(std::move(table));
  add_notes(report, form, instance, arena, blocks);
  for (const auto& line : form.signoff_labels) {
    blocks.push_back(
        paragraph(std::string(line.label) + "：" + signoff_value(report.signoff, line.field), Role::signoff, arena));
  }
  return blocks;
}

}  // namespace nianbao::forms
