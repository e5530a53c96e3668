#include "read/workbook.hpp"

#include "characters/clean_text.hpp"

namespace nianbao::xlsx {

namespace {

Error not_a_workbook(std::string_view part) {
  return {ErrorKind::input,
          "xlsx-not-a-workbook",
          {"文件不是Excel表格。", "The file is no Excel workbook."},
          std::string(part),
          {"请核对文件类型；Word文档请用--from-container docx。",
           "Check what the file is; for a Word document use --from-container docx."}};
}

int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

/// Characters that XML cannot hold stand as _x000D_; of them only line ends and tabs mean something.
void append_unescaped(std::string_view text, std::string& out) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int code = -1;
    if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_') {
      code = 0;
      for (std::size_t k = i + 2; k < i + 6 && code >= 0; ++k) {
        code = hex(text[k]) < 0 ? -1 : code * 16 + hex(text[k]);
      }
    }
    const bool control = code >= 0 && (code < 0x20 || code == '_');
    if (control) {
      i += 6;
      plain += code == '\n' || code == '\t' || code == '_' ? std::string(1, static_cast<char>(code)) : "";
    } else if (text[i] != '\r') {
      plain += text[i];
    }
  }
  characters::append_clean(plain, out);
}

}  // namespace

std::string item_text(pugi::xml_node item) {
  std::string text;
  for (const auto& child : item.children()) {
    const std::string_view name = child.name();
    if (name == "t") {
      append_unescaped(child.text().get(), text);
    } else if (name == "r") {
      append_unescaped(child.child("t").text().get(), text);
    }
  }
  return text;
}

Result<Workbook> Workbook::load(const ooxml::Package& package, Arena& arena) {
  Workbook workbook;
  NIANBAO_TRY(const auto main, package.main_part());
  NIANBAO_TRY(const auto xml, package.xml(main));
  if (std::string_view(xml.root().name()) != "workbook") {
    return not_a_workbook(main);
  }
  NIANBAO_TRY(const auto relationships, package.relationships(main));
  workbook.from_1904 =
      xml.root().child("workbookPr").attribute("date1904") && ooxml::is_on(xml.root().child("workbookPr"), "date1904");
  for (const auto& sheet : xml.root().child("sheets").children("sheet")) {
    const std::string_view state = sheet.attribute("state").value();
    std::string name;
    characters::append_clean(sheet.attribute("name").value(), name);
    workbook.sheets.push_back({std::move(name), std::string(relationships.part_of_id(sheet.attribute("r:id").value())),
                               state == "hidden" || state == "veryHidden"});
  }
  if (const auto part = relationships.part_of_type("sharedStrings"); package.has(part)) {
    NIANBAO_TRY(const auto strings, package.xml(part));
    for (const auto& item : strings.root().children("si")) {
      workbook.strings.push_back(arena.store(item_text(item)));
    }
  }
  if (const auto part = relationships.part_of_type("styles"); package.has(part)) {
    NIANBAO_TRY(const auto styles, package.xml(part));
    workbook.styles = CellStyles(styles.root());
  }
  return workbook;
}

}  // namespace nianbao::xlsx
