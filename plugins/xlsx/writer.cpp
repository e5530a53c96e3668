#include "writer.hpp"

#include <algorithm>
#include <numeric>

#include <nianbao/document_json.hpp>

#include "blocks/blanks.hpp"
#include "layout.hpp"
#include "sheet/csv_parser.hpp"
#include "write/sheet_writer.hpp"
#include "write/workbook_writer.hpp"

namespace nianbao::xlsx {

namespace {

// What a cell can hold, in UTF-16 units; a byte of UTF-8 is never more than one.
constexpr std::size_t kLongestCell = 32000;

std::string_view name_of(Role role) {
  switch (role) {
    case Role::title:
      return "报告标题";
    case Role::subtitle:
      return "副标题";
    case Role::caption:
      return "题注";
    case Role::note:
      return "附注";
    case Role::signoff:
      return "落款";
    case Role::date:
      return "日期";
    case Role::body:
      break;
  }
  return "正文";
}

void collect_text(const std::vector<Block>& blocks, std::string& out);

void collect_text(const Block& block, std::string& out) {
  if (const auto* text = block.text()) {
    out += out.empty() ? "" : "\n";
    out += text->chars;
  } else if (const auto* table = block.as<Table>()) {
    for (const auto& cell : table->cells) {
      out += out.empty() ? "" : "\n";
      out += cell.text.chars;
      collect_text(cell.blocks, out);
    }
  } else if (const auto* list = block.as<List>()) {
    for (const auto& item : list->items) {
      collect_text(item, out);
    }
  } else if (const auto* image = block.as<Image>()) {
    out += out.empty() ? "" : "\n";
    out += image->name;
  }
}

void collect_text(const std::vector<Block>& blocks, std::string& out) {
  for (const auto& block : blocks) {
    collect_text(block, out);
  }
}

Format format_of(const Cell& cell) {
  return cell.missing ? Format::missing : cell.shaded ? Format::draft : cell.header ? Format::head : Format::cell;
}

/// Columns are narrower where there are many: what is printed stays large enough to be read.
std::size_t widest_column(const std::vector<std::size_t>& widths) {
  constexpr std::size_t kPage = 130;
  std::size_t widest = 40;
  const auto sum = [&] {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0},
                           [&](std::size_t all, std::size_t one) { return all + std::min(one, widest); });
  };
  while (widest > 12 && sum() > kPage) {
    widest -= 2;
  }
  return widest;
}

/// A sheet with the table from A1 on.
SheetWriter table_sheet(const Table& table) {
  SheetWriter sheet;
  std::vector<std::size_t> widths(table.columns, 8);
  const TableGrid grid(table);
  std::uint32_t head = 0;
  bool in_head = true;
  for (std::uint32_t row = 1; row <= table.rows; ++row) {
    sheet.begin_row();
    for (std::uint32_t column = 1; column <= table.columns; ++column) {
      const auto& cell = *grid.at(row, column);
      in_head = in_head && cell.header;
      if (cell.row != row || cell.column != column) {
        sheet.add(column, "", format_of(cell));
        continue;
      }
      std::string text(cell.text.chars);
      collect_text(cell.blocks, text);
      sheet.add_figure(column, text, format_of(cell));
      if (cell.rowspan > 1 || cell.colspan > 1) {
        sheet.merge(row, column, cell.rowspan, cell.colspan);
      } else {
        widths[column - 1] = std::clamp(blocks::columns_of(text) + 2, widths[column - 1], std::size_t{40});
      }
      if (!cell.remark.empty()) {
        sheet.remark(row, column, cell.remark);
      }
    }
    head = in_head ? row : head;
  }
  const auto widest = widest_column(widths);
  for (const auto width : widths) {
    sheet.width(static_cast<double>(std::min(width, widest)));
  }
  sheet.freeze(head < table.rows ? head : 0);
  return sheet;
}

class Writer {
 public:
  Result<std::string> write(const Document& document, const Options& options) {
    const auto main_name = workbook_.take_name(layout::kMainSheet);
    main_.width(12);
    main_.width(90);
    main_.width(30);
    main_.width(10);
    main_.freeze(1);
    main_.begin_row();
    main_.add(1, layout::kKind, Format::head);
    main_.add(2, layout::kText, Format::head);
    for (const auto& property : document.properties) {
      main_.begin_row();
      main_.add(1, layout::kProperty, Format::text);
      main_.add(2, property.name, Format::text);
      main_.add(3, property.value, Format::text);
    }
    append(document.blocks);
    for (const auto& [name, content] : options) {
      constexpr std::string_view kSheet = "sheet:";
      if (std::string_view(name).starts_with(kSheet)) {
        NIANBAO_CHECK(append_beside(std::string_view(name).substr(kSheet.size()), content));
      }
    }
    workbook_.add_first(main_name, std::move(main_));
    return workbook_.finish();
  }

 private:
  void append(const std::vector<Block>& blocks) {
    for (const auto& block : blocks) {
      if (const auto* table = block.as<Table>()) {
        append_table(*table);
      } else if (const auto* list = block.as<List>()) {
        append_list(*list, 1);
      } else if (const auto* image = block.as<Image>()) {
        row(layout::kImage, image->name);
        main_.add(3, image->alt, Format::text);
      } else if (const auto* heading = block.as<Heading>()) {
        heading_ = heading->text.chars;
        row(std::string(layout::kHeading) + std::to_string(heading->level), heading->text.chars);
      } else if (const auto* paragraph = block.as<Paragraph>()) {
        row(name_of(paragraph->role), paragraph->text.chars);
      } else if (const auto* lines = block.as<Lines>()) {
        row(layout::kLines, lines->text.chars);
      }
    }
  }

  void row(std::string_view kind, std::string_view text) {
    do {
      auto size = std::min(text.size(), kLongestCell);
      while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
      }
      main_.begin_row();
      main_.add(1, kind, Format::text);
      main_.add(2, text.substr(0, size), Format::text);
      text.remove_prefix(size);
      kind = layout::kContinued;
    } while (!text.empty());
  }

  void append_list(const List& list, std::size_t depth) {
    bool first = true;
    for (const auto& item : list.items) {
      std::string text;
      for (const auto& block : item) {
        if (block.as<List>() == nullptr) {
          collect_text(block, text);
        }
      }
      row(std::string(list.ordered ? layout::kNumbered : layout::kBullet) + std::to_string(depth) + (first ? "*" : ""),
          text);
      first = false;
      for (const auto& block : item) {
        if (const auto* inner = block.as<List>()) {
          append_list(*inner, depth + 1);
        }
      }
    }
  }

  void append_table(const Table& table) {
    const auto name = workbook_.take_name(!table.caption.empty() ? table.caption : heading_);
    row(layout::kTable, name);
    main_.add(3, table.caption, Format::text);
    main_.add(4, std::to_string(table.rows) + "x" + std::to_string(table.columns), Format::text);
    workbook_.add(name, table_sheet(table));
  }

  /// A sheet of what is known beside the Document.
  Result<void> append_beside(std::string_view name, std::string_view content) {
    if (!content.starts_with('{')) {
      workbook_.add(workbook_.take_name(name), csv_sheet(content));
      return {};
    }
    NIANBAO_TRY(const auto document, document_from_json(content));
    SheetWriter sheet;
    sheet.width(40);
    for (int i = 0; i < 8; ++i) {
      sheet.width(24);
    }
    for (const auto& block : document.blocks) {
      const auto* table = block.as<Table>();
      std::string text;
      if (table == nullptr) {
        collect_text(block, text);
        sheet.begin_row();
        sheet.add(1, text, Format::plain);
        continue;
      }
      auto cell = table->cells.begin();
      for (std::uint32_t row = 1; row <= table->rows; ++row) {
        sheet.begin_row();
        for (; cell != table->cells.end() && cell->row == row; ++cell) {
          sheet.add_figure(cell->column, cell->text.chars, cell->header ? Format::head : Format::cell);
        }
      }
    }
    workbook_.add(workbook_.take_name(name), std::move(sheet));
    return {};
  }

  static SheetWriter csv_sheet(std::string_view content) {
    SheetWriter sheet;
    std::vector<std::size_t> widths;
    bool head = true;
    for (const auto& record : sheet::parse_csv(content, ',').records) {
      sheet.begin_row();
      std::uint32_t column = 0;
      for (const auto& field : record.fields) {
        std::string text(field.raw);
        for (auto at = field.escaped ? text.find("\"\"") : std::string::npos; at != std::string::npos;
             at = text.find("\"\"", at + 1)) {
          text.erase(at, 1);
        }
        sheet.add_figure(++column, text, head ? Format::head : Format::cell);
        widths.resize(std::max<std::size_t>(widths.size(), column), 8);
        widths[column - 1] = std::clamp(blocks::columns_of(text) + 2, widths[column - 1], std::size_t{40});
      }
      head = false;
    }
    for (const auto width : widths) {
      sheet.width(static_cast<double>(width));
    }
    sheet.freeze(1);
    return sheet;
  }

  WorkbookWriter workbook_;
  SheetWriter main_;
  std::string_view heading_;
};

}  // namespace

Result<std::string> write_xlsx(const Document& document, const Context& context) {
  return Writer().write(document, context.options);
}

}  // namespace nianbao::xlsx
