// The parsed page: gumbo behind a handle, and what is asked of its nodes.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>
#include <vector>

namespace nianbao::html {

struct OutputDeleter {
  void operator()(GumboOutput* output) const noexcept { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Output = std::unique_ptr<GumboOutput, OutputDeleter>;

/// Parses a page or a piece of one; never fails. The tree views into the text.
[[nodiscard]] Output parse(std::string_view html);

/// The node's children; none for texts.
[[nodiscard]] const GumboVector* children_of(const GumboNode& node) noexcept;
[[nodiscard]] GumboTag tag_of(const GumboNode& node) noexcept;
/// Empty if the element has no such attribute.
[[nodiscard]] std::string_view attribute(const GumboNode& node, const char* name) noexcept;
/// Where the text holds the word, whatever the case of its letters; npos if nowhere.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view lower_case_word) noexcept;
[[nodiscard]] bool holds(std::string_view text, std::string_view lower_case_word) noexcept;
[[nodiscard]] bool is_hidden(const GumboNode& node) noexcept;
[[nodiscard]] bool is_strong(const GumboNode& node) noexcept;
/// Scripts, styles, form controls: nothing a reader sees as text.
[[nodiscard]] bool is_invisible(GumboTag tag) noexcept;
/// Begins and ends a block of text.
[[nodiscard]] bool is_block(GumboTag tag) noexcept;

template <typename Visit>
void for_each_child(const GumboNode& node, Visit&& visit) {
  const auto* children = children_of(node);
  for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
    visit(*static_cast<const GumboNode*>(children->data[i]));
  }
}

}  // namespace nianbao::html
