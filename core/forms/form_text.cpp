#include "forms/form_text.hpp"

#include <nianbao/sdk/text.hpp>

#include "text/joined.hpp"

namespace nianbao::forms {
namespace {

std::string quoted_zh(std::string_view text) { return "“" + std::string(text) + "”"; }
std::string quoted_en(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::vector<std::string> short_labels(const std::vector<std::string_view>& labels) {
  std::vector<std::string> result;
  result.reserve(labels.size());
  for (const auto label : labels) {
    result.push_back(short_label(label));
  }
  return result;
}

}  // namespace

std::string short_label(std::string_view label) {
  auto key = label_key(label).key;
  return key.empty() ? std::string(label) : key;
}

Message cell_name(const TemplateForm& form, const FigureRow& row, std::uint32_t value_column) {
  const auto& block = form.blocks[row.block];
  const auto& path = row.group ? block.groups[row.row].path : block.rows[row.row].path;
  Message name = form.title;
  const auto add = [&](std::string_view label) {
    name.zh += "·" + short_label(label);
    name.en += ", " + short_label(label);
  };
  if (!path.back().empty()) {
    add(path.back());
  }
  if (block.value_columns() > 1) {
    std::uint32_t index = 0;
    for (const auto& column : block.columns) {
      if (column.role == ColumnRole::value && index++ == value_column) {
        for (const auto label : column.path) {
          add(label);
        }
      }
    }
  }
  return name;
}

Message foreign_unit(const Message& cell, std::string_view text, std::string_view printed, std::string_view asked) {
  return {cell.zh + "：填报为" + quoted_zh(text) + "，单位是" + quoted_zh(printed) + "，本栏应以" + quoted_zh(asked) +
              "计。请核对数字和单位。",
          cell.en + ": reads " + quoted_en(text) + ", counted in " + quoted_en(printed) + "; this cell asks for " +
              quoted_en(asked) + ". Check the figure and its unit."};
}

Message no_unit(const Message& cell, std::string_view text) {
  return {cell.zh + "：填报为" + quoted_zh(text) + "，没有写明金额单位，按万元读取。请核对单位。",
          cell.en + ": reads " + quoted_en(text) + " without a unit of money; taken as 万元. Check the unit."};
}

Message misplaced(const Message& cell, std::string_view unit_cell, std::string_view value_cell) {
  if (value_cell.empty()) {
    return {cell.zh + "：单位栏填了" + quoted_zh(unit_cell) + "，统计数栏为空，数字可能错填在单位栏。请核对。",
            cell.en + ": the unit column holds " + quoted_en(unit_cell) +
                " and the count is blank; the figure may stand in the wrong column. Check it."};
  }
  return {cell.zh + "：单位栏填了数字" + quoted_zh(unit_cell) + "，统计数栏填了" + quoted_zh(value_cell) +
              "，有一处错位。请核对哪一个是统计数。",
          cell.en + ": the unit column holds the figure " + quoted_en(unit_cell) + " and the count column " +
              quoted_en(value_cell) + "; one of them is misplaced. Check which is the count."};
}

Message rows_missing(const TemplateForm& form, const std::vector<std::string_view>& labels) {
  const auto names = short_labels(labels);
  if (names.size() == 1 && names.front().empty()) {
    return {form.title.zh + "：未能读出数据行。请核对原件。",
            form.title.en + ": its row of figures could not be read. Check the original."};
  }
  return {form.title.zh + "：缺少以下各行：" + joined(names, "、") + "。请核对表格是否完整。",
          form.title.en + ": these rows are missing: " + joined(names, ", ") + ". Check that the table is complete."};
}

Message cells_without_trace(const TemplateForm& form, const std::vector<std::string_view>& labels) {
  auto names = short_labels(labels);
  for (auto& name : names) {
    name = name.empty() ? "数据行" : name;
  }
  return {form.title.zh + "：以下各行的数字少于列数，空白单元格没有留下位置：" + joined(names, "、") +
              "。请核对这些数字属于哪一列。",
          form.title.en + ": these rows have fewer figures than columns, blank cells left no trace: " +
              joined(names, ", ") + ". Check which columns the figures belong to."};
}

Message columns_missing(const TemplateForm& form, const std::vector<std::string>& labels) {
  return {
      form.title.zh + "：缺少以下各列：" + joined(labels, "、") + "。请核对表格是否被截断。",
      form.title.en + ": these columns are missing: " + joined(labels, ", ") + ". Check whether the table was cut."};
}

Message one_row_for_group(const TemplateForm& form, std::string_view group, std::size_t members) {
  const auto count = std::to_string(members);
  const auto name = short_label(group);
  return {form.title.zh + "：" + quoted_zh(name) + "只填了一行，本格式分为" + count + "行，分项数字未填报。",
          form.title.en + ": " + quoted_en(name) + " is one row; the form has " + count +
              " rows there, whose figures are not given."};
}

Message row_twice(const TemplateForm& form, std::string_view label) {
  const auto name = short_label(label);
  return {form.title.zh + "：" + quoted_zh(name) + "一行重复出现，只取其中一行。请核对。",
          form.title.en + ": row " + quoted_en(name) + " stands twice; one of them is taken. Check it."};
}

Message unknown_row(const TemplateForm& form, std::string_view label) {
  return {form.title.zh + "：本格式没有" + quoted_zh(label) + "一行，其数字未读取。",
          form.title.en + ": the form has no row " + quoted_en(label) + "; its figures were not read."};
}

Message search_cut(const TemplateForm& form) {
  return {form.title.zh + "：连在一起的数字可能的断法太多，未全部试过，相关数据待核实。请提供带表格线的文件。",
          form.title.en +
              ": figures printed into one run can be cut in too many ways; not all were tried, and what was "
              "read of them is suspect. Give a file whose tables have their borders."};
}

Message unread_figure(const TemplateForm& form, std::string_view text) {
  return {form.title.zh + "：数字" + quoted_zh(text) + "不属于任何一列，未读取。",
          form.title.en + ": figure " + quoted_en(text) + " belongs to no column and was not read."};
}

Message unread_column(const TemplateForm& form, std::uint32_t column, std::size_t figures, std::string_view first) {
  const auto place = std::to_string(column);
  const auto count = std::to_string(figures);
  return {form.title.zh + "：原表第" + place + "列的" + count + "个数字（" + quoted_zh(first) + "等）不属于本格式的任何一列，未读取。",
          form.title.en + ": the " + count + " figures in column " + place + " of the table (" + quoted_en(first) +
              " and others) belong to no column of the format and were not read."};
}

Message no_figure(const Message& cell, std::string_view text) {
  return {cell.zh + "：填报为" + quoted_zh(text) + "，其中没有数字，按空白处理。",
          cell.en + ": reads " + quoted_en(text) + ", which holds no figure; taken as blank."};
}

}  // namespace nianbao::forms
