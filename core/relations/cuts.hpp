// Ways to cut a run of characters into numbers.
#pragma once

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

/// Cuts the text into the given number of cells, in the order of the shortest first numbers.
[[nodiscard]] Cuts cut_run(std::string_view text, std::uint32_t cells, const std::vector<LocalRelation>& relations);

}  // namespace nianbao::relations
