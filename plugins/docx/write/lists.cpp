#include "write/lists.hpp"

namespace nianbao::docx {

namespace {

constexpr int kLevels = 9;

void append_definition(int id, bool ordered, std::string& out) {
  out += "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\"><w:multiLevelType w:val=\"multilevel\"/>";
  for (int level = 0; level < kLevels; ++level) {
    const auto number = std::to_string(level);
    out += "<w:lvl w:ilvl=\"" + number + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           (ordered ? "decimal" : "bullet") + "\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"" +
           (ordered ? "%" + std::to_string(level + 1) + "." : "•") +
           "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" + std::to_string(640 * (level + 1)) +
           "\" w:firstLine=\"0\"/></w:pPr></w:lvl>";
  }
  out += "</w:abstractNum>";
}

}  // namespace

std::string Lists::xml() const {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  append_definition(0, false, out);
  append_definition(1, true, out);
  for (std::size_t i = 0; i < ordered_.size(); ++i) {
    out += "<w:num w:numId=\"" + std::to_string(i + 1) + "\"><w:abstractNumId w:val=\"" + (ordered_[i] ? "1" : "0") +
           "\"/>";
    for (int level = 0; level < kLevels; ++level) {
      out += "<w:lvlOverride w:ilvl=\"" + std::to_string(level) + "\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
    }
    out += "</w:num>";
  }
  return out + "</w:numbering>";
}

}  // namespace nianbao::docx
