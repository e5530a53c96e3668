#include "read/sheet_reader.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "blocks/blanks.hpp"
#include "cell_names.hpp"
#include "characters/clean_text.hpp"
#include "ooxml/faults.hpp"
#include "read/value_text.hpp"

namespace nianbao::xlsx {

namespace {

using Place2 = std::pair<std::uint32_t, std::uint32_t>;

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, const SheetEntry& entry, const Context& context, Arena& arena, bool own)
      : workbook_(workbook),
        entry_(entry),
        context_(context),
        arena_(arena),
        own_(own),
        name_(arena.store(entry.name)),
        part_(arena.store(entry.part)) {}

  Result<ReadSheet> read(pugi::xml_node root) {
    read_columns(root.child("cols"));
    read_merges(root.child("mergeCells"));
    NIANBAO_CHECK(read_rows(root.child("sheetData")));
    finish();
    say_what_is_missing();
    return std::move(result_);
  }

 private:
  void read_columns(pugi::xml_node columns) {
    for (const auto& column : columns.children("col")) {
      if (column.attribute("hidden") && ooxml::is_on(column, "hidden")) {
        const auto last = std::min<std::int64_t>(ooxml::number(column.attribute("max"), 0), kMostColumns);
        for (auto i = std::max<std::int64_t>(ooxml::number(column.attribute("min"), 1), 1); i <= last; ++i) {
          hidden_columns_.insert(static_cast<std::uint32_t>(i));
        }
      }
    }
  }

  void read_merges(pugi::xml_node merges) {
    for (const auto& merge : merges.children("mergeCell")) {
      const std::string_view reference = merge.attribute("ref").value();
      const auto colon = std::min(reference.find(':'), reference.size());
      const auto from = parse_cell_name(reference.substr(0, colon));
      const auto to = parse_cell_name(reference.substr(std::min(colon + 1, reference.size())));
      if (from && to && to->row >= from->row && to->column >= from->column) {
        merges_[{from->row, from->column}] = {to->row, to->column};
      }
    }
  }

  Result<void> read_rows(pugi::xml_node data) {
    CellPlace at;
    for (const auto& row : data.children("row")) {
      const auto number = ooxml::number(row.attribute("r"), at.row + 1);
      if (number <= at.row || number > kMostRows) {
        continue;
      }
      at = {static_cast<std::uint32_t>(number), 0};
      if (row.attribute("hidden") && ooxml::is_on(row, "hidden")) {
        hidden_rows_ += static_cast<std::uint32_t>(has_value(row));
        continue;
      }
      NIANBAO_CHECK(read_row(row, at));
    }
    return {};
  }

  static bool has_value(pugi::xml_node row) {
    return std::any_of(row.begin(), row.end(),
                       [](const pugi::xml_node& cell) { return cell.child("v") || cell.child("is"); });
  }

  Result<void> read_row(pugi::xml_node row, CellPlace at) {
    for (const auto& cell : row.children("c")) {
      const auto stated = parse_cell_name(cell.attribute("r").value());
      const auto column = stated ? stated->column : at.column + 1;
      if (column <= at.column || column > kMostColumns) {
        continue;
      }
      at.column = column;
      if (hidden_columns_.count(column) != 0) {
        hidden_values_ += static_cast<std::uint32_t>(static_cast<bool>(cell.child("v") || cell.child("is")));
        continue;
      }
      add(cell, at);
      if (result_.sheet.cells.size() > context_.limits.cells) {
        return too_large();
      }
    }
    return {};
  }

  void add(pugi::xml_node node, CellPlace at) {
    const auto& style = workbook_.styles.find(ooxml::number(node.attribute("s"), 0));
    sheet::SheetCell cell;
    cell.row = at.row;
    cell.column = at.column;
    cell.bordered = style.bordered;
    const auto text = text_of(node, style);
    cell.text.chars = own_ ? text : blocks::trim(text);
    const auto merge = merges_.find({at.row, at.column});
    if (merge != merges_.end()) {
      cell.rowspan = merge->second.first - at.row + 1;
      cell.colspan = merge->second.second - at.column + 1;
    }
    if (own_ && !style.fill.empty()) {
      result_.fills[{at.row, at.column}] = arena_.store(style.fill);
    }
    if (cell.text.chars.empty() && !cell.bordered && merge == merges_.end() && !own_) {
      return;
    }
    if (!cell.text.chars.empty()) {
      last_row_ = std::max(last_row_, at.row);
      last_column_ = std::max(last_column_, at.column);
      reach_.row = std::max(reach_.row, at.row + cell.rowspan - 1);
      reach_.column = std::max(reach_.column, at.column + cell.colspan - 1);
    }
    cell.at.sheet = name_;
    cell.at.part = part_;
    cell.at.cell = arena_.store(cell_name(at.row, at.column));
    result_.sheet.cells.push_back(std::move(cell));
  }

  std::string_view text_of(pugi::xml_node node, const CellStyle& style) {
    const std::string_view type = node.attribute("t").value();
    const auto value = node.child("v");
    const std::string_view stored = value.text().get();
    if (type == "inlineStr") {
      return arena_.store(item_text(node.child("is")));
    }
    if (stored.empty()) {
      formulas_without_value_ += static_cast<std::uint32_t>(static_cast<bool>(node.child("f")) && type != "str");
      return {};
    }
    if (type == "s") {
      return shared_string(stored);
    }
    if (type == "b") {
      return stored == "0" ? "FALSE" : "TRUE";
    }
    if (type == "str" || type == "e" || type == "d") {
      errors_ += static_cast<std::uint32_t>(type == "e");
      return clean(stored);
    }
    return arena_.store(style.code.empty() ? plain_number(stored)
                                           : shown_number(stored, style.code, workbook_.from_1904));
  }

  std::string_view shared_string(std::string_view index) const {
    std::size_t number = 0;
    for (const char c : index) {
      if (c < '0' || c > '9' || number > workbook_.strings.size()) {
        return {};
      }
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number < workbook_.strings.size() ? workbook_.strings[number] : std::string_view();
  }

  std::string_view clean(std::string_view text) {
    std::string result;
    characters::append_clean(text, result);
    return arena_.store(result);
  }

  /// Cuts spans to what texts reach, and leaves out what merges cover.
  void finish() {
    auto& cells = result_.sheet.cells;
    last_row_ = std::max(last_row_, std::min(reach_.row, last_row_ + kMargin));
    last_column_ = std::max(last_column_, std::min(reach_.column, last_column_ + kMargin));
    for (const auto& cell : cells) {
      last_row_ = own_ ? std::max(last_row_, cell.row) : last_row_;
      last_column_ = own_ ? std::max(last_column_, cell.column) : last_column_;
    }
    std::vector<std::uint32_t> taken_until(last_column_ + 1, 0);
    std::vector<sheet::SheetCell> kept;
    for (auto& cell : cells) {
      if (cell.row > last_row_ || cell.column > last_column_) {
        continue;
      }
      if (taken_until[cell.column] >= cell.row) {
        covered_texts_ += static_cast<std::uint32_t>(!cell.text.chars.empty());
        continue;
      }
      cell.rowspan = std::min(cell.rowspan, last_row_ - cell.row + 1);
      std::uint32_t width = 1;
      const auto widest = std::min(cell.colspan, last_column_ - cell.column + 1);
      while (width < widest && taken_until[cell.column + width] < cell.row) {
        ++width;
      }
      cell.colspan = width;
      std::fill_n(taken_until.begin() + cell.column, width, cell.row + cell.rowspan - 1);
      kept.push_back(std::move(cell));
    }
    cells = std::move(kept);
  }

  void say(const char* code, Severity severity, std::uint32_t count, const std::string& zh, const std::string& en) {
    if (count > 0) {
      const auto number = std::to_string(count);
      context_.diagnostics.report(
          code, severity,
          {"工作表“" + entry_.name + "”有" + number + zh, "Sheet \"" + entry_.name + "\" has " + number + en});
    }
  }

  void say_what_is_missing() {
    say("xlsx-hidden-rows", Severity::warning, hidden_rows_, "个隐藏的行没有读取。",
        " hidden rows, which were left out.");
    say("xlsx-hidden-columns", Severity::warning, hidden_values_, "个隐藏列中的单元格没有读取。",
        " cells in hidden columns, which were left out.");
    say("xlsx-formula-without-value", Severity::warning, formulas_without_value_,
        "个公式没有保存结果，按空白读取；请用Excel或WPS打开后另存。",
        " formulas without a stored value, read as blank; open it in Excel or WPS and save it.");
    say("xlsx-error-value", Severity::warning, errors_, "个单元格的公式出错。", " cells whose formula failed.");
    say("xlsx-covered-text", Severity::warning, covered_texts_, "个单元格的文字被合并单元格遮住，没有读取。",
        " texts covered by merged cells, which were left out.");
  }

  [[nodiscard]] Error too_large() const {
    const auto limit = std::to_string(context_.limits.cells);
    return ooxml::excessive("sheet-too-large",
                            {"工作表“" + entry_.name + "”的单元格超过上限" + limit + "个。",
                             "Sheet \"" + entry_.name + "\" has more cells than the limit of " + limit + "."},
                            entry_.part);
  }

  // Merges reach somewhat beyond the last text; those over a whole sheet are made by mistake.
  static constexpr std::uint32_t kMargin = 64;

  const Workbook& workbook_;
  const SheetEntry& entry_;
  const Context& context_;
  Arena& arena_;
  bool own_;
  std::string_view name_;
  std::string_view part_;
  std::set<std::uint32_t> hidden_columns_;
  std::map<Place2, Place2> merges_;
  std::uint32_t last_row_ = 0;
  std::uint32_t last_column_ = 0;
  CellPlace reach_;  // of merged cells with text
  std::uint32_t hidden_rows_ = 0;
  std::uint32_t hidden_values_ = 0;
  std::uint32_t formulas_without_value_ = 0;
  std::uint32_t errors_ = 0;
  std::uint32_t covered_texts_ = 0;
  ReadSheet result_;
};

}  // namespace

Result<ReadSheet> read_sheet(const ooxml::Package& package, const Workbook& workbook, const SheetEntry& entry,
                             const Context& context, Arena& arena, bool own) {
  if (!package.has(entry.part)) {
    return ReadSheet();
  }
  NIANBAO_TRY(const auto xml, package.xml(entry.part));
  return SheetReader(workbook, entry, context, arena, own).read(xml.root());
}

}  // namespace nianbao::xlsx
