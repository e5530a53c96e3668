// Which patterns may start with which word, number or year: matching looks at no others.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "prose/pattern_set.hpp"

namespace nianbao::prose {

/// Enters a pattern with all words and slots it may start with.
class StartIndex {
 public:
  explicit StartIndex(PatternSet& set) : set_(set) {}

  /// False if the pattern may start with a gap or with nothing.
  bool add(std::uint32_t pattern);
  /// Puts what was collected in order; no patterns afterwards.
  void finish();

 private:
  bool enter(NodeId id);
  void put(Word& word) const;
  void put(std::vector<std::uint32_t>& patterns) const;

  PatternSet& set_;
  std::uint32_t pattern_ = 0;
  std::set<NodeId> seen_;
};

}  // namespace nianbao::prose
