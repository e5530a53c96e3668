#include "outline/parts.hpp"

#include <algorithm>

#include "outline/names.hpp"

namespace nianbao {
namespace {

constexpr std::size_t kLongestTitle = 240;    // bytes
constexpr std::size_t kSmallestReport = 600;  // bytes of text; less is a link to a report
constexpr std::size_t kMostBlocks = 3;        // a title may stand in

std::string_view text_of(const Block& block) {
  const auto* text = block.text();
  return text != nullptr ? text->chars : std::string_view{};
}

std::size_t size_of(const Block& block) {
  if (const auto* table = block.as<Table>()) {
    std::size_t size = 0;
    for (const auto& cell : table->cells) {
      size += cell.text.chars.size() + 1;
    }
    return size;
  }
  return text_of(block).size();
}

/// The title that begins with this block, on one line of it or on several blocks.
std::optional<Title> title_at(const Document& document, std::uint32_t block, const OutlineWords& words) {
  constexpr int kSureRank = 6;
  std::optional<Title> best;
  std::string joined;
  for (std::uint32_t i = block; i < document.blocks.size() && i < block + kMostBlocks; ++i) {
    const auto text = text_of(document.blocks[i]);
    if (text.empty() || joined.size() + text.size() > kLongestTitle) {
      break;
    }
    joined += text;
    auto title = read_title(joined, words);
    if (title && title->rank >= kSureRank && title->year != 0 && (!best || title->rank > best->rank)) {
      best = std::move(title);
    }
  }
  return best;
}

bool is_another(const Title& title, const ReportPart& part) {
  const bool other_year = part.year != 0 && title.year != part.year;
  const bool other_issuer = !part.issuer.empty() && !title.issuer.empty() && title.issuer != part.issuer;
  return other_year || other_issuer;
}

/// A part too small to be a report belongs to the one before it.
void merge_small(const Document& document, std::vector<ReportPart>& parts) {
  const auto size = [&](const ReportPart& part) {
    std::size_t sum = 0;
    for (auto i = part.block_from; i < part.block_to; ++i) {
      sum += size_of(document.blocks[i]);
    }
    return sum;
  };
  for (std::size_t i = parts.size(); i-- > 1;) {
    if (size(parts[i]) < kSmallestReport) {
      parts[i - 1].block_to = parts[i].block_to;
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  if (parts.size() > 1 && size(parts.front()) < kSmallestReport) {
    parts[1].block_from = 0;
    parts.erase(parts.begin());
  }
}

}  // namespace

std::vector<ReportPart> find_parts(const Document& document, const OutlineWords& words) {
  std::vector<ReportPart> parts(1);
  const auto count = static_cast<std::uint32_t>(document.blocks.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto title = title_at(document, i, words);
    if (!title) {
      continue;
    }
    auto& last = parts.back();
    if (last.title.empty()) {
      last.title = title->text;
      last.issuer = title->issuer;
      last.year = title->year;
    } else if (is_another(*title, last)) {
      last.block_to = i;
      parts.push_back({i, count, title->text, title->issuer, title->year});
    }
  }
  parts.back().block_to = count;
  merge_small(document, parts);
  return parts;
}

Document cut(const Document& document, const ReportPart& part) {
  Document result;
  result.input = document.input;
  const auto keep = [&](std::string_view text) { return result.arena().store(text); };
  if (part.block_from == 0) {
    for (const auto& property : document.properties) {
      result.properties.push_back({keep(property.name), keep(property.value), property.at});
    }
  }
  for (auto i = part.block_from; i < part.block_to && i < document.blocks.size(); ++i) {
    result.blocks.push_back(copy(document.blocks[i], result.arena()));
  }
  result.number_blocks();
  return result;
}

}  // namespace nianbao
