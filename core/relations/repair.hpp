// The smallest single slips that explain why relations do not hold.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <nianbao/sdk/relations.hpp>

namespace nianbao::relations {

/// A figure of a table with its place. Blanks count as 0 and may be moved.
struct GridCell {
  ConceptKey key;
  std::optional<std::int64_t> value;  ///< none: blank
  std::uint32_t row = 0;              ///< cells of one printed row share it, whatever the table
  std::uint32_t column = 0;
};

/// What may have happened, the likelier first where changes are equally small.
enum class Slip {
  digit_lost,     ///< 12 for 120
  digit_doubled,  ///< 122 for 12
  digit_wrong,    ///< 13 for 12, 21 for 12
  total_stale,    ///< the sum was not worked out again
  swapped,        ///< two cells of a row or column
  shifted,        ///< cells of a row or column moved by one
  split,          ///< one number printed as two, the rest of the row moved by one
  other,          ///< another figure
};

/// One way to make all relations hold.
struct Repair {
  struct Change {
    std::uint32_t cell = 0;  ///< index into the cells
    std::int64_t to = 0;
  };
  Slip slip = Slip::other;
  std::vector<Change> changes;
  std::uint32_t cost = 0;
};

/// All single slips after whose repair every relation that failed holds, and none that held fails; the likeliest
/// first, then in the order of the cells. Empty if nothing fails, or no single slip explains it. Relations with a
/// cell that is not there are not used. Deterministic; bounded by rows × columns of the grid.
[[nodiscard]] std::vector<Repair> single_repairs(const std::vector<GridCell>& cells,
                                                 const std::vector<Relation>& relations);

}  // namespace nianbao::relations
