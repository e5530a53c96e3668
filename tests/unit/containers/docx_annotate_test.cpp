// Comments in a copy of somebody else's docx file.
#include <boost/test/unit_test.hpp>

#include "package.hpp"
#include "support.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

Result<std::string> annotated(const std::string& package, const std::string& remarks) {
  Call call;
  call.options["annotate"] = package;
  call.options["remarks"] = remarks;
  return call.write("docx", Document());
}

std::string without_marks(std::string text) {
  for (const std::string mark : {"<w:commentRangeStart ", "<w:commentRangeEnd ", "<w:r><w:commentReference "}) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      const auto end = mark[3] == 'r' ? text.find("</w:r>", at) + 6 : text.find("/>", at) + 2;
      text.erase(at, end - at);
    }
  }
  return text;
}

/// Where the comment of this number stands in the text.
std::size_t mark_of(const std::string& text, int number) {
  return text.find("<w:commentReference w:id=\"" + std::to_string(number) + "\"/>");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_annotate)

BOOST_AUTO_TEST_CASE(puts_comments_at_paragraphs_and_cells) {
  const auto package = docx(paragraph("一、概述") + paragraph("收到18件。", "", "<w:jc w:val=\"both\"/>") +
                            table(row(cell("甲") + cell("1")) + row(cell("乙") + cell("2"))));
  const auto copy = annotated(package, "2\t0\t0\t合计<不符>\n3\t2\t2\t“总计”填报为0\n");
  BOOST_REQUIRE(copy.ok());
  const auto text = unzip(*copy, "word/document.xml");
  BOOST_TEST(without_marks(text) == unzip(package, "word/document.xml"));
  // From the last place to the first.
  BOOST_TEST(mark_of(text, 1) > text.find("<w:jc w:val=\"both\"/>"));
  BOOST_TEST(mark_of(text, 1) < text.find("收到18件"));
  BOOST_TEST(mark_of(text, 0) > text.find(">乙<"));
  BOOST_TEST(mark_of(text, 0) < text.find(">2<"));
  const auto comments = unzip(*copy, "word/comments.xml");
  BOOST_TEST(comments.find("合计&lt;不符&gt;") != std::string::npos);
  BOOST_TEST(comments.find("“总计”填报为0") != std::string::npos);
  BOOST_TEST(unzip(*copy, "[Content_Types].xml").find("/word/comments.xml") != std::string::npos);
  BOOST_TEST(sketch(read("docx", *copy)) == sketch(read("docx", package)));
}

BOOST_AUTO_TEST_CASE(keeps_the_comments_that_are_there) {
  DocxParts parts;
  parts.body = paragraph("一、概述");
  parts.comments = "<w:comment w:id=\"6\" w:author=\"张三\"><w:p><w:r><w:t>请补充</w:t></w:r></w:p></w:comment>";
  const auto copy = annotated(docx(parts), "0\t0\t0\t缺少统计表\n");
  BOOST_REQUIRE(copy.ok());
  const auto comments = unzip(*copy, "word/comments.xml");
  BOOST_TEST(comments.find("请补充") != std::string::npos);
  BOOST_TEST(comments.find("<w:comment w:id=\"7\"") != std::string::npos);
  BOOST_TEST(mark_of(unzip(*copy, "word/document.xml"), 7) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_what_it_cannot_mark) {
  BOOST_TEST(annotated("PK", "").error().code == "package-damaged");
  const auto strange =
      Zip()
          .add("_rels/.rels",
               "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
               "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"main.xml\"/></Relationships>")
          .add("main.xml",
               "<v:document xmlns:v=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
               "<v:body><v:p><v:r><v:t>甲</v:t></v:r></v:p></v:body></v:document>")
          .bytes();
  BOOST_TEST(annotated(strange, "1\t0\t0\t甲\n").error().code == "docx-not-annotated");
}

BOOST_AUTO_TEST_SUITE_END()
