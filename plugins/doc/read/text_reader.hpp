// Characters of a paragraph to text, and what hangs on them.
#pragma once

#include <vector>

#include <nianbao/sdk/document.hpp>

#include "read/anchors.hpp"
#include "read/reading.hpp"
#include "word/fields.hpp"
#include "word/inline_text.hpp"

namespace nianbao::doc {

/// A paragraph's text and what hangs on it.
struct Inlines {
  word::InlineText text;
  std::vector<Image> images;
  std::vector<TextRange> boxes;
  std::vector<TextRange> notes;
};

/// Reads the characters of paragraphs. One for each file, as fields go on over paragraphs.
class TextReader {
 public:
  TextReader(Reading& reading, Anchors& anchors) : reading_(reading), anchors_(anchors) {}

  void read(TextRange range, Inlines& out);
  [[nodiscard]] const word::Fields& fields() const noexcept { return fields_; }

 private:
  void read_run(std::u16string_view run, std::size_t at, const CharacterProperties& properties, Inlines& out);
  void read_control(char16_t unit, std::size_t at, const CharacterProperties& properties, Inlines& out);
  void add_text(std::u16string_view units, Inlines& out);
  void add_symbol(std::uint32_t symbol, Inlines& out);
  void add_picture(const CharacterProperties& properties, Inlines& out);
  void add_shape(std::size_t at, Inlines& out);
  void say_embedded();

  Reading& reading_;
  Anchors& anchors_;
  word::Fields fields_;
};

}  // namespace nianbao::doc
