#include "package.hpp"

#include <zlib.h>

#include <boost/test/unit_test.hpp>

namespace nianbao::test {

namespace {

void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFFU);
  put16(out, value >> 16U);
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  BOOST_REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  BOOST_REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

constexpr std::string_view kPrefixes =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

std::string part(std::string_view root, std::string_view inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + std::string(root) +
         std::string(kPrefixes) + ">" + std::string(inside) + "</w:" + std::string(root) + ">";
}

std::string relationships(std::string_view inside) {
  return "<?xml version=\"1.0\"?><Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(inside) + "</Relationships>";
}

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + "\"/>";
}

}  // namespace

Zip& Zip::add(const std::string& name, const std::string& bytes, ZipLies lies) {
  const auto packed = deflated(bytes);
  std::string header;
  put16(header, 20);
  put16(header, lies.encrypted ? 1 : 0);
  put16(header, 8);
  put32(header, 0x00210000);
  put32(header, static_cast<std::uint32_t>(
                    crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()))));
  put32(header, static_cast<std::uint32_t>(packed.size()));
  put32(header, lies.size != 0 ? lies.size : static_cast<std::uint32_t>(bytes.size()));
  put16(header, static_cast<std::uint32_t>(name.size()));
  put16(header, 0);
  const auto offset = static_cast<std::uint32_t>(local_.size());
  local_ += std::string("PK\x03\x04", 4) + header + name + packed;
  central_ += std::string("PK\x01\x02\x14\x00", 6) + header;
  central_ += std::string(6, '\0');
  put32(central_, 0);
  put32(central_, offset);
  central_ += name;
  ++count_;
  return *this;
}

std::string Zip::bytes() const {
  std::string end("PK\x05\x06\0\0\0\0", 8);
  put16(end, count_);
  put16(end, count_);
  put32(end, static_cast<std::uint32_t>(central_.size()));
  put32(end, static_cast<std::uint32_t>(local_.size()));
  put16(end, 0);
  return local_ + central_ + end;
}

std::string unzip(const std::string& bytes, const std::string& name) {
  const auto number = [&](std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = size; i > 0; --i) {
      value = value << 8U | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i) - 1));
    }
    return value;
  };
  const std::string central("PK\x01\x02", 4);
  for (auto at = bytes.find(central); at != std::string::npos; at = bytes.find(central, at + 4)) {
    if (bytes.compare(at + 46, number(at + 28, 2), name) != 0) {
      continue;
    }
    const auto local = number(at + 42, 4);
    const auto data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    std::string out(number(at + 24, 4), '\0');
    z_stream stream{};
    BOOST_REQUIRE(inflateInit2(&stream, -15) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + data));
    stream.avail_in = number(at + 20, 4);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return out;
  }
  return {};
}

std::string docx(const DocxParts& parts) {
  Zip zip;
  zip.add("[Content_Types].xml",
          "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  zip.add("_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml")));
  zip.add("word/document.xml", part("document", "<w:body>" + parts.body + "</w:body>"));
  std::string own = parts.relationships;
  const auto add = [&](const char* type, const char* root, const std::string& inside) {
    if (!inside.empty()) {
      own += relationship(type, type, std::string(type) + ".xml");
      zip.add("word/" + std::string(type) + ".xml", part(root, inside));
    }
  };
  add("styles", "styles", parts.styles);
  add("numbering", "numbering", parts.numbering);
  add("footnotes", "footnotes", parts.footnotes);
  add("comments", "comments", parts.comments);
  zip.add("word/_rels/document.xml.rels", relationships(own));
  return zip.bytes();
}

std::string docx(const std::string& body) {
  DocxParts parts;
  parts.body = body;
  return docx(parts);
}

std::string xlsx(const XlsxParts& parts) {
  const std::string open = "<?xml version=\"1.0\"?><";
  const std::string names =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
  Zip zip;
  zip.add("_rels/.rels", relationships(relationship("a", "officeDocument", "xl/workbook.xml")));
  std::string sheets;
  std::string own =
      relationship("st", "styles", "styles.xml") + relationship("ss", "sharedStrings", "sharedStrings.xml");
  for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
    const auto id = std::to_string(i + 1);
    const auto attributes = i < parts.sheet_attributes.size() ? parts.sheet_attributes[i] : std::string();
    sheets += "<sheet name=\"表" + id + "\" sheetId=\"" + id + "\" r:id=\"s" + id + "\" " + attributes + "/>";
    own += relationship("s" + id, "worksheet", "worksheets/sheet" + id + ".xml");
    zip.add("xl/worksheets/sheet" + id + ".xml", open + "worksheet" + names + parts.sheets[i] + "</worksheet>");
  }
  zip.add("xl/workbook.xml", open + "workbook" + names + parts.workbook + "<sheets>" + sheets + "</sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels", relationships(own));
  zip.add("xl/styles.xml", open + "styleSheet" + names + parts.styles + "</styleSheet>");
  zip.add("xl/sharedStrings.xml", open + "sst" + names + parts.strings + "</sst>");
  return zip.bytes();
}

std::string xlsx(const std::string& rows, const std::vector<std::string>& merges) {
  XlsxParts parts;
  std::string merged;
  for (const auto& merge : merges) {
    merged += "<mergeCell ref=\"" + merge + "\"/>";
  }
  parts.sheets.push_back("<sheetData>" + rows + "</sheetData><mergeCells>" + merged + "</mergeCells>");
  return xlsx(parts);
}

std::string text_cell(std::string_view name, std::string_view text, std::string_view attributes) {
  return "<c r=\"" + std::string(name) + "\" t=\"inlineStr\" " + std::string(attributes) + "><is><t>" +
         std::string(text) + "</t></is></c>";
}

std::string number_cell(std::string_view name, std::string_view number, std::string_view attributes) {
  return "<c r=\"" + std::string(name) + "\" " + std::string(attributes) + "><v>" + std::string(number) + "</v></c>";
}

std::string sheet_row(int number, std::string_view cells, std::string_view attributes) {
  return "<row r=\"" + std::to_string(number) + "\" " + std::string(attributes) + ">" + std::string(cells) + "</row>";
}

std::string paragraph(std::string_view text, std::string_view style, std::string_view properties) {
  std::string out = "<w:p><w:pPr>";
  if (!style.empty()) {
    out += "<w:pStyle w:val=\"" + std::string(style) + "\"/>";
  }
  return out + std::string(properties) + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + std::string(text) +
         "</w:t></w:r></w:p>";
}

std::string cell(std::string_view text, std::string_view properties) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

std::string row(std::string_view cells, std::string_view properties) {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}

std::string table(std::string_view rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + std::string(rows) + "</w:tbl>"; }

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

}  // namespace nianbao::test
