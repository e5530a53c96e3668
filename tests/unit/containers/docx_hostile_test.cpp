// Files that are no docx, damaged ones, and ones made to harm.
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "package.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::string code_of(std::string bytes) {
  Call call;
  const auto result = call.read("docx", std::move(bytes));
  if (result.ok()) {
    return "";
  }
  BOOST_TEST(!result.error().message.zh.empty());
  BOOST_TEST(!result.error().hint.en.empty());
  return result.error().code;
}

std::string rels() {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
         "Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
}

/// A package whose main part is this, word for word.
std::string with_main(const std::string& main, ZipLies lies = {}) {
  return Zip().add("_rels/.rels", rels()).add("word/document.xml", main, lies).bytes();
}

const std::string kOpen =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const std::string kClose = "</w:body></w:document>";

std::string sample() {
  DocxParts parts;
  parts.styles = "<w:style w:styleId=\"1\" w:type=\"paragraph\"><w:name w:val=\"heading 1\"/></w:style>";
  parts.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  parts.body = paragraph("一、概述", "1") + paragraph("甲", "", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") +
               table(row(cell("甲", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") + cell("1")) +
                     row(cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") + cell("2")));
  return docx(parts);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_hostile)

BOOST_AUTO_TEST_CASE(refuses_what_is_no_document) {
  BOOST_TEST(code_of("收到18件") == "package-damaged");
  BOOST_TEST(code_of("PK\x03\x04") == "package-damaged");
  BOOST_TEST(code_of(Zip().add("a.txt", "甲").bytes()) == "package-not-office");
  BOOST_TEST(code_of(Zip().add("_rels/.rels", rels()).bytes()) == "package-not-office");
  BOOST_TEST(code_of(with_main("<other/>")) == "docx-not-a-document");
  BOOST_TEST(code_of(docx("")) == "docx-no-text");
  BOOST_TEST(code_of(docx(table(""))) == "docx-no-text");
  BOOST_TEST(code_of(Zip().add("word/document.xml", "甲", {0, true}).bytes()) == "package-encrypted");
}

BOOST_AUTO_TEST_CASE(refuses_damaged_xml) {
  BOOST_TEST(code_of(with_main("")) == "xml-damaged");
  BOOST_TEST(code_of(with_main(kOpen + "<w:p>")) == "xml-damaged");
  BOOST_TEST(code_of(with_main(kOpen + "<w:p></w:r>" + kClose)) == "xml-damaged");
}

BOOST_AUTO_TEST_CASE(reads_no_document_type_and_no_entity) {
  const std::string entities = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
  BOOST_TEST(code_of(with_main(entities + kOpen + "<w:p><w:r><w:t>&a;&x;</w:t></w:r></w:p>" + kClose)) ==
             "xml-doctype");
  const auto document = read("docx", docx("<w:p><w:r><w:t>&a;&amp;&#x7532;</w:t></w:r></w:p>"));
  BOOST_TEST(sketch(document) == "p &a;&甲\n");
}

BOOST_AUTO_TEST_CASE(compares_claimed_sizes_with_what_is_there) {
  const auto body = kOpen + paragraph("甲") + kClose;
  BOOST_TEST(code_of(with_main(body, {0x7FFFFFFF, false})) == "package-inflates");
  BOOST_TEST(code_of(with_main(body, {static_cast<std::uint32_t>(body.size() + 9), false})) == "package-damaged");
  BOOST_TEST(code_of(with_main(body, {static_cast<std::uint32_t>(body.size() - 9), false})) == "package-damaged");
  // 16 MB of blanks are some 70 KB here.
  BOOST_TEST(code_of(with_main(kOpen + std::string(16U << 20U, ' ') + kClose)) == "package-inflates");
}

BOOST_AUTO_TEST_CASE(bounds_entries_nodes_and_depth) {
  Zip many;
  for (int i = 0; i < 10001; ++i) {
    many.add("a" + std::to_string(i), "");
  }
  BOOST_TEST(code_of(many.bytes()) == "package-entries");
  // Uneven, so that it does not inflate beyond the ratio.
  std::string nodes;
  std::mt19937 random(1);
  for (int i = 0; i < 1000000; ++i) {
    nodes += static_cast<char>('a' + random() % 26);
    nodes += "<a b='' c=''/>";
  }
  BOOST_TEST(code_of(with_main(kOpen + nodes + kClose)) == "xml-nodes");
  const auto nested = [](const std::string& open, const std::string& close) {
    return docx(paragraph("甲") + "<w:p>" + repeated(open, 20000) + repeated(close, 20000) + "</w:p>");
  };
  BOOST_TEST(code_of(nested("<w:ins>", "</w:ins>")) == "xml-nesting");
  BOOST_TEST(code_of(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")) == "xml-nesting");
  BOOST_TEST(code_of(nested("<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>")) ==
             "xml-nesting");
  BOOST_TEST(code_of(nested("<w:x>", "</w:x>")) == "");
  const auto tables =
      repeated("<w:tbl><w:tr><w:tc>", 20000) + paragraph("甲") + repeated("</w:tc></w:tr></w:tbl>", 20000);
  BOOST_TEST(code_of(docx(tables)) == "xml-nesting");
}

BOOST_AUTO_TEST_CASE(bounds_grids) {
  const auto start = std::chrono::steady_clock::now();
  BOOST_TEST(code_of(docx(table(row(cell("甲", "<w:gridSpan w:val=\"1000000\"/>"))))) == "table-too-large");
  BOOST_TEST(code_of(docx(table(row(cell("甲", "<w:gridSpan w:val=\"99999999999999999999\"/>"))))) ==
             "table-too-large");
  BOOST_TEST(code_of(docx(table(row(cell("甲"), "<w:gridBefore w:val=\"1000000\"/>")))) == "table-too-large");
  BOOST_TEST(code_of(docx(table(row(cell("甲"), "<w:gridAfter w:val=\"4294967295\"/>")))) == "table-too-large");
  BOOST_TEST(code_of(docx(table(repeated(row(cell("甲", "<w:gridSpan w:val=\"1000\"/>")), 201)))) == "table-too-large");
  BOOST_TEST(sketch(read("docx", docx(table(row(cell("甲", "<w:gridSpan w:val=\"-5\"/>")))))) == "t 1x1 / 甲\n");
  const auto spent = std::chrono::steady_clock::now() - start;
  BOOST_TEST(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count() < 3000);
}

BOOST_AUTO_TEST_CASE(does_not_multiply_notes_and_labels) {
  DocxParts parts;
  parts.footnotes = "<w:footnote w:id=\"1\">" + repeated(paragraph(std::string(1000, 'x')), 100) +
                    "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:footnote>";
  parts.body = repeated("<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>", 1000);
  BOOST_TEST(read("docx", docx(parts)).blocks.size() == 1100U);
}

BOOST_AUTO_TEST_CASE(cleans_texts) {
  const auto document = read("docx", docx("<w:p><w:r><w:t>a&#1;&#xD800;\xFF\xC0\x80z</w:t></w:r></w:p>"));
  BOOST_TEST(document_from_json(document_to_json(document)).ok());
  BOOST_TEST(sketch(document).find('z') != std::string::npos);
}

BOOST_AUTO_TEST_CASE(survives_cut_and_mutated_files) {
  const auto bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    BOOST_TEST(code_of(bytes.substr(0, size)) != "");
  }
  std::mt19937 random(3);
  for (int round = 0; round < 1500; ++round) {
    Call call;
    const auto document = call.read("docx", mutate(bytes, random));
    BOOST_TEST((!document.ok() || document_from_json(document_to_json(*document)).ok()));
  }
}

BOOST_AUTO_TEST_CASE(survives_mutated_parts) {
  const auto body =
      kOpen + paragraph("一、概述", "1") +
      table(row(cell("甲", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") + cell("1")) +
            row(cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") + cell("2"))) +
      "<w:p><w:ins><w:r><w:fldChar w:fldCharType=\"begin\"/><w:sym w:char=\"F0FE\"/></w:r></w:ins></w:p>" + kClose;
  std::mt19937 random(5);
  for (int round = 0; round < 1500; ++round) {
    Call call;
    const auto document = call.read("docx", with_main(mutate(body, random)));
    BOOST_TEST((!document.ok() || document_from_json(document_to_json(*document)).ok()));
  }
}

BOOST_AUTO_TEST_CASE(probes_packages) {
  const auto& docx = container("docx");
  BOOST_TEST((docx.probe(sample(), "年报.doc") == Certainty::certain));
  BOOST_TEST((docx.probe(Zip().add("[Content_Types].xml", "").bytes(), "a") == Certainty::possible));
  BOOST_TEST((docx.probe(Zip().add("xl/workbook.xml", "").bytes(), "a.docx") == Certainty::none));
  BOOST_TEST((docx.probe(Zip().add("a.txt", "").bytes(), "a.docx") == Certainty::none));
  BOOST_TEST((docx.probe("收到", "a.docx") == Certainty::none));
}

BOOST_AUTO_TEST_SUITE_END()
