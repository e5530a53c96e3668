#include "write/style_sheet.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "ooxml/xml.hpp"
#include "word/style_names.hpp"

namespace nianbao::docx {

namespace {

using namespace std::string_view_literals;

// 28 characters of 三号 in a line of 156 mm: each is set 0.25 pt closer (Word's own grid of characters is
// read differently by other programs). Sizes in half points: 二号 44, 三号 32, 四号 28, 小四 24, 五号 21, 小五 18.
constexpr std::string_view kHead =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
    R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" )"
    R"(w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>)"
    R"(<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>)";

struct StyleSpec {
  std::string_view type;
  std::string_view id;
  std::string_view name;
  std::string_view base;
  std::string_view paragraph;
  std::string_view run;
  std::string_view rest = {};
};

constexpr std::string_view kPlainCell =
    R"(<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>)";
constexpr std::string_view kSong =
    R"(<w:rFonts w:eastAsia="宋体"/><w:spacing w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/>)";

constexpr std::array kStyles = {
    StyleSpec{"paragraph", "Normal", "Normal", "", R"(<w:widowControl w:val="0"/><w:jc w:val="both"/>)",
              R"(<w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/>)"},
    StyleSpec{"paragraph", style::kBody, "Body Text", "Normal", R"(<w:ind w:firstLine="640" w:firstLineChars="200"/>)",
              ""},
    StyleSpec{"paragraph", style::kTitle, "Title", "Normal",
              R"(<w:spacing w:before="0" w:after="579" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>)",
              R"(<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/><w:szCs w:val="44"/>)"},
    StyleSpec{"paragraph", style::kSubtitle, "Subtitle", "Normal",
              R"(<w:spacing w:after="300"/><w:jc w:val="center"/>)", R"(<w:rFonts w:eastAsia="楷体_GB2312"/>)"},
    StyleSpec{
        "paragraph", "Heading1", "heading 1", "Normal",
        R"(<w:keepNext/><w:keepLines/><w:ind w:firstLine="640" w:firstLineChars="200"/><w:outlineLvl w:val="0"/>)",
        R"(<w:rFonts w:eastAsia="黑体"/>)"},
    StyleSpec{
        "paragraph", "Heading2", "heading 2", "Normal",
        R"(<w:keepNext/><w:keepLines/><w:ind w:firstLine="640" w:firstLineChars="200"/><w:outlineLvl w:val="1"/>)",
        R"(<w:rFonts w:eastAsia="楷体_GB2312"/>)"},
    StyleSpec{
        "paragraph", "Heading3", "heading 3", "Normal",
        R"(<w:keepNext/><w:keepLines/><w:ind w:firstLine="640" w:firstLineChars="200"/><w:outlineLvl w:val="2"/>)",
        R"(<w:b/><w:bCs/>)"},
    StyleSpec{"paragraph", "Heading4", "heading 4", "Heading3", R"(<w:outlineLvl w:val="3"/>)",
              R"(<w:b w:val="0"/><w:bCs w:val="0"/>)"},
    StyleSpec{"paragraph", "Heading5", "heading 5", "Heading4", R"(<w:outlineLvl w:val="4"/>)", ""},
    StyleSpec{"paragraph", "Heading6", "heading 6", "Heading4", R"(<w:outlineLvl w:val="5"/>)", ""},
    StyleSpec{"paragraph", "Heading7", "heading 7", "Heading4", R"(<w:outlineLvl w:val="6"/>)", ""},
    StyleSpec{"paragraph", "Heading8", "heading 8", "Heading4", R"(<w:outlineLvl w:val="7"/>)", ""},
    StyleSpec{"paragraph", "Heading9", "heading 9", "Heading4", R"(<w:outlineLvl w:val="8"/>)", ""},
    StyleSpec{"paragraph", style::kCaption, "caption", "Normal", R"(<w:keepNext/><w:jc w:val="center"/>)",
              R"(<w:rFonts w:eastAsia="黑体"/><w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    StyleSpec{"paragraph", style::kNote, word::names::kNote, "Normal", R"(<w:snapToGrid w:val="0"/>)", kSong},
    StyleSpec{"paragraph", style::kSignature, "Signature", "Normal",
              R"(<w:ind w:right="640" w:rightChars="200"/><w:jc w:val="right"/>)", ""},
    StyleSpec{"paragraph", style::kDate, "Date", "Normal",
              R"(<w:ind w:right="1280" w:rightChars="400"/><w:jc w:val="right"/>)", ""},
    StyleSpec{"paragraph", style::kBullet, "List Bullet", "Normal", "", ""},
    StyleSpec{"paragraph", style::kNumber, "List Number", "Normal", "", ""},
    StyleSpec{"paragraph", style::kContinue, "List Continue", "Normal", R"(<w:ind w:left="640"/>)", ""},
    StyleSpec{"paragraph", style::kTableText, word::names::kTableText, "Normal", kPlainCell, kSong},
    StyleSpec{"paragraph", style::kTableHead, word::names::kTableHead, style::kTableText,
              R"(<w:keepNext/><w:jc w:val="center"/>)", ""},
    StyleSpec{"paragraph", style::kNoCell, word::names::kNoCell, style::kTableText, "", ""},
    StyleSpec{"paragraph", style::kTableCaption, word::names::kTableCaption, "Normal",
              R"(<w:keepNext/><w:jc w:val="center"/>)",
              R"(<w:rFonts w:eastAsia="黑体"/><w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    StyleSpec{"paragraph", style::kLines, word::names::kLines, "Normal", kPlainCell, kSong},
    StyleSpec{"paragraph", style::kImage, word::names::kImage, "Normal", R"(<w:jc w:val="center"/>)",
              R"(<w:color w:val="7F7F7F"/><w:sz w:val="21"/><w:szCs w:val="21"/>)"},
    StyleSpec{
        "paragraph", style::kDraftNotice, word::names::kDraftNotice, "Normal",
        R"(<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="B26A00"/><w:left w:val="single" w:sz="24" )"
        R"(w:space="4" w:color="B26A00"/><w:bottom w:val="single" w:sz="6" w:space="4" w:color="B26A00"/><w:right )"
        R"(w:val="single" w:sz="6" w:space="4" w:color="B26A00"/></w:pBdr><w:shd w:val="clear" w:color="auto" )"
        R"(w:fill="FFF8E6"/><w:snapToGrid w:val="0"/><w:spacing w:after="240"/>)",
        kSong},
    StyleSpec{"paragraph", style::kFooter, "footer", "Normal", R"(<w:snapToGrid w:val="0"/>)",
              R"(<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    StyleSpec{"paragraph", style::kCommentText, "annotation text", "Normal", R"(<w:jc w:val="left"/>)", kSong},
    StyleSpec{"character", style::kCommentReference, "annotation reference", "", "",
              R"(<w:sz w:val="21"/><w:szCs w:val="21"/>)"},
    StyleSpec{"character", style::kLink, "Hyperlink", "", "", R"(<w:color w:val="0563C1"/><w:u w:val="single"/>)"},
    StyleSpec{
        "table", style::kTable, word::names::kTable, "", "", "",
        R"(<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:left )"
        R"(w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="0" )"
        R"(w:color="000000"/><w:right w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:insideH )"
        R"(w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" )"
        R"(w:color="000000"/></w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" )"
        R"(w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>)"},
};

void append_style(const StyleSpec& spec, std::string_view id, std::string_view base, std::string& out) {
  out += "<w:style w:type=\"" + std::string(spec.type) + "\"";
  out += spec.id == "Normal" ? " w:default=\"1\"" : "";
  out += " w:styleId=\"" + std::string(id) + "\"><w:name w:val=\"" + std::string(spec.name) + "\"/>";
  if (!base.empty()) {
    out += "<w:basedOn w:val=\"" + std::string(base) + "\"/>";
  }
  out += "<w:qFormat/>";
  if (!spec.paragraph.empty()) {
    out += "<w:pPr>" + std::string(spec.paragraph) + "</w:pPr>";
  }
  if (!spec.run.empty()) {
    out += "<w:rPr>" + std::string(spec.run) + "</w:rPr>";
  }
  out += spec.rest;
  out += "</w:style>";
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  return result;
}

}  // namespace

std::string heading_style(int level) { return "Heading" + std::to_string(std::clamp(level, 1, 9)); }

StyleSheet::StyleSheet() {
  xml_ = kHead;
  for (const auto& spec : kStyles) {
    append_style(spec, spec.id, spec.base, xml_);
  }
  xml_ += "</w:styles>";
}

Result<StyleSheet> StyleSheet::with(std::string reference_styles) {
  NIANBAO_TRY(const auto reference, ooxml::Xml::parse(std::move(reference_styles), "styles"));
  std::map<std::string, std::string> by_name;
  std::set<std::string> taken;
  for (const auto& node : reference.root().children("w:style")) {
    const std::string id = node.attribute("w:styleId").value();
    taken.insert(id);
    by_name.emplace(lower(node.child("w:name").attribute("w:val").value()), id);
  }
  StyleSheet sheet;
  for (const auto& spec : kStyles) {
    const auto known = by_name.find(lower(spec.name));
    if (known != by_name.end()) {
      sheet.ids_[std::string(spec.id)] = known->second;
    } else if (taken.count(std::string(spec.id)) != 0) {
      sheet.ids_[std::string(spec.id)] = "Nianbao" + std::string(spec.id);
    }
  }
  std::string added = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  for (const auto& spec : kStyles) {
    if (by_name.count(lower(spec.name)) == 0) {
      append_style(spec, sheet.id(spec.id), spec.base.empty() ? spec.base : sheet.id(spec.base), added);
    }
  }
  NIANBAO_TRY(const auto ours, ooxml::Xml::parse(added + "</w:styles>", "styles"));
  for (const auto& node : ours.root().children()) {
    reference.root().append_copy(node);
  }
  std::ostringstream out;
  out << R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" << '\n';
  reference.root().print(out, "", pugi::format_raw | pugi::format_no_declaration);
  sheet.xml_ = out.str();
  return sheet;
}

std::string_view StyleSheet::id(std::string_view ours) const {
  const auto found = ids_.find(ours);
  return found == ids_.end() ? ours : std::string_view(found->second);
}

std::string font_table() {
  struct Font {
    std::string_view name;
    std::string_view instead;
    std::string_view panose;
  };
  constexpr std::array kFonts = {
      Font{"方正小标宋简体", "方正小标宋_GBK", "03000509000000000000"},
      Font{"仿宋_GB2312", "仿宋", "02010609030101010101"}, Font{"楷体_GB2312", "楷体", "02010609030101010101"},
      Font{"黑体", "SimHei", "02010609060101010101"}, Font{"宋体", "SimSun", "02010600030101010101"}};
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  for (const auto& font : kFonts) {
    out += "<w:font w:name=\"" + std::string(font.name) + "\"><w:altName w:val=\"" + std::string(font.instead) +
           "\"/><w:panose1 w:val=\"" + std::string(font.panose) +
           "\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>";
  }
  return out + "</w:fonts>";
}

}  // namespace nianbao::docx
