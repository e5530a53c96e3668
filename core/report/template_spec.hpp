// A template between YAML and its final form: groups are resolved to paths, cells are not yet made.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/sdk/template.hpp>

#include "yaml/fields.hpp"
#include "yaml/node.hpp"

namespace nianbao::template_yaml {

/// dimension → member
using DimSpec = std::map<std::string, std::string>;

/// What a row, a column or a cell says of the figures in it.
struct BindingSpec {
  std::string concept_id;  ///< .suffix is appended to the other side's
  DimSpec dims;
  std::string unit;
  std::string meaning;
};

struct CellSpec {
  std::string column;  ///< label of the column
  bool none = false;   ///< the form has no such cell
  BindingSpec binding;
  yaml::Mark at;
};

/// A row or a column.
struct LineSpec {
  std::vector<std::string> path;
  std::vector<std::string> aliases;
  BindingSpec binding;
  ColumnRole role = ColumnRole::value;
  bool figures = true;
  bool optional = false;
  YearRange years;
  bool members_only = false;        ///< a group's own row: read, never printed
  std::uint32_t label_columns = 1;  ///< of the label and the groups around it
  std::vector<CellSpec> cells;      ///< rows only
  yaml::Mark at;
};

struct BlockSpec {
  std::string heading;
  std::string corner;
  std::vector<LineSpec> columns;
  std::vector<LineSpec> rows;
  yaml::Mark at;
};

struct FormSpec {
  std::string id;
  Message title;
  std::string caption;
  std::vector<std::string> lead;
  std::vector<std::string> notes;
  std::vector<std::pair<std::string, std::string>> signoff;  ///< field, label
  std::vector<BlockSpec> blocks;
  yaml::Mark at;
};

struct PartSpec {
  SectionKind kind = SectionKind::overview;
  std::string number;
  std::string heading;
  std::vector<SectionKind> takes;
};

struct SectionSpec : PartSpec {
  std::vector<std::string> forms;
  std::vector<std::string> tells;
  bool attachment = false;
  std::vector<PartSpec> parts;
};

struct TemplateSpec {
  std::string id;
  Message title;
  std::string family;
  YearRange in_force;
  std::string basis;
  std::string report_title;
  std::string extends;
  std::vector<std::string> jurisdictions;
  YearRange years;
  std::vector<SectionSpec> sections;
  std::vector<FormSpec> forms;
};

/// Reads a template; what it extends is copied from the base first. Faults are told; the result is
/// only to be used where none was.
[[nodiscard]] TemplateSpec read_template(const yaml::Node& root, const TemplateSpec* base, yaml::Faults& faults);
/// Applies the `changes` of a form to what it has from its base.
void apply_changes(const yaml::Node& changes, FormSpec& form, yaml::Faults& faults);
/// Rows or columns as written under `rows:` or `columns:`.
[[nodiscard]] std::vector<LineSpec> read_lines(const yaml::Node& node, bool columns, yaml::Faults& faults);
/// One row or column without what stands under it.
[[nodiscard]] LineSpec read_line(const yaml::Node& node, bool columns, yaml::Faults& faults);
/// Makes the template's cells, labels and texts.
[[nodiscard]] Template compile(const TemplateSpec& spec, yaml::Faults& faults);

/// 2021.. | ..2018 | 2014..2018 | 2019
[[nodiscard]] YearRange read_years(const yaml::Fields& fields, std::string_view key, yaml::Faults& faults);

}  // namespace nianbao::template_yaml
