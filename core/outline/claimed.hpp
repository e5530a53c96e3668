// Which parts of a Document forms claim.
#pragma once

#include <vector>

#include "outline/section_plan.hpp"

namespace nianbao {

/// A stretch of bytes of a line, claimed by a form or by none.
struct ClaimedStretch {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t claim = kNone;  ///< index in SectionWork::claims
};

/// Answers what is claimed, by block.
class ClaimMap {
 public:
  explicit ClaimMap(const SectionWork& work);

  /// The line's bytes, cut where claims begin and end.
  [[nodiscard]] std::vector<ClaimedStretch> stretches(const OutlineLine& line) const;
  /// A form claims all of the line.
  [[nodiscard]] bool covers(const OutlineLine& line) const;
  /// Rows of a table block by claim, in order; one stretch without bytes where all of another block is
  /// claimed. from and to are rows, from 1, inclusive.
  [[nodiscard]] std::vector<ClaimedStretch> rows(std::uint32_t block, std::uint32_t count) const;

 private:
  struct Claimed {
    Piece piece;
    std::size_t claim;
  };
  const SectionWork& work_;
  std::vector<std::vector<Claimed>> blocks_;
};

}  // namespace nianbao
