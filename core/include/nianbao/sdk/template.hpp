// A report format as data: its forms, their rows and columns, and what each cell means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// Years from..to, both inclusive; 0 is open.
struct YearRange {
  std::int16_t from = 0;
  std::int16_t to = 0;
  [[nodiscard]] bool open() const noexcept { return from == 0 && to == 0; }
  [[nodiscard]] bool contains(int year) const noexcept {
    return (from == 0 || year >= from) && (to == 0 || year <= to);
  }
};

/// What a column is for.
enum class ColumnRole {
  value,  ///< holds figures
  unit,   ///< holds the unit of the row's figure (legacy tables)
};

/// A column of figures (or of units). `path` are its header labels from the outermost group to its
/// own; `aliases` other wordings of the own label. Label columns are not listed.
struct TemplateColumn {
  ColumnRole role = ColumnRole::value;
  std::vector<std::string_view> path;
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> keys;  ///< forms::match_key of its own label and of the aliases
  std::string_view unit;               ///< unit the header states (万元); empty if none
  bool optional = false;  ///< its absence is no structure finding; printed only where the report has figures for it
  YearRange years;        ///< of the reports whose form prints it, where the form changed over the years
};

/// A row of a form. `path` are its labels from the outermost group to its own. A row without
/// figures (一、主动公开情况) has `figures == false` and is only printed and used as a landmark.
struct TemplateRow {
  std::vector<std::string_view> path;
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> keys;  ///< forms::match_key of its own label and of the aliases
  std::string_view unit;               ///< as the form prints it; empty where the form has no unit column
  bool figures = true;
  bool optional = false;  ///< its absence is no structure finding; printed only where the report has figures for it
  YearRange years;        ///< of the reports whose form prints it, where the form changed over the years
};

/// What the cell at a row and a value column means. `present == false`: the form has no such cell.
struct TemplateCell {
  bool present = false;
  ConceptKey key;
  std::string_view unit;     ///< unit the form asks for, as printed; may differ from the concept's canonical unit
  std::string_view meaning;  ///< set where the form prints the concept with another meaning
};

/// A group of rows that has a meaning of its own. The form prints only its members; a document that
/// gives the group figures in one row ((六)其他处理) is read with it.
struct TemplateGroup {
  std::vector<std::string_view> path;
  std::vector<std::string_view> aliases;
  std::vector<std::string_view> keys;  ///< forms::match_key of its own label and of the aliases
  std::uint32_t first_row = 0;  ///< its members are the rows [first_row, end_row) of the block
  std::uint32_t end_row = 0;
  std::vector<TemplateCell> cells;  ///< one for each value column
};

/// A table of a form: one heading, one set of columns, its rows. Table 2 of the standard forms has
/// several blocks under each other, most forms have one.
struct TemplateBlock {
  std::string_view heading;  ///< 第二十条第（一）项; empty if none
  std::string_view corner;   ///< text over the label column(s): 统计指标, 信息内容
  std::uint32_t label_columns = 1;
  std::vector<TemplateColumn> columns;
  std::vector<TemplateRow> rows;
  std::vector<TemplateGroup> groups;
  std::vector<TemplateCell> cells;  ///< rows × value columns, row by row

  /// How many of the columns hold figures.
  [[nodiscard]] std::uint32_t value_columns() const noexcept;
  /// Row from 0, value column from 0 (unit columns are not counted).
  [[nodiscard]] const TemplateCell& cell(std::size_t row, std::size_t column) const noexcept {
    return cells[row * value_columns() + column];
  }
};

/// A line of the sign-off: the field of SignOff it shows and its label.
struct SignOffLabel {
  std::string_view field;  ///< responsible, reviewer, preparer, phone, date
  std::string_view label;  ///< 单位负责人
};

/// One form of a format: how it is called and printed, and its blocks.
struct TemplateForm {
  std::string_view id;                  ///< table-2, statistics …
  Message title;                        ///< 表二 …: how messages call it
  std::string_view caption;             ///< printed over the form; empty if none
  std::vector<std::string_view> lead;   ///< lines under the caption; {year} and {issuer} are filled in
  std::vector<std::string_view> notes;  ///< printed under the form
  bool signoff = false;                 ///< the sign-off block (单位负责人 …) is printed under it
  std::vector<SignOffLabel> signoff_labels;
  std::vector<TemplateBlock> blocks;
};

/// What a label of a form labels.
enum class LabelRole {
  row,      ///< a row
  group,    ///< a group of rows
  column,   ///< a column
  spanner,  ///< a group of columns
  heading,  ///< a block
  corner,   ///< the label column
};

/// A label by which a form is known. `key` is what forms::match_key gives for the printed text.
struct TemplateLabel {
  std::string_view key;
  std::uint64_t hash = 0;  ///< forms::label_hash of the key
  LabelRole role = LabelRole::row;
  std::uint16_t form = 0;   ///< index into Template::forms
  std::uint16_t block = 0;  ///< index into TemplateForm::blocks
  std::uint16_t index = 0;  ///< of the row or column in its block; of the first one for a group
};

/// A part of a section, at level 2: （一）主动公开.
struct TemplatePart {
  SectionKind kind = SectionKind::overview;
  std::string_view number;
  std::string_view heading;
  std::vector<SectionKind> takes;  ///< narrative of these kinds belongs here; empty: of its own kind
};

/// A section the format prescribes. `forms` is empty for narrative.
struct TemplateSection {
  SectionKind kind = SectionKind::overview;
  std::string_view number;
  std::string_view heading;
  std::vector<std::string_view> forms;
  bool attachment = false;  ///< stands after the body, as 附件
  /// Narrative of these kinds belongs here, when a report is converted to this format. Empty: of its
  /// own kind where the section has no forms, and of none where it has: such a section holds tables alone.
  std::vector<SectionKind> takes;
  /// First words of the concepts whose figures are told here where a report is put into sentences.
  std::vector<std::string_view> tells;
  std::vector<TemplatePart> parts;  ///< prescribed parts; a kind taken by a part is not taken by its section
};

/// A template as loaded, with `extends` resolved. Immutable; thread-safe. Texts are views into its
/// own arena. Owned by the host, lives until exit.
class Template {
 public:
  std::string_view id;
  Message title;
  std::string_view family;
  YearRange in_force;
  std::string_view basis;
  /// Title of a report in this format, with {issuer} and {year}: `{issuer}{year}年政府信息公开工作年度报告`.
  std::string_view report_title;
  std::string_view extends;  ///< id of the base; empty if none
  /// Where a derived format wins over its base without one of its differences being seen.
  struct AppliesTo {
    std::vector<std::string_view> jurisdictions;  ///< names or GB/T 2260 codes
    YearRange years;
  } applies_to;
  std::vector<TemplateSection> sections;
  std::vector<TemplateForm> forms;
  std::vector<TemplateLabel> labels;  ///< of all forms, aliases too, sorted by hash; made by the loader
  std::string file;                   ///< where it was loaded from

  /// The form of this id; null if there is none.
  [[nodiscard]] const TemplateForm* form(std::string_view form_id) const noexcept;
  /// The memory of the texts.
  [[nodiscard]] Arena& arena() noexcept { return arena_; }

 private:
  Arena arena_;
};

}  // namespace nianbao
