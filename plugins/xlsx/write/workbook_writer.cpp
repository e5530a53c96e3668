#include "write/workbook_writer.hpp"

#include <algorithm>

#include "layout.hpp"
#include "ooxml/package_writer.hpp"

namespace nianbao::xlsx {

namespace {

using ooxml::escaped;

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kSheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string relationships(const std::string& inside) {
  return std::string(kXml) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inside + "</Relationships>";
}

std::string relationship(const std::string& id, std::string_view type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(kOffice) + std::string(type) + "\" Target=\"" +
         target + "\"/>";
}

/// In the order of Format.
std::string styles() {
  const auto fill = [](std::string_view colour) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + std::string(colour) +
           "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
  };
  const auto format = [](int font, int fill_id, int border, std::string_view across) {
    return "<xf numFmtId=\"0\" fontId=\"" + std::to_string(font) + "\" fillId=\"" + std::to_string(fill_id) +
           "\" borderId=\"" + std::to_string(border) +
           "\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment "
           "horizontal=\"" +
           std::string(across) + "\" vertical=\"center\" wrapText=\"1\"/></xf>";
  };
  const auto font = [](std::string_view rest) {
    return "<font>" + std::string(rest) + "<sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font>";
  };
  const std::string line = " style=\"thin\"><color auto=\"1\"/></";
  return std::string(kXml) + "<styleSheet xmlns=\"" + std::string(kMain) + "\"><fonts count=\"2\">" + font("") +
         font("<b/>") +
         "</fonts><fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
         "patternType=\"gray125\"/></fill>" +
         fill(layout::kHeadFill) + fill(layout::kDraftFill) + fill(layout::kMissingFill) +
         "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left" + line +
         "left><right" + line + "right><top" + line + "top><bottom" + line +
         "bottom><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
         "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"7\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
         "borderId=\"0\" "
         "xfId=\"0\"/>" +
         format(0, 0, 0, "left") + format(1, 2, 1, "center") + format(0, 0, 1, "left") + format(0, 0, 1, "center") +
         format(0, 3, 1, "center") + format(0, 4, 1, "center") +
         "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
         "</styleSheet>";
}

/// Characters, as sheets count them: those beyond U+FFFF are two.
std::size_t units(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return (byte & 0xC0U) == 0x80U ? 0 : byte >= 0xF0 ? 2 : 1;
}

std::string cut(std::string_view text, std::size_t most) {
  std::size_t count = 0;
  std::size_t size = 0;
  for (; size < text.size(); ++size) {
    count += units(text[size]);
    if (count > most) {
      break;
    }
  }
  return std::string(text.substr(0, size));
}

/// Adds the parts of one sheet; gives what the list of content types says of them.
std::string add_sheet(const SheetWriter& sheet, const std::string& id, ooxml::PackageWriter& package) {
  std::string types = "<Override PartName=\"/xl/worksheets/sheet" + id + ".xml\" ContentType=\"" +
                      std::string(kSheetTypes) + "worksheet+xml\"/>";
  package.add("xl/worksheets/sheet" + id + ".xml", sheet.xml());
  if (sheet.has_remarks()) {
    package.add("xl/worksheets/_rels/sheet" + id + ".xml.rels",
                relationships(relationship("rId1", "comments", "../comments" + id + ".xml") +
                              relationship("rId2", "vmlDrawing", "../drawings/vmlDrawing" + id + ".vml")));
    package.add("xl/comments" + id + ".xml", sheet.comments_xml());
    package.add("xl/drawings/vmlDrawing" + id + ".vml", sheet.shapes_vml());
    types += "<Override PartName=\"/xl/comments" + id + ".xml\" ContentType=\"" + std::string(kSheetTypes) +
             "comments+xml\"/>";
  }
  return types;
}

}  // namespace

std::string WorkbookWriter::take_name(std::string_view wanted) {
  constexpr std::size_t kLongest = 31;
  std::string plain;
  for (const char c : wanted) {
    plain += std::string_view("[]:*?/\\'\n\t").find(c) == std::string_view::npos ? std::string(1, c) : "";
  }
  plain = plain.empty() ? "表" : plain;
  auto name = cut(plain, kLongest);
  for (int number = 2; std::find(names_.begin(), names_.end(), name) != names_.end(); ++number) {
    const auto suffix = " " + std::to_string(number);
    name = cut(plain, kLongest - suffix.size()) + suffix;
  }
  names_.push_back(name);
  return name;
}

Result<std::string> WorkbookWriter::finish() const {
  ooxml::PackageWriter package;
  std::string sheets;
  std::string parts;
  std::string types = "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + std::string(kSheetTypes) +
                      "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" +
                      std::string(kSheetTypes) + "styles+xml\"/>";
  std::size_t number = 0;
  for (const auto& [name, sheet] : sheets_) {
    const auto id = std::to_string(++number);
    sheets += "<sheet name=\"" + escaped(name) + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
    parts += relationship("rId" + id, "worksheet", "worksheets/sheet" + id + ".xml");
    types += add_sheet(sheet, id, package);
  }
  package.add("xl/workbook.xml",
              std::string(kXml) + "<workbook xmlns=\"" + std::string(kMain) +
                  "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                  "<bookViews><workbookView/></bookViews><sheets>" +
                  sheets + "</sheets></workbook>");
  package.add("xl/styles.xml", styles());
  package.add("xl/_rels/workbook.xml.rels",
              relationships(parts + relationship("rId" + std::to_string(number + 1), "styles", "styles.xml")));
  package.add("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
  package.add("[Content_Types].xml",
              std::string(kXml) +
                  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                  "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                  "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" "
                  "ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>" +
                  types + "</Types>");
  return package.finish();
}

}  // namespace nianbao::xlsx
