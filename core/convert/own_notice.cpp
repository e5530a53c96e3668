#include "convert/own_notice.hpp"

#include <algorithm>
#include <string>

#include "convert/draft_words.hpp"

namespace nianbao {
namespace {

/// What the notice says; empty if the line is none.
std::string_view notice_in(std::string_view line) {
  constexpr std::string_view kColon = "：";
  if (line.substr(0, kDraftNotice.size()) != kDraftNotice) {
    return {};
  }
  line.remove_prefix(kDraftNotice.size());
  if (line.substr(0, kColon.size()) != kColon) {
    return {};
  }
  line.remove_prefix(kColon.size());
  const bool own = std::any_of(kDraftNoticeStarts.begin(), kDraftNoticeStarts.end(),
                               [&](std::string_view start) { return line.substr(0, start.size()) == start; });
  return own ? line : std::string_view{};
}

}  // namespace

void take_out_notice(Document& document) {
  constexpr std::size_t kBlocks = 3;  // properties stand above it at most
  auto& blocks = document.blocks;
  for (std::size_t i = 0; i < blocks.size() && i < kBlocks; ++i) {
    auto* paragraph = blocks[i].as<Paragraph>();
    auto* lines = blocks[i].as<Lines>();
    auto* text = paragraph != nullptr ? &paragraph->text : (lines != nullptr ? &lines->text : nullptr);
    const auto end = text == nullptr ? 0 : std::min(text->chars.find('\n'), text->chars.size());
    const auto notice = text == nullptr ? std::string_view{} : notice_in(text->chars.substr(0, end));
    if (notice.empty()) {
      continue;
    }
    document.properties.push_back({kDraftNotice, document.arena().store(notice), blocks[i].at});
    if (end < text->chars.size()) {
      *text = {document.arena().store(text->chars.substr(end + 1)), {}, {}};
    } else {
      blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return;
  }
}

}  // namespace nianbao
