// Small office files made in the test itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::test {

/// How an entry of a zip lies about itself.
struct ZipLies {
  std::uint32_t size = 0;  ///< claimed inflated size; 0: the truth
  bool encrypted = false;
};

/// A zip file, part by part.
class Zip {
 public:
  Zip& add(const std::string& name, const std::string& bytes, ZipLies lies = {});
  [[nodiscard]] std::string bytes() const;

 private:
  std::string local_;
  std::string central_;
  std::uint16_t count_ = 0;
};

/// The bytes of a part of a zip file; empty if it has none.
std::string unzip(const std::string& bytes, const std::string& name);

/// The parts of a docx file; empty ones are left out. All are the inside of their root element.
struct DocxParts {
  std::string body;
  std::string styles;
  std::string numbering;
  std::string footnotes;
  std::string comments;
  std::string relationships;  ///< further ones of the document
};

/// A docx file as Word orders it, with the usual prefixes.
std::string docx(const DocxParts& parts);
/// With a body alone.
std::string docx(const std::string& body);

/// The parts of an xlsx file: the inside of their root elements.
struct XlsxParts {
  std::vector<std::string> sheets;            ///< sheetData and what follows
  std::vector<std::string> sheet_attributes;  ///< further attributes of the workbook's sheet, such as state
  std::string strings;
  std::string styles;
  std::string workbook;  ///< before the sheets
};
std::string xlsx(const XlsxParts& parts);
/// With one sheet: the inside of its sheetData, and merges such as A1:B2.
std::string xlsx(const std::string& rows, const std::vector<std::string>& merges = {});
/// <c> with an inline string; and with a stored number.
std::string text_cell(std::string_view name, std::string_view text, std::string_view attributes = {});
std::string number_cell(std::string_view name, std::string_view number, std::string_view attributes = {});
std::string sheet_row(int number, std::string_view cells, std::string_view attributes = {});

/// <w:p> with a style (may be empty) and a run of text.
std::string paragraph(std::string_view text, std::string_view style = {}, std::string_view properties = {});
/// <w:tc> with properties and a paragraph.
std::string cell(std::string_view text, std::string_view properties = {});
/// <w:tr> of cells.
std::string row(std::string_view cells, std::string_view properties = {});
std::string table(std::string_view rows);
std::string repeated(std::string_view text, int times);

}  // namespace nianbao::test
