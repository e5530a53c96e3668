// Makes a Template of its specification: cells from rows and columns, label keys, texts in its arena.
#include <algorithm>

#include <nianbao/sdk/forms.hpp>

#include "report/template_spec.hpp"

namespace nianbao::template_yaml {
namespace {

class Compiler {
 public:
  Compiler(const TemplateSpec& spec, yaml::Faults& faults) : spec_(spec), faults_(faults) {}

  Template run() {
    result_.id = keep(spec_.id);
    result_.title = spec_.title;
    result_.family = keep(spec_.family);
    result_.in_force = spec_.in_force;
    result_.basis = keep(spec_.basis);
    result_.report_title = keep(spec_.report_title);
    result_.extends = keep(spec_.extends);
    result_.applies_to = {keep(spec_.jurisdictions), spec_.years};
    for (const auto& section : spec_.sections) {
      add_section(section);
    }
    for (const auto& form : spec_.forms) {
      result_.forms.push_back(make_form(form));
    }
    check_sections();
    std::stable_sort(result_.labels.begin(), result_.labels.end(),
                     [](const TemplateLabel& a, const TemplateLabel& b) { return a.hash < b.hash; });
    return std::move(result_);
  }

 private:
  std::string_view keep(const std::string& text) { return result_.arena().store(text); }
  std::vector<std::string_view> keep(const std::vector<std::string>& texts) {
    std::vector<std::string_view> kept;
    kept.reserve(texts.size());
    for (const auto& text : texts) {
      kept.push_back(keep(text));
    }
    return kept;
  }

  std::vector<std::string_view> keys_of(const LineSpec& line) {
    std::vector<std::string_view> keys{keep(forms::match_key(line.path.back()))};
    for (const auto& alias : line.aliases) {
      keys.push_back(keep(forms::match_key(alias)));
    }
    return keys;
  }

  void add_section(const SectionSpec& spec) {
    TemplateSection section;
    section.kind = spec.kind;
    section.number = keep(spec.number);
    section.heading = keep(spec.heading);
    section.forms = keep(spec.forms);
    section.attachment = spec.attachment;
    section.takes = spec.takes;
    for (const auto& told : spec.tells) {
      section.tells.push_back(keep(told));
    }
    for (const auto& part : spec.parts) {
      section.parts.push_back({part.kind, keep(part.number), keep(part.heading), part.takes});
    }
    result_.sections.push_back(std::move(section));
  }

  void check_sections() {
    for (const auto& section : result_.sections) {
      for (const auto form : section.forms) {
        if (result_.form(form) == nullptr) {
          const std::string id(form);
          faults_.add({}, {"章节“" + std::string(section.heading) + "”引用的表“" + id + "”不存在。",
                           "Section \"" + std::string(section.heading) + "\" names form \"" + id +
                               "\", which does not exist."});
        }
      }
    }
  }

  TemplateForm make_form(const FormSpec& spec) {
    TemplateForm form;
    form.id = keep(spec.id);
    form.title = spec.title.empty() ? Message{spec.id, spec.id} : spec.title;
    form.caption = keep(spec.caption);
    form.lead = keep(spec.lead);
    form.notes = keep(spec.notes);
    form.signoff = !spec.signoff.empty();
    for (const auto& [field, label] : spec.signoff) {
      form.signoff_labels.push_back({keep(field), keep(label)});
    }
    for (const auto& block : spec.blocks) {
      block_ = static_cast<std::uint16_t>(form.blocks.size());
      form.blocks.push_back(make_block(block));
    }
    return form;
  }

  TemplateBlock make_block(const BlockSpec& spec) {
    TemplateBlock block;
    block.heading = keep(spec.heading);
    block.corner = keep(spec.corner);
    add_label(block.heading, LabelRole::heading, 0);
    add_label(block.corner, LabelRole::corner, 0);
    std::vector<const LineSpec*> value_columns;
    for (const auto& column : spec.columns) {
      add_column(block, column);
      if (column.role == ColumnRole::value) {
        value_columns.push_back(&column);
      }
    }
    if (value_columns.empty()) {
      faults_.add(spec.at, {"表没有数据列。", "The table has no column of figures."});
    }
    for (const auto& row : spec.rows) {
      add_row(block, row, value_columns);
    }
    close_groups(block);
    return block;
  }

  void add_column(TemplateBlock& block, const LineSpec& spec) {
    TemplateColumn column;
    column.role = spec.role;
    column.path = keep(spec.path);
    column.aliases = keep(spec.aliases);
    column.keys = keys_of(spec);
    column.unit = keep(spec.binding.unit);
    column.optional = spec.optional;
    column.years = spec.years;
    const auto index = block.columns.size();
    add_labels(column.path, column.aliases, LabelRole::column, LabelRole::spanner, index);
    block.columns.push_back(std::move(column));
  }

  void add_row(TemplateBlock& block, const LineSpec& spec, const std::vector<const LineSpec*>& columns) {
    if (spec.members_only) {
      TemplateGroup group;
      group.path = keep(spec.path);
      group.aliases = keep(spec.aliases);
      group.keys = keys_of(spec);
      group.first_row = static_cast<std::uint32_t>(block.rows.size());
      for (const auto* column : columns) {
        group.cells.push_back(make_cell(spec, *column));
      }
      add_labels(group.path, group.aliases, LabelRole::group, LabelRole::group, group.first_row);
      block.groups.push_back(std::move(group));
      return;
    }
    TemplateRow row;
    row.path = keep(spec.path);
    row.aliases = keep(spec.aliases);
    row.keys = keys_of(spec);
    row.unit = keep(spec.binding.unit);
    row.figures = spec.figures;
    row.optional = spec.optional;
    row.years = spec.years;
    block.label_columns = std::max(block.label_columns, spec.label_columns);
    add_labels(row.path, row.aliases, LabelRole::row, LabelRole::group, block.rows.size());
    for (const auto* column : columns) {
      block.cells.push_back(make_cell(spec, *column));
    }
    block.rows.push_back(std::move(row));
  }

  static void close_groups(TemplateBlock& block) {
    for (auto& group : block.groups) {
      group.end_row = group.first_row;
      while (group.end_row < block.rows.size() && begins_with(block.rows[group.end_row].path, group.path)) {
        ++group.end_row;
      }
    }
  }

  static bool begins_with(const std::vector<std::string_view>& path, const std::vector<std::string_view>& prefix) {
    return path.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
  }

  TemplateCell make_cell(const LineSpec& row, const LineSpec& column) {
    TemplateCell cell;
    BindingSpec own;
    bool none = !row.figures;
    for (const auto& special : row.cells) {
      if (special.column == column.path.back()) {
        own = special.binding;
        none = none || special.none;
      }
    }
    if (none) {
      return cell;
    }
    cell.present = true;
    cell.key.id = keep(concept_of(own, row, column));
    for (const DimSpec* dims :
         std::initializer_list<const DimSpec*>{&column.binding.dims, &row.binding.dims, &own.dims}) {
      for (const auto& [name, member] : *dims) {
        cell.key.dims.set(keep(name), keep(member));
      }
    }
    cell.unit = keep(first_of(own.unit, row.binding.unit, column.binding.unit));
    cell.meaning = keep(first_of(own.meaning, row.binding.meaning, column.binding.meaning));
    if (cell.key.id.empty() || cell.key.id.front() == '.') {
      faults_.add(row.at,
                  {"“" + row.path.back() + "”与“" + column.path.back() + "”相交的单元格没有指标（concept）。",
                   "The cell of \"" + row.path.back() + "\" and \"" + column.path.back() + "\" has no concept."});
    }
    return cell;
  }

  static const std::string& first_of(const std::string& a, const std::string& b, const std::string& c) {
    return !a.empty() ? a : !b.empty() ? b : c;
  }

  static std::string concept_of(const BindingSpec& own, const LineSpec& row, const LineSpec& column) {
    if (!own.concept_id.empty()) {
      return own.concept_id;
    }
    const auto& a = row.binding.concept_id;
    const auto& b = column.binding.concept_id;
    if (!b.empty() && b.front() == '.') {
      return a + b;
    }
    return !b.empty() && a.empty() ? b : !a.empty() && a.front() == '.' ? b + a : a;
  }

  void add_labels(const std::vector<std::string_view>& path, const std::vector<std::string_view>& aliases,
                  LabelRole own, LabelRole above, std::size_t index) {
    add_label(path.back(), own, index);
    for (const auto alias : aliases) {
      add_label(alias, own, index);
    }
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      add_label(path[i], above, index);
    }
  }

  void add_label(std::string_view text, LabelRole role, std::size_t index) {
    const auto key = forms::match_key(text);
    if (key.empty()) {
      return;
    }
    const auto form = static_cast<std::uint16_t>(result_.forms.size());
    const bool known = std::any_of(result_.labels.begin(), result_.labels.end(), [&](const TemplateLabel& l) {
      return l.key == key && l.form == form && l.block == block_ && l.role == role &&
             (role == LabelRole::group || role == LabelRole::spanner || l.index == index);
    });
    if (!known) {
      result_.labels.push_back(
          {keep(key), forms::label_hash(key), role, form, block_, static_cast<std::uint16_t>(index)});
    }
  }

  const TemplateSpec& spec_;
  yaml::Faults& faults_;
  Template result_;
  std::uint16_t block_ = 0;
};

}  // namespace

Template compile(const TemplateSpec& spec, yaml::Faults& faults) { return Compiler(spec, faults).run(); }

}  // namespace nianbao::template_yaml
