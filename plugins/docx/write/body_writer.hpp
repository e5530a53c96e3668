// Blocks of a Document to WordprocessingML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>

#include "write/comments.hpp"
#include "write/lists.hpp"
#include "write/style_sheet.hpp"

namespace nianbao::docx {

class BodyWriter {
 public:
  /// `width`: of the text on the page, in twips.
  BodyWriter(const StyleSheet& styles, std::uint32_t width) : styles_(styles), comments_(styles), width_(width) {}

  void append_notice(std::string_view text) { append_paragraph(style::kDraftNotice, text); }
  void append(const std::vector<Block>& blocks);
  [[nodiscard]] const std::string& xml() const noexcept { return out_; }
  [[nodiscard]] const Lists& lists() const noexcept { return lists_; }
  [[nodiscard]] const Comments& comments() const noexcept { return comments_; }

 private:
  void append_block(const Block& block);
  void append_paragraph(std::string_view style, std::string_view chars);
  void append_paragraph(std::string_view style, const Text& text, std::string_view properties = {});
  void append_list(const List& list, std::size_t depth);
  void append_item(const std::vector<Block>& item, bool ordered, std::size_t numbering, std::size_t depth);
  void append_image(const Image& image);
  void append_table(const Table& table, std::uint32_t width);
  /// `keep`: on the page of the row below; short tables are not cut.
  void append_cell(const Cell& cell, std::uint32_t row, std::uint32_t width, bool keep);
  void append_cell_content(const Cell& cell, std::uint32_t width, bool keep);
  [[nodiscard]] std::string cell_paragraph(std::string_view style, bool keep) const;
  void end_table();

  const StyleSheet& styles_;
  Lists lists_;
  Comments comments_;
  std::uint32_t width_;
  std::string out_;
  bool after_table_ = false;
};

}  // namespace nianbao::docx
