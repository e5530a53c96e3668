// What styles make of their paragraphs, told by their names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nianbao/sdk/document.hpp>

namespace nianbao::word {

/// What a paragraph is by its style, apart from headings. Those after `date` are our writer's, or
/// Word's own styles of that meaning.
enum class StyleUse {
  none,
  title,
  subtitle,
  caption,
  note,
  signoff,
  date,
  contents,  ///< a line of the table of contents
  list_bullet,
  list_number,
  list_continue,
  table_head,
  table_caption,
  lines,
  image,
  no_cell,
  draft_notice,
};

/// A style's name as it is compared.
[[nodiscard]] std::string folded_style_name(std::string_view name);
/// By the folded name: "list bullet 2" is a "list bullet".
[[nodiscard]] StyleUse use_of_style(std::string_view folded_name);
/// The outline level from 0 that a built-in heading has by its folded name: "heading 2" has 1.
[[nodiscard]] std::optional<int> level_of_style(std::string_view folded_name);
[[nodiscard]] Role role_of(StyleUse use) noexcept;

}  // namespace nianbao::word
