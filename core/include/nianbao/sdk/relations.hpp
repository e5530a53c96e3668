// Relations between figures and the one mechanism that searches consistent readings of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/decimal.hpp>

namespace nianbao {

enum class Comparison { equal, less_equal };

/// Σ coefficient × value (comparison) 0 over figures that are named by concept and dimensions.
struct Relation {
  struct Term {
    ConceptKey key;
    int coefficient = 1;
  };
  std::string rule;  ///< id of the check it comes from
  std::vector<Term> terms;
  Comparison comparison = Comparison::equal;
};

/// One possible reading of a cell and what it costs to believe it (0 = as printed).
struct Candidate {
  Decimal value;
  std::uint32_t cost = 0;
};

/// A cell whose reading is open.
struct OpenCell {
  ConceptKey key;
  std::vector<Candidate> candidates;
};

/// One way to read all open cells: an index into each cell's candidates.
struct Assignment {
  std::vector<std::uint32_t> choice;
  std::uint32_t cost = 0;      ///< sum of the chosen candidates' costs
  std::uint32_t broken = 0;    ///< relations that do not hold under it
};

struct SearchLimits {
  std::size_t steps = 200000;   ///< nodes visited before the search stops
  std::size_t solutions = 16;   ///< assignments returned at most
};

struct SearchResult {
  std::vector<Assignment> assignments;  ///< fewest broken relations first, then cheapest
  bool complete = true;                 ///< false if a limit stopped the search
};

/// Lists the assignments of the open cells under which the relations hold, by cost. `known` gives
/// the settled figures; a relation with a figure that is neither known nor open is not used.
/// Deterministic; bounded by the limits. Thread-safe.
struct KnownValue {
  ConceptKey key;
  Decimal value;
};
[[nodiscard]] SearchResult search_assignments(const std::vector<KnownValue>& known, const std::vector<OpenCell>& open,
                                              const std::vector<Relation>& relations, const SearchLimits& limits = {});

}  // namespace nianbao
