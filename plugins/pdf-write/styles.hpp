// How each kind of block looks: GB/T 9704-2012.
#pragma once

#include <string>

#include <nianbao/sdk/document.hpp>

namespace nianbao::pdf_write {

enum class Alignment { both, left, centre, right };

/// Lengths are points.
struct Style {
  const char* families;  ///< in the order of preference; only free ones: what is used is embedded
  double size = 16;
  bool bold = false;
  Alignment alignment = Alignment::both;
  double indent = 0;   ///< of the first line
  double inset = 0;    ///< at the right
  double pitch = 0;    ///< from line to line
  double after = 0;    ///< below the block
  double spacing = 0;  ///< between characters
  bool keep_with_next = false;
  const char* tag = "P";  ///< in the structure of the file
};

[[nodiscard]] Style style_of(const Block& block);
[[nodiscard]] Style caption_style();
[[nodiscard]] Style cell_style(bool header);
[[nodiscard]] Style note_style();
/// Of a draft's remarks below its tables: tagged as notes, so that reading can tell them from the report's text.
[[nodiscard]] Style remark_style();
[[nodiscard]] Style draft_notice_style();
[[nodiscard]] Style footer_style();

}  // namespace nianbao::pdf_write
