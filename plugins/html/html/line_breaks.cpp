#include "html/line_breaks.hpp"

#include <algorithm>

#include "blocks/blanks.hpp"
#include "blocks/wrapping.hpp"

namespace nianbao::html {

bool paragraph_follows(const GumboNode& line_break) {
  const auto* siblings = line_break.parent == nullptr ? nullptr : children_of(*line_break.parent);
  for (auto i = line_break.index_within_parent + 1; siblings != nullptr && i < siblings->length; ++i) {
    const auto& next = *static_cast<const GumboNode*>(siblings->data[i]);
    if (tag_of(next) == GUMBO_TAG_BR) {
      return true;
    }
    if (next.type == GUMBO_NODE_TEXT) {
      const std::string_view text = next.v.text.text;
      const auto start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
      return text.substr(start).starts_with("\xE3\x80\x80") || text.substr(start).starts_with("\xC2\xA0") ||
             blocks::begins_item(blocks::trim_front(text));
    }
    if (next.type == GUMBO_NODE_ELEMENT) {
      return false;
    }
  }
  return false;
}

void TextLine::add(std::string_view text) {
  const auto body = blocks::trim(text);
  if (length_ == 0 && !body.empty()) {
    is_item_ = blocks::begins_item(body);
  }
  length_ += body.size();
}

bool TextLine::is_whole(std::string_view last_character) const noexcept {
  constexpr std::size_t kHeading = 90;  // bytes
  return blocks::one_of("。！？；：!?;:", last_character) || (is_item_ && length_ <= kHeading);
}

}  // namespace nianbao::html
