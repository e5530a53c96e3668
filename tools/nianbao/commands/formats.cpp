// nianbao formats: the report formats that can be read and written.
#include <nianbao/plugin_listing.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

std::string path_text(const std::vector<std::string_view>& path) {
  std::string text;
  for (const auto label : path) {
    text += (text.empty() ? "" : " › ") + std::string(label);
  }
  return text;
}

/// Every cell of a form with what it means.
std::string block_text(const TemplateBlock& block) {
  std::string text = block.heading.empty() ? "" : "  " + std::string(block.heading) + "\n";
  std::vector<const TemplateColumn*> columns;
  for (const auto& column : block.columns) {
    if (column.role == ColumnRole::value) {
      columns.push_back(&column);
    }
  }
  for (std::size_t row = 0; row < block.rows.size(); ++row) {
    for (std::size_t column = 0; block.rows[row].figures && column < columns.size(); ++column) {
      const auto& cell = block.cell(row, column);
      if (cell.present) {
        text += "    " + path_text(block.rows[row].path) + " × " + path_text(columns[column]->path) + ": " +
                to_string(cell.key) + (cell.unit.empty() ? "" : " [" + std::string(cell.unit) + "]") + "\n";
      }
    }
  }
  return text;
}

std::string show_text(const Template& format, Language language) {
  std::string text = std::string(format.id) + "  " + format.title.in(language) + "\n" + format.file + "\n";
  for (const auto& form : format.forms) {
    text += "\n" + std::string(form.id) + "  " + form.title.in(language) + "\n";
    for (const auto& block : form.blocks) {
      text += block_text(block);
    }
  }
  return text;
}

Result<std::string> formats(const Arguments& arguments, const Console& console) {
  NIANBAO_TRY(const auto form, arguments.choice("as", {"text", "json"}, 0));
  NIANBAO_TRY(const auto action, action_of(arguments, {"list", "show"}));
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  const auto& set = engine->templates();
  for (const auto& fault : set.faults) {
    console.error({ErrorKind::rules, "template-fault", fault.message, fault.where, {}});
  }
  std::vector<const Template*> shown;
  if (action == "show") {
    NIANBAO_CHECK(arguments.expect_inputs(2, 2));
    NIANBAO_TRY(const auto* format, engine->find_template(arguments.inputs()[1], 0));
    if (form == 0) {
      return show_text(*format, console.language);
    }
    shown.push_back(format);
  } else {
    NIANBAO_CHECK(arguments.expect_inputs(0, 1));
    for (const auto& format : set.templates) {
      shown.push_back(format.get());
    }
  }
  return form == 0 ? formats_text(shown, console.language) : formats_json(shown);
}

}  // namespace

int run_formats(const Words& words, Console& console) {
  Arguments arguments("formats [list | show FORMAT]",
                      {"列出年报格式；show 显示一种格式的每个单元格及其含义。",
                       "Lists the report formats; show gives every cell of one with its meaning."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"}).common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = formats(arguments, console);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
