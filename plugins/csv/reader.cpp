#include "reader.hpp"

#include <nianbao/sdk/encoding.hpp>

#include "blocks/blanks.hpp"
#include "blocks/text_builder.hpp"
#include "escape.hpp"
#include "sheet/csv_parser.hpp"
#include "sheet/sheet.hpp"

namespace nianbao::csv {

namespace {

class SheetMaker {
 public:
  SheetMaker(const blocks::Source& source, Arena& arena) : builder_(source, arena) {}

  sheet::Sheet make(const sheet::CsvText& text) {
    std::uint32_t row = 0;
    for (const auto& record : text.records) {
      ++row;
      std::uint32_t column = 0;
      for (const auto& field : record.fields) {
        add(field, row, ++column);
      }
    }
    return std::move(sheet_);
  }

 private:
  void add(const sheet::CsvField& field, std::uint32_t row, std::uint32_t column) {
    sheet::SheetCell cell;
    cell.row = row;
    cell.column = column;
    cell.at.line = field.line;
    auto raw = blocks::trim(field.raw);
    if (is_guarded(raw)) {
      raw.remove_prefix(1);
    }
    // Two quotes stand for one.
    while (field.escaped && raw.find("\"\"") != std::string_view::npos) {
      const auto quotes = raw.find("\"\"");
      builder_.append(raw.substr(0, quotes + 1), field.line);
      raw.remove_prefix(quotes + 2);
    }
    if (!raw.empty() || !builder_.empty()) {
      builder_.append(raw, field.line);
      cell.text = builder_.finish_verbatim(cell.at);
    }
    sheet_.cells.push_back(std::move(cell));
  }

  blocks::TextBuilder builder_;
  sheet::Sheet sheet_;
};

/// Rows end where their fields do; the places behind are missing, not blank.
void pad_rows(sheet::Sheet& sheet, std::uint32_t widest) {
  std::vector<sheet::SheetCell> cells;
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    auto& cell = sheet.cells[i];
    const bool last = i + 1 == sheet.cells.size() || sheet.cells[i + 1].row != cell.row;
    const auto row = cell.row;
    const auto column = cell.column;
    cells.push_back(std::move(cell));
    for (auto next = column + 1; last && column > 1 && next <= widest; ++next) {
      sheet::SheetCell missing;
      missing.row = row;
      missing.column = next;
      missing.missing = true;
      cells.push_back(missing);
    }
  }
  sheet.cells = std::move(cells);
}

Error too_many(std::size_t rows, std::uint32_t columns, const Limits& limits) {
  const auto size = std::to_string(rows) + "×" + std::to_string(columns);
  const auto limit = std::to_string(limits.cells);
  return {ErrorKind::input,
          "table-too-large",
          {"文件有" + size + "格，超过上限" + limit + "格。",
           "The file has " + size + " cells, more than the limit of " + limit + "."},
          "",
          {"请确认文件确为一份年报。", "Check that the file is a single report."}};
}

}  // namespace

Result<Document> read_csv(std::string bytes, const Context& context) {
  Document document;
  document.input.bytes = bytes.size();
  NIANBAO_TRY(auto decoded, decode_text(std::move(bytes), context.diagnostics));
  document.input.encoding = decoded.encoding;
  const blocks::Source source{document.arena().hold(std::move(decoded.text)), decoded.map};
  const auto text = sheet::parse_csv(source.text, sheet::find_separator(source.text));
  if (text.open_quote_line != 0) {
    const auto line = std::to_string(text.open_quote_line);
    context.diagnostics.report("csv-open-quote", Severity::warning,
                               {"第" + line + "行的引号没有配对，按普通字符读取。",
                                "The quote in line " + line + " is never closed; it was read as a character."});
  }
  std::uint32_t widest = 0;
  for (const auto& record : text.records) {
    widest = std::max(widest, static_cast<std::uint32_t>(record.fields.size()));
  }
  if (std::uint64_t{widest} * text.records.size() > context.limits.cells) {
    return too_many(text.records.size(), widest, context.limits);
  }
  auto sheet = SheetMaker(source, document.arena()).make(text);
  pad_rows(sheet, widest);
  NIANBAO_CHECK(sheet::append_blocks(sheet, context.limits, document.blocks));
  if (document.blocks.empty()) {
    return Error{ErrorKind::input,
                 "csv-no-text",
                 {"文件里没有内容。", "The file holds nothing."},
                 "",
                 {"请核对文件。", "Check the file."}};
  }
  document.number_blocks();
  return document;
}

}  // namespace nianbao::csv
