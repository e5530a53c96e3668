// Ways to cut a run of characters into numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <nianbao/sdk/decimal.hpp>
#include <nianbao/sdk/relations.hpp>

namespace nianbao::relations {

/// A sum over cells of one run that should hold: used only where there are very many cuts.
struct LocalRelation {
  struct Term {
    std::uint32_t cell = 0;
    int coefficient = 1;
  };
  Comparison comparison = Comparison::equal;
  Decimal constant;
  std::vector<Term> terms;  ///< in order of cells
};

struct Cuts {
  std::vector<Decimal> values;  ///< cuts × cells
  bool complete = true;         ///< false if there are more
};

/// Cuts the text into the given number of cells, in the order of the shortest first numbers. Takes what it needs from
/// `steps`; where they come to an end, the cuts are not complete.
[[nodiscard]] Cuts cut_run(std::string_view text, std::uint32_t cells, const std::vector<LocalRelation>& relations,
                           std::size_t& steps);

}  // namespace nianbao::relations
