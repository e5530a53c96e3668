#include "write/sheet_writer.hpp"

#include <algorithm>
#include <numeric>

#include "blocks/blanks.hpp"
#include "cell_names.hpp"
#include "layout.hpp"
#include "ooxml/package_writer.hpp"

namespace nianbao::xlsx {

namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What a sheet would take for a character code is escaped.
std::string guarded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code = text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_';
    out += code ? "_x005F_" : std::string(1, text[i]);
  }
  return ooxml::escaped(out);
}

/// Lines that a text takes in a column of so many characters.
std::size_t wrapped_lines(std::string_view text, std::size_t width) {
  std::size_t lines = 0;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    lines += std::max<std::size_t>((blocks::columns_of(text.substr(from, end - from)) + width - 1) / width, 1);
    from = end + 1;
  }
  return lines;
}

}  // namespace

bool is_figure(std::string_view text) noexcept {
  constexpr std::size_t kShown = 11;
  if (text.empty() || text.size() > kShown) {
    return false;
  }
  const bool negative = text.front() == '-';
  text.remove_prefix(negative ? 1 : 0);
  const auto point = std::min(text.find('.'), text.size());
  const auto whole = text.substr(0, point);
  const auto fraction = text.substr(std::min(point + 1, text.size()));
  const bool digits =
      std::all_of(whole.begin(), whole.end(), is_digit) && std::all_of(fraction.begin(), fraction.end(), is_digit);
  const bool short_whole = !whole.empty() && (whole.size() == 1 || whole.front() != '0');
  const bool short_fraction = point == text.size() || (!fraction.empty() && fraction.back() != '0');
  const bool zero = whole == "0" && fraction.empty();
  return digits && short_whole && short_fraction && !(negative && zero);
}

void SheetWriter::begin_row() { rows_.emplace_back(); }

void SheetWriter::append_cell(std::uint32_t column, std::string_view type, Format format) {
  const auto row = static_cast<std::uint32_t>(rows_.size());
  auto& cells = rows_.back().cells;
  cells += "<c r=\"" + cell_name(row, column) + "\" s=\"" + std::to_string(static_cast<int>(format)) + "\"";
  cells += type.empty() ? "" : " t=\"" + std::string(type) + "\"";
}

void SheetWriter::add(std::uint32_t column, std::string_view text, Format format) {
  append_cell(column, text.empty() ? "" : "inlineStr", format);
  rows_.back().cells += text.empty() ? "/>" : "><is><t xml:space=\"preserve\">" + guarded(text) + "</t></is></c>";
  if (!text.empty() && format != Format::plain) {
    rows_.back().texts.emplace_back(column, text);
  }
}

void SheetWriter::add_figure(std::uint32_t column, std::string_view text, Format format) {
  if (!is_figure(text)) {
    add(column, text, format);
    return;
  }
  append_cell(column, "", format == Format::cell ? Format::figure : format);
  rows_.back().cells += "><v>" + std::string(text) + "</v></c>";
}

void SheetWriter::merge(std::uint32_t row, std::uint32_t column, std::uint32_t rows, std::uint32_t columns) {
  merges_.push_back({row, column, rows, columns});
}

void SheetWriter::remark(std::uint32_t row, std::uint32_t column, std::string_view text) {
  remarks_.push_back({row, column, std::string(text)});
}

std::uint32_t SheetWriter::columns_under(std::uint32_t row, std::uint32_t column) const {
  const auto merge = std::find_if(merges_.begin(), merges_.end(),
                                  [&](const Merge& one) { return one.row == row && one.column == column; });
  return merge == merges_.end() ? 1 : merge->rows > 1 ? 0 : merge->columns;
}

std::size_t SheetWriter::lines_of(std::uint32_t row) const {
  std::size_t most = 1;
  for (const auto& [column, text] : rows_[row - 1].texts) {
    const auto columns = columns_under(row, column);
    if (columns == 0 || column > widths_.size()) {
      continue;
    }
    const auto end = std::min<std::size_t>(column - 1 + columns, widths_.size());
    const double width =
        std::accumulate(widths_.begin() + (column - 1), widths_.begin() + static_cast<std::ptrdiff_t>(end), -1.0);
    most = std::max(most, wrapped_lines(text, static_cast<std::size_t>(std::max(width, 2.0))));
  }
  return most;
}

/// Programs that open the file do not all make rows as high as their texts.
std::string SheetWriter::rows_xml() const {
  constexpr std::size_t kLine = 15;  // points
  constexpr std::size_t kHighest = 409;
  std::string xml;
  for (std::uint32_t row = 1; row <= rows_.size(); ++row) {
    const auto lines = lines_of(row);
    xml += "<row r=\"" + std::to_string(row) + "\"";
    if (lines > 1) {
      xml += " ht=\"" + std::to_string(std::min(lines * kLine, kHighest)) + "\" customHeight=\"1\"";
    }
    xml += ">" + rows_[row - 1].cells + "</row>";
  }
  return xml;
}

std::string SheetWriter::xml() const {
  std::string out = std::string(kXml) + "<worksheet xmlns=\"" + std::string(kMain) +
                    "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetPr>"
                    "<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">";
  if (frozen_ > 0) {
    out += "<pane ySplit=\"" + std::to_string(frozen_) + "\" topLeftCell=\"A" + std::to_string(frozen_ + 1) +
           "\" activePane=\"bottomLeft\" state=\"frozen\"/>";
  }
  out += "</sheetView></sheetViews>";
  if (!widths_.empty()) {
    out += "<cols>";
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto number = std::to_string(i + 1);
      out += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" +
             std::to_string(static_cast<int>(widths_[i])) + "\" customWidth=\"1\"/>";
    }
    out += "</cols>";
  }
  out += "<sheetData>" + rows_xml() + "</sheetData>";
  if (!merges_.empty()) {
    out += "<mergeCells count=\"" + std::to_string(merges_.size()) + "\">";
    for (const auto& [row, column, rows, columns] : merges_) {
      out +=
          "<mergeCell ref=\"" + cell_name(row, column) + ":" + cell_name(row + rows - 1, column + columns - 1) + "\"/>";
    }
    out += "</mergeCells>";
  }
  out +=
      "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
      "<pageSetup paperSize=\"9\" fitToHeight=\"0\"";
  // About what a page of A4 shows upright at full size.
  constexpr double kUpright = 90;
  const bool wide = std::accumulate(widths_.begin(), widths_.end(), 0.0) > kUpright;
  out += wide ? " orientation=\"landscape\"/>" : "/>";
  out += remarks_.empty() ? "" : "<legacyDrawing r:id=\"rId2\"/>";
  return out + "</worksheet>";
}

std::string SheetWriter::comments_xml() const {
  std::string out = std::string(kXml) + "<comments xmlns=\"" + std::string(kMain) + "\"><authors><author>" +
                    std::string(layout::kAuthor) + "</author></authors><commentList>";
  for (const auto& remark : remarks_) {
    out += "<comment ref=\"" + cell_name(remark.row, remark.column) +
           "\" authorId=\"0\"><text><t xml:space=\"preserve\">" + guarded(remark.text) + "</t></text></comment>";
  }
  return out + "</commentList></comments>";
}

std::string SheetWriter::shapes_vml() const {
  std::string out =
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
      "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" "
      "o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
      "o:connecttype=\"rect\"/></v:shapetype>";
  std::size_t number = 1025;
  for (const auto& remark : remarks_) {
    const auto row = std::to_string(remark.row - 1);
    const auto column = std::to_string(remark.column - 1);
    out += "<v:shape id=\"_x0000_s" + std::to_string(number++) +
           "\" type=\"#_x0000_t202\" style=\"position:absolute;width:160pt;height:60pt;visibility:hidden\" "
           "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/>"
           "<v:textbox/><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
           std::to_string(remark.column) + ", 15, " + row + ", 2, " + std::to_string(remark.column + 3) + ", 15, " +
           std::to_string(remark.row + 3) + ", 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + row +
           "</x:Row><x:Column>" + column + "</x:Column></x:ClientData></v:shape>";
  }
  return out + "</xml>";
}

}  // namespace nianbao::xlsx
