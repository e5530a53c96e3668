// cmark's tree behind a handle.
#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace nianbao::markdown {

struct NodeDeleter {
  void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

[[nodiscard]] inline Tree parse(std::string_view text) {
  return Tree(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

template <typename Visit>
void for_each_child(cmark_node* node, Visit&& visit) {
  for (auto* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    visit(child);
  }
}

/// Lines of the parsed text, from 1; both are in the node.
[[nodiscard]] inline std::uint32_t first_line(cmark_node* node) noexcept {
  return static_cast<std::uint32_t>(cmark_node_get_start_line(node));
}
[[nodiscard]] inline std::uint32_t last_line(cmark_node* node) noexcept {
  return static_cast<std::uint32_t>(cmark_node_get_end_line(node));
}

}  // namespace nianbao::markdown
