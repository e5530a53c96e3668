#include "outline/claimed.hpp"

#include <algorithm>

namespace nianbao {

ClaimMap::ClaimMap(const SectionWork& work) : work_(work), blocks_(work.document.blocks.size()) {
  for (std::size_t claim = 0; claim < work.claims.size(); ++claim) {
    for (const auto& piece : work.claims[claim].pieces) {
      if (piece.block >= 1 && piece.block <= blocks_.size()) {
        blocks_[piece.block - 1].push_back({piece, claim});
      }
    }
  }
  for (auto& block : blocks_) {
    std::stable_sort(block.begin(), block.end(), [](const Claimed& a, const Claimed& b) {
      return a.piece.row_from != b.piece.row_from ? a.piece.row_from < b.piece.row_from
                                                  : a.piece.byte_from < b.piece.byte_from;
    });
  }
}

std::vector<ClaimedStretch> ClaimMap::stretches(const OutlineLine& line) const {
  const Folded& text = work_.fold_of(line);
  const auto printed = text.slice(work_.text_of(line), line.from, line.to);
  const auto begin = static_cast<std::size_t>(printed.data() - work_.text_of(line).data());
  const std::size_t end = begin + printed.size();
  std::vector<ClaimedStretch> result;
  std::size_t at = begin;
  for (const auto& [piece, claim] : blocks_[line.block]) {
    const bool whole = piece.byte_from == 0 && piece.byte_to == 0;
    const std::size_t from = whole ? begin : std::max<std::size_t>(piece.byte_from, at);
    const std::size_t to = whole ? end : std::min<std::size_t>(piece.byte_to, end);
    if (from >= to) {
      continue;
    }
    if (from > at) {
      result.push_back({at, from});
    }
    result.push_back({from, to, claim});
    at = to;
  }
  if (at < end) {
    result.push_back({at, end});
  }
  return result;
}

bool ClaimMap::covers(const OutlineLine& line) const {
  if (blocks_[line.block].empty()) {
    return false;
  }
  const auto parts = stretches(line);
  return std::all_of(parts.begin(), parts.end(),
                     [](const ClaimedStretch& part) { return part.claim != ClaimedStretch::kNone; });
}

std::vector<ClaimedStretch> ClaimMap::rows(std::uint32_t block, std::uint32_t count) const {
  std::vector<ClaimedStretch> result;
  std::size_t next = 1;
  for (const auto& [piece, claim] : blocks_[block]) {
    const bool whole = piece.row_from == 0;
    const std::size_t from = whole ? 1 : std::max<std::size_t>(piece.row_from, next);
    const std::size_t to = whole ? count : std::min(piece.row_to, count);
    if (from > next) {
      result.push_back({next, from - 1});
    }
    result.push_back({from, to, claim});
    next = std::max(next, to + 1);
  }
  if (next <= count) {
    result.push_back({next, count});
  }
  return result;
}

}  // namespace nianbao
