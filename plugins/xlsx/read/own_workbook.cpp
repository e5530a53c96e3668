#include "read/own_workbook.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "layout.hpp"
#include "read/sheet_reader.hpp"

namespace nianbao::xlsx {

namespace {

struct NamedRole {
  std::string_view name;
  Role role;
};

constexpr std::array kRoles = {NamedRole{"报告标题", Role::title}, NamedRole{"副标题", Role::subtitle},
                               NamedRole{"正文", Role::body},      NamedRole{"题注", Role::caption},
                               NamedRole{"附注", Role::note},      NamedRole{"落款", Role::signoff},
                               NamedRole{"日期", Role::date}};

/// Digits at the start of the text; 0 if there are none.
std::uint32_t leading_number(std::string_view text) {
  std::uint32_t number = 0;
  for (const char c : text.substr(0, 5)) {
    if (c < '0' || c > '9') {
      break;
    }
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

/// Comments of our draft marks, by cell.
Result<std::map<std::string, std::string>> remarks_of(const ooxml::Package& package, std::string_view part) {
  std::map<std::string, std::string> remarks;
  NIANBAO_TRY(const auto relationships, package.relationships(part));
  const auto comments = relationships.part_of_type("comments");
  if (!package.has(comments)) {
    return remarks;
  }
  NIANBAO_TRY(const auto xml, package.xml(comments));
  for (const auto& comment : xml.root().child("commentList").children("comment")) {
    remarks[comment.attribute("ref").value()] = item_text(comment.child("text"));
  }
  return remarks;
}

class OwnReader {
 public:
  OwnReader(const ooxml::Package& package, const Workbook& workbook, const Context& context, Document& document)
      : package_(package), workbook_(workbook), context_(context), document_(document) {}

  Result<void> read(const sheet::Sheet& main) {
    for (auto cell = main.cells.begin(); cell != main.cells.end();) {
      const auto next = std::find_if(cell, main.cells.end(), [&](const auto& one) { return one.row != cell->row; });
      std::array<std::string_view, 4> columns{};
      std::for_each(cell, next, [&](const sheet::SheetCell& one) {
        if (one.column <= columns.size()) {
          columns[one.column - 1] = one.text.chars;
        }
      });
      if (cell->row > 1) {
        NIANBAO_CHECK(read_row(columns, cell->at));
      }
      cell = next;
    }
    return {};
  }

 private:
  Result<void> read_row(const std::array<std::string_view, 4>& columns, const Place& at) {
    const auto kind = columns[0];
    const auto text = columns[1];
    if (kind == layout::kTable) {
      return read_table(text, columns[2], columns[3], at);
    }
    if (kind == layout::kContinued) {
      go_on(text);
    } else if (kind == layout::kProperty) {
      document_.properties.push_back({text, columns[2], at});
    } else if (kind.starts_with(layout::kNumbered)) {
      add_item(true, kind.substr(layout::kNumbered.size()), text, at);
    } else if (kind.starts_with(layout::kBullet)) {
      add_item(false, kind.substr(layout::kBullet.size()), text, at);
    } else {
      add_block(kind, text, columns[2], at);
    }
    return {};
  }

  void add_block(std::string_view kind, std::string_view text, std::string_view more, const Place& at) {
    Block block;
    block.at = at;
    const auto* role = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& one) { return one.name == kind; });
    if (kind == layout::kLines) {
      block.body = Lines{{text, {}, {}}};
    } else if (kind == layout::kImage) {
      block.body = Image{text, more};
    } else if (kind.starts_with(layout::kHeading) && leading_number(kind.substr(layout::kHeading.size())) > 0) {
      block.body = Heading{static_cast<int>(leading_number(kind.substr(layout::kHeading.size()))), {text, {}, {}}};
    } else {
      block.body = Paragraph{role == kRoles.end() ? Role::body : role->role, {text, {}, {}}};
    }
    if (!text.empty() || block.as<Image>() != nullptr) {
      document_.blocks.push_back(std::move(block));
    }
  }

  /// Items of a list follow each other; a depth ends in * where a list begins.
  void add_item(bool ordered, std::string_view depth_text, std::string_view text, const Place& at) {
    constexpr std::uint32_t kDeepest = 50;
    const auto depth = std::clamp(leading_number(depth_text), 1U, kDeepest);
    auto* blocks = &document_.blocks;
    for (std::uint32_t level = 1; level < depth; ++level) {
      auto* list = blocks->empty() ? nullptr : blocks->back().as<List>();
      if (list == nullptr || list->items.empty()) {
        break;
      }
      blocks = &list->items.back();
    }
    auto* list = blocks->empty() ? nullptr : blocks->back().as<List>();
    if (list == nullptr || depth_text.ends_with('*')) {
      blocks->push_back({List{ordered, {}}, at});
      list = blocks->back().as<List>();
    }
    list->items.emplace_back().push_back({Paragraph{Role::body, {text, {}, {}}}, at});
  }

  void go_on(std::string_view text) {
    auto* const last = document_.blocks.empty() ? nullptr : &document_.blocks.back();
    const auto join = [&](Text& whole) {
      whole.chars = document_.arena().store(std::string(whole.chars) + std::string(text));
    };
    if (last == nullptr) {
      return;
    }
    if (auto* paragraph = last->as<Paragraph>()) {
      join(paragraph->text);
    } else if (auto* heading = last->as<Heading>()) {
      join(heading->text);
    } else if (auto* lines = last->as<Lines>()) {
      join(lines->text);
    }
  }

  Result<void> read_table(std::string_view name, std::string_view caption, std::string_view size, const Place& at) {
    const auto entry = std::find_if(workbook_.sheets.begin(), workbook_.sheets.end(),
                                    [&](const SheetEntry& one) { return one.name == name; });
    if (entry == workbook_.sheets.end()) {
      return {};
    }
    NIANBAO_TRY(const auto read, read_sheet(package_, workbook_, *entry, context_, document_.arena(), true));
    NIANBAO_TRY(const auto remarks, remarks_of(package_, entry->part));
    const auto cross = size.find('x');
    std::uint32_t rows = leading_number(size);
    std::uint32_t columns = leading_number(size.substr(cross == std::string_view::npos ? size.size() : cross + 1));
    for (const auto& cell : read.sheet.cells) {
      rows = std::max(rows, cell.row + cell.rowspan - 1);
      columns = std::max(columns, cell.column + cell.colspan - 1);
    }
    if (std::uint64_t{rows} * columns > context_.limits.cells) {
      return Error{ErrorKind::input,
                   "table-too-large",
                   {"表格超过" + std::to_string(context_.limits.cells) + "格的上限。",
                    "The table is larger than the limit of " + std::to_string(context_.limits.cells) + " cells."},
                   std::string(name),
                   {"请确认文件确为一份年报。", "Check that the file is a single report."}};
    }
    Block block;
    block.at = at;
    auto table = make_table(read, remarks, rows, columns);
    table.caption = caption;
    block.body = std::move(table);
    document_.blocks.push_back(std::move(block));
    return {};
  }

  Table make_table(const ReadSheet& read, const std::map<std::string, std::string>& remarks, std::uint32_t rows,
                   std::uint32_t columns) {
    TableBuilder builder;
    auto from = read.sheet.cells.begin();
    std::vector<std::uint32_t> covered_until(columns + 1, 0);
    for (std::uint32_t row = 1; row <= rows; ++row) {
      builder.begin_row();
      for (std::uint32_t column = 1; column <= columns; ++column) {
        if (covered_until[column] >= row) {
          continue;
        }
        Cell cell;
        if (from != read.sheet.cells.end() && from->row == row && from->column == column) {
          cell.rowspan = from->rowspan;
          cell.colspan = from->colspan;
          cell.text = from->text;
          cell.at = from->at;
          ++from;
        }
        mark(read, remarks, row, column, cell);
        std::fill_n(covered_until.begin() + column, cell.colspan, row + cell.rowspan - 1);
        column += cell.colspan - 1;
        builder.add(std::move(cell));
      }
    }
    return builder.finish();
  }

  void mark(const ReadSheet& read, const std::map<std::string, std::string>& remarks, std::uint32_t row,
            std::uint32_t column, Cell& cell) {
    const auto fill = read.fills.find({row, column});
    if (fill != read.fills.end()) {
      cell.header = fill->second == layout::kHeadFill;
      cell.shaded = fill->second == layout::kDraftFill;
      cell.missing = fill->second == layout::kMissingFill && cell.text.chars.empty();
    }
    const auto remark = remarks.find(std::string(cell.at.cell));
    if (remark != remarks.end()) {
      cell.remark = document_.arena().store(remark->second);
    }
  }

  const ooxml::Package& package_;
  const Workbook& workbook_;
  const Context& context_;
  Document& document_;
};

}  // namespace

bool is_own(const Workbook& workbook, const sheet::Sheet& first) {
  const auto& cells = first.cells;
  return !workbook.sheets.empty() && workbook.sheets.front().name == layout::kMainSheet && cells.size() >= 2 &&
         cells[0].row == 1 && cells[0].text.chars == layout::kKind && cells[1].row == 1 &&
         cells[1].text.chars == layout::kText;
}

Result<void> read_own(const ooxml::Package& package, const Workbook& workbook, const Context& context,
                      Document& document) {
  NIANBAO_TRY(const auto main, read_sheet(package, workbook, workbook.sheets.front(), context, document.arena(), true));
  return OwnReader(package, workbook, context, document).read(main.sheet);
}

}  // namespace nianbao::xlsx
