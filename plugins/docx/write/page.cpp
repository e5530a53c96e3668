#include "write/page.hpp"

namespace nianbao::docx {

// Margins: 37 mm above, 28 mm at the left, a text of 156 × 225 mm; the dash stands 7 mm below it.
// 225 mm / 22 lines are 579 twips.
Page official_page() {
  return {R"(<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" )"
          R"(w:header="851" w:footer="1247" w:gutter="0"/><w:cols w:space="425"/>)"
          R"(<w:docGrid w:type="lines" w:linePitch="579"/>)",
          11906 - 1474 - 1588};
}

std::string section(const Page& page) {
  return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"" + std::string(kOddFooter) +
         "\"/><w:footerReference w:type=\"even\" r:id=\"" + std::string(kEvenFooter) + "\"/>" + page.properties +
         "</w:sectPr>";
}

std::string footer(bool even, const StyleSheet& styles) {
  const auto mark = [](std::string_view type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
  };
  const std::string place = even ? R"(<w:ind w:left="280" w:leftChars="100"/><w:jc w:val="left"/>)"
                                 : R"(<w:ind w:right="280" w:rightChars="100"/><w:jc w:val="right"/>)";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
         "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle "
         "w:val=\"" +
         std::string(styles.id(style::kFooter)) + "\"/>" + place +
         "</w:pPr><w:r><w:t xml:space=\"preserve\">— </w:t></w:r>" + mark("begin") +
         "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" + mark("separate") +
         "<w:r><w:t>1</w:t></w:r>" + mark("end") + "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
}

}  // namespace nianbao::docx
