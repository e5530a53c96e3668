// Rows and columns of a template as YAML writes them: nested groups become paths.
#include <algorithm>

#include "report/template_spec.hpp"
#include "yaml/fields.hpp"

namespace nianbao::template_yaml {
namespace {

const std::vector<std::string_view> kRowKeys{"label",   "group",   "aliases",  "concept", "dims", "unit",
                                             "meaning", "figures", "optional", "years",   "rows", "cells"};
const std::vector<std::string_view> kColumnKeys{"label",   "group", "aliases",  "concept", "dims",   "unit",
                                                "meaning", "role",  "optional", "years",   "columns"};

DimSpec read_dims(const yaml::Node* node, yaml::Faults& faults) {
  DimSpec dims;
  if (node == nullptr) {
    return dims;
  }
  if (!node->is_mapping()) {
    faults.add(node->at, {"“dims”应当写作{维度: 成员}。", "\"dims\" must be written as {dimension: member}."});
    return dims;
  }
  for (const auto& entry : node->entries) {
    if (entry.value->is_scalar()) {
      dims[entry.key] = entry.value->text;
    } else {
      faults.add(entry.value->at, {"维度的成员应当是文字。", "The member of a dimension must be a text."});
    }
  }
  return dims;
}

BindingSpec read_binding(const yaml::Fields& fields, yaml::Faults& faults) {
  return {fields.text("concept"), read_dims(fields.find("dims"), faults), fields.text("unit"), fields.text("meaning")};
}

std::vector<CellSpec> read_cells(const yaml::Node* node, yaml::Faults& faults) {
  std::vector<CellSpec> cells;
  if (node == nullptr) {
    return cells;
  }
  if (!node->is_sequence()) {
    faults.add(node->at, {"“cells”应当是列表。", "\"cells\" must be a list."});
    return cells;
  }
  for (const auto& item : node->items) {
    const yaml::Fields fields(*item, {"column", "none", "concept", "dims", "unit", "meaning"}, faults);
    cells.push_back({fields.required("column"), fields.flag("none", false), read_binding(fields, faults), item->at});
  }
  return cells;
}

std::string joined(const std::string& base, const std::string& id) {
  return !id.empty() && id.front() == '.' ? base + id : id;
}

/// Reads lines below a group; what the group says holds for all of them unless they say otherwise.
class LineReader {
 public:
  LineReader(bool columns, yaml::Faults& faults) : columns_(columns), faults_(faults) {}

  void read(const yaml::Node& list, const std::vector<std::string>& path, const BindingSpec& inherited,
            std::uint32_t label_columns = 1) {
    if (!list.is_sequence()) {
      faults_.add(list.at, {"行或列应当写成列表。", "Rows and columns are written as a list."});
      return;
    }
    for (const auto& item : list.items) {
      read_item(*item, path, inherited, label_columns);
    }
  }

  std::vector<LineSpec> take() { return std::move(lines_); }

 private:
  [[nodiscard]] const char* below() const { return columns_ ? "columns" : "rows"; }

  void read_item(const yaml::Node& node, const std::vector<std::string>& path, const BindingSpec& inherited,
                 std::uint32_t label_columns) {
    LineSpec line = read_line(node, columns_, faults_);
    line.path.insert(line.path.begin(), path.begin(), path.end());
    line.binding = merged(inherited, line.binding);
    line.label_columns = label_columns;
    const yaml::Node* members = node.find(below());
    if (node.find("group") == nullptr) {
      const auto own_path = line.path;
      lines_.push_back(std::move(line));
      if (members != nullptr) {
        read(*members, own_path, {}, label_columns);
      }
      return;
    }
    if (members == nullptr) {
      faults_.add(node.at, {"分组“" + line.path.back() + "”下没有" + (columns_ ? "列" : "行") + "。",
                            "Group \"" + line.path.back() + "\" has no " + below() + "."});
      return;
    }
    add_group(std::move(line), *members);
  }

  void add_group(LineSpec group, const yaml::Node& members) {
    const auto path = group.path;
    const auto binding = group.binding;
    const auto below_it = group.label_columns + 1;
    if (!columns_ && !binding.concept_id.empty()) {
      group.members_only = true;
      lines_.push_back(std::move(group));
    }
    read(members, path, binding, below_it);
  }

  static BindingSpec merged(const BindingSpec& outer, BindingSpec inner) {
    inner.concept_id = joined(outer.concept_id, inner.concept_id);
    for (const auto& [name, member] : outer.dims) {
      inner.dims.emplace(name, member);
    }
    if (inner.unit.empty()) {
      inner.unit = outer.unit;
    }
    return inner;
  }

  bool columns_;
  yaml::Faults& faults_;
  std::vector<LineSpec> lines_;
};

ColumnRole read_role(const yaml::Fields& fields, yaml::Faults& faults) {
  const auto role = fields.text("role");
  if (role == "unit") {
    return ColumnRole::unit;
  }
  if (!role.empty() && role != "value") {
    faults.add(fields.find("role")->at, {"“role”只能是value或unit。", "\"role\" is value or unit."});
  }
  return ColumnRole::value;
}

}  // namespace

LineSpec read_line(const yaml::Node& node, bool columns, yaml::Faults& faults) {
  const yaml::Fields fields(node, columns ? kColumnKeys : kRowKeys, faults);
  LineSpec line;
  line.at = node.at;
  // The label may be empty (the one row of table 4), but it must be said.
  line.path = {fields.has("group") ? fields.required("group") : fields.text("label")};
  if (!fields.has("group") && !fields.has("label")) {
    faults.add(node.at, {"缺少“label”或“group”。", "\"label\" or \"group\" is missing."});
  }
  line.aliases = fields.texts("aliases");
  line.binding = read_binding(fields, faults);
  line.years = read_years(fields, "years", faults);
  line.optional = fields.flag("optional", false) || !line.years.open();
  if (columns) {
    line.role = read_role(fields, faults);
  } else {
    line.figures = fields.flag("figures", true);
    line.cells = read_cells(fields.find("cells"), faults);
  }
  return line;
}

std::vector<LineSpec> read_lines(const yaml::Node& node, bool columns, yaml::Faults& faults) {
  LineReader reader(columns, faults);
  reader.read(node, {}, {});
  return reader.take();
}

}  // namespace nianbao::template_yaml
