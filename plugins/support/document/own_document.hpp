// What the files that nianbao writes say of themselves.
#pragma once

#include <string_view>

#include <nianbao/sdk/document.hpp>

namespace nianbao::own {

/// The property of a draft: that it is one, and how it was made.
inline constexpr std::string_view kDraftNotice = "草稿说明";

/// The title of a file whose Document has none.
inline constexpr std::string_view kUntitled = "政府信息公开工作年度报告";

/// The Document's title; null if it has none.
[[nodiscard]] inline const Text* title_of(const Document& document) {
  for (const auto& block : document.blocks) {
    const auto* paragraph = block.as<Paragraph>();
    if (paragraph != nullptr && paragraph->role == Role::title) {
      return &paragraph->text;
    }
  }
  return nullptr;
}

}  // namespace nianbao::own
