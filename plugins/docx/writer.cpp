#include "writer.hpp"

#include "annotate.hpp"
#include "document/own_document.hpp"
#include "ooxml/package_writer.hpp"
#include "word/style_names.hpp"
#include "write/body_writer.hpp"
#include "write/page.hpp"
#include "write/reference.hpp"

namespace nianbao::docx {

namespace {

using ooxml::escaped;

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// Parts of a file and how it refers to them.
class Parts {
 public:
  void add(const std::string& name, std::string bytes, std::string_view content_type) {
    types_ += "<Override PartName=\"/" + name + "\" ContentType=\"" + std::string(content_type) + "\"/>";
    package_.add(name, std::move(bytes));
  }
  /// A part of word/ that the document refers to.
  void add_word(const std::string& name, std::string bytes, std::string_view kind, std::string_view id = {}) {
    add_related("word/" + name, std::move(bytes), kind, std::string(kWord) + std::string(kind) + "+xml", id);
  }
  void add_related(const std::string& name, std::string bytes, std::string_view kind, std::string_view content_type,
                   std::string_view id = {}) {
    ++related_;
    relationships_ += "<Relationship Id=\"" + (id.empty() ? "rId" + std::to_string(related_) : std::string(id)) +
                      "\" Type=\"" + std::string(kOffice) + std::string(kind) + "\" Target=\"" + name.substr(5) +
                      "\"/>";
    add(name, std::move(bytes), content_type);
  }
  Result<std::string> finish() {
    package_.add("word/_rels/document.xml.rels", wrapped(relationships_));
    package_.add(
        "_rels/.rels",
        wrapped("<Relationship Id=\"rId1\" Type=\"" + std::string(kOffice) +
                "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" "
                "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
                "Target=\"docProps/core.xml\"/><Relationship Id=\"rId3\" Type=\"" +
                std::string(kOffice) + "custom-properties\" Target=\"docProps/custom.xml\"/>"));
    package_.add("[Content_Types].xml",
                 std::string(kXml) +
                     "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                     "<Default Extension=\"rels\" "
                     "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                     "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
                     types_ + "</Types>");
    return package_.finish();
  }

 private:
  static std::string wrapped(const std::string& relationships) {
    return std::string(kXml) +
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relationships +
           "</Relationships>";
  }

  ooxml::PackageWriter package_;
  std::string types_;
  std::string relationships_;
  int related_ = 0;
};

std::string core_properties(const Document& document) {
  const auto* title = own::title_of(document);
  return std::string(kXml) +
         "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
         escaped(title != nullptr ? title->chars : own::kUntitled) +
         "</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>";
}

std::string custom_properties(const Document& document) {
  std::string out = std::string(kXml) +
                    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                    "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">";
  int id = 2;
  for (const auto& property : document.properties) {
    if (property.name != own::kDraftNotice) {
      out += "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"" + std::to_string(id++) + "\" name=\"" +
             std::string(word::names::kPropertyPrefix) + escaped(property.name) + "\"><vt:lpwstr>" +
             escaped(property.value) + "</vt:lpwstr></property>";
    }
  }
  return out + "</Properties>";
}

std::string settings() {
  return std::string(kXml) +
         "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
         "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"640\"/><w:evenAndOddHeaders/>"
         "<w:drawingGridVerticalSpacing w:val=\"579\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
         "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
         "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
         "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
         "w:val=\"15\"/>"
         "</w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>";
}

std::string main_part(const BodyWriter& body, const Look& look) {
  return std::string(kXml) +
         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" +
         body.xml() + section(look.page) + "</w:body></w:document>";
}

}  // namespace

Result<std::string> write_docx(const Document& document, const Context& context) {
  if (const auto original = context.options.find("annotate"); original != context.options.end()) {
    const auto remarks = context.options.find("remarks");
    return annotate(original->second, remarks == context.options.end() ? std::string() : remarks->second, context);
  }
  Look look;
  if (const auto reference = context.options.find("reference-doc"); reference != context.options.end()) {
    NIANBAO_TRY(look, look_of(reference->second, context.limits));
  }
  BodyWriter body(look.styles, look.page.text_width);
  for (const auto& property : document.properties) {
    if (property.name == own::kDraftNotice) {
      body.append_notice(property.value);
    }
  }
  body.append(document.blocks);

  Parts parts;
  parts.add("word/document.xml", main_part(body, look), std::string(kWord) + "document.main+xml");
  parts.add_word("styles.xml", look.styles.xml(), "styles");
  parts.add_word("numbering.xml", body.lists().xml(), "numbering");
  parts.add_word("settings.xml", settings(), "settings");
  parts.add_word("fontTable.xml", font_table(), "fontTable");
  parts.add_word("footer1.xml", footer(false, look.styles), "footer", kOddFooter);
  parts.add_word("footer2.xml", footer(true, look.styles), "footer", kEvenFooter);
  if (!body.comments().empty()) {
    parts.add_word("comments.xml", body.comments().xml(), "comments");
  }
  if (!look.theme.empty()) {
    parts.add_related("word/theme/theme1.xml", look.theme, "theme",
                      "application/vnd.openxmlformats-officedocument.theme+xml");
  }
  parts.add("docProps/core.xml", core_properties(document),
            "application/vnd.openxmlformats-package.core-properties+xml");
  parts.add("docProps/custom.xml", custom_properties(document),
            "application/vnd.openxmlformats-officedocument.custom-properties+xml");
  return parts.finish();
}

}  // namespace nianbao::docx
