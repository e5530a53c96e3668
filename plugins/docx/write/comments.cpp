#include "write/comments.hpp"

#include "word/style_names.hpp"
#include "write/runs.hpp"

namespace nianbao::docx {

void Comments::open(std::string& out) const { out += "<w:commentRangeStart w:id=\"" + std::to_string(count_) + "\"/>"; }

void Comments::close(std::string_view remark, std::string& out) {
  const auto id = "w:id=\"" + std::to_string(count_++) + "\"";
  const auto mark = "<w:rPr><w:rStyle w:val=\"" + std::string(styles_.id(style::kCommentReference)) + "\"/></w:rPr>";
  out += "<w:commentRangeEnd " + id + "/><w:r>" + mark + "<w:commentReference " + id + "/></w:r>";
  comments_ += "<w:comment " + id + " w:author=\"" + std::string(word::names::kAuthor) +
               "\" w:initials=\"NB\"><w:p><w:pPr><w:pStyle w:val=\"" + std::string(styles_.id(style::kCommentText)) +
               "\"/></w:pPr><w:r>" + mark + "<w:annotationRef/></w:r>";
  append_run(remark, comments_);
  comments_ += "</w:p></w:comment>";
}

std::string Comments::xml() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
         "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
         comments_ + "</w:comments>";
}

}  // namespace nianbao::docx
