// Runs and what stands among them, to text.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "read/parts.hpp"
#include "word/fields.hpp"
#include "word/inline_text.hpp"

namespace nianbao::docx {

/// A paragraph's text and what hangs on it.
struct Inlines {
  word::InlineText text;
  std::vector<Image> images;
  std::vector<pugi::xml_node> boxes;     ///< contents of text boxes
  std::vector<pugi::xml_node> notes;     ///< footnotes and endnotes
  std::vector<std::string> comment_ids;  ///< of our own draft marks
};

/// Reads the children of a paragraph. One for each file, as fields go on over paragraphs.
class InlineReader {
 public:
  explicit InlineReader(Reading& reading) : reading_(reading) {}

  void read(pugi::xml_node paragraph, Inlines& out) { read_children(paragraph, out); }
  [[nodiscard]] const word::Fields& fields() const noexcept { return fields_; }

 private:
  void read_children(pugi::xml_node parent, Inlines& out);
  void read_node(pugi::xml_node node, Inlines& out);
  void read_run(pugi::xml_node run, Inlines& out);
  void read_run_child(pugi::xml_node node, Inlines& out);
  void read_text(pugi::xml_node node, Inlines& out);
  void read_symbol(pugi::xml_node node, Inlines& out);
  void read_field_mark(pugi::xml_node node);
  void read_note(pugi::xml_node reference, std::string_view kind, Inlines& out);
  void read_comment(pugi::xml_node reference, Inlines& out);
  void read_graphic(pugi::xml_node node, Inlines& out);
  void read_alternatives(pugi::xml_node node, Inlines& out);
  [[nodiscard]] Image image_of(pugi::xml_node node, std::string_view relationship, pugi::xml_node drawing);
  void say_embedded(pugi::xml_node node);

  Reading& reading_;
  word::Fields fields_;
};

}  // namespace nianbao::docx
