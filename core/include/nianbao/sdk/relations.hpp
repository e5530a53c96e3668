// Relations between figures and the one mechanism that searches consistent readings of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/decimal.hpp>

namespace nianbao {

/// How a sum compares with 0.
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

/// Cells printed into one run of characters, the borders between them lost: `206912106` may be 2069
/// and 12106. A blank in the text is a border that was kept. Each cell takes at least one character;
/// a number has no leading zero (but 0, 0.5), a sign starts a number.
struct GluedRun {
  std::vector<ConceptKey> keys;  ///< in printed order
  std::string text;              ///< digits, decimal points, signs and blanks in ASCII
};

/// One way to read all open cells and runs.
struct Assignment {
  std::vector<std::uint32_t> choice;       ///< for each open cell the index of its candidate
  std::vector<std::vector<Decimal>> cuts;  ///< for each run the values of its cells
  std::uint32_t cost = 0;                  ///< sum of the chosen candidates' costs
  std::uint32_t broken = 0;                ///< relations over open cells that do not hold under it
};

/// When a search stops.
struct SearchLimits {
  std::size_t steps = 200000;  ///< nodes visited before the search stops
  std::size_t solutions = 16;  ///< assignments returned at most
};

/// What a search found.
struct SearchResult {
  /// Those with the fewest broken relations, the cheapest first, then in the order of the candidates.
  std::vector<Assignment> assignments;
  bool complete = true;  ///< false if a limit stopped the search or cut the list
};

/// A settled figure.
struct KnownValue {
  ConceptKey key;
  Decimal value;
};

/// What is settled, what is open, and what must hold between them.
struct SearchProblem {
  std::vector<KnownValue> known;
  std::vector<OpenCell> open;
  std::vector<GluedRun> runs;
  std::vector<Relation> relations;
};

/// Lists the ways to read the open cells and runs that break the fewest relations. A relation with a
/// figure that is neither known nor open is not used, nor is one without an open cell. Of a run that
/// can be cut in very many ways only the cuts that break the fewest relations inside it are tried.
/// No assignment if a cell has no candidate, a run cannot be cut, or the limit of steps came first.
/// Deterministic; bounded by the limits. Thread-safe.
[[nodiscard]] SearchResult search_assignments(const SearchProblem& problem, const SearchLimits& limits = {});

/// The same without runs.
[[nodiscard]] SearchResult search_assignments(const std::vector<KnownValue>& known, const std::vector<OpenCell>& open,
                                              const std::vector<Relation>& relations, const SearchLimits& limits = {});

}  // namespace nianbao
