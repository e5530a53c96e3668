// What a page states about its report beside the text: 索引号, 发布机构, 发布日期 …
#pragma once

#include "html/tree.hpp"

#include <nianbao/sdk/document.hpp>

namespace nianbao::html {

/// Properties from <meta> and <title>. Of a page of our own only what its writer put there.
void take_head_facts(const GumboNode& root, Document& document);

/// Takes tables, lists and lines near the top that hold nothing but such facts out of the blocks and
/// into the properties; counters of visits and the like are dropped.
void take_body_facts(Document& document);

/// True for a page written by this plugin.
[[nodiscard]] bool is_own(const GumboNode& root);

}  // namespace nianbao::html
