#include "prose/start_index.hpp"

#include <algorithm>

namespace nianbao::prose {

bool StartIndex::add(std::uint32_t pattern) {
  pattern_ = pattern;
  seen_.clear();
  return enter(set_.patterns[pattern].start);
}

bool StartIndex::enter(NodeId id) {
  if (!seen_.insert(id).second) {
    return true;
  }
  const Node& node = set_.nodes[id];
  switch (node.kind) {
    case Node::Kind::literal:
      put(set_.words[node.what]);
      return true;
    case Node::Kind::words:
      for (const WordId word : set_.classes[node.what].words) {
        put(set_.words[word]);
      }
      return true;
    case Node::Kind::number:
    case Node::Kind::percent:
      put(set_.number_patterns);
      return true;
    case Node::Kind::year:
    case Node::Kind::date:
      put(set_.year_patterns);
      return true;
    case Node::Kind::clause_start:
    case Node::Kind::never:
      return enter(node.next);
    case Node::Kind::choice: {
      bool fine = true;
      for (std::uint32_t i = 0; i < node.branch_count; ++i) {
        fine = enter(set_.branches[node.branches + i]) && fine;
      }
      return fine;
    }
    case Node::Kind::gap:
    case Node::Kind::clause_end:
    case Node::Kind::accept:
      return false;
  }
  return false;
}

void StartIndex::put(Word& word) const {
  const Pattern& pattern = set_.patterns[pattern_];
  put(pattern.reach != 0 ? word.number_patterns : word.patterns);
  word.starts_statement = word.starts_statement || (pattern.status && !pattern.has_number);
  if (word.starts_statement && word.opening != 0) {
    set_.openings.push_back(word.opening);
  }
}

void StartIndex::put(std::vector<std::uint32_t>& patterns) const {
  if (patterns.empty() || patterns.back() != pattern_) {
    patterns.push_back(pattern_);
  }
}

void StartIndex::finish() {
  std::sort(set_.openings.begin(), set_.openings.end());
  set_.openings.erase(std::unique(set_.openings.begin(), set_.openings.end()), set_.openings.end());
}

}  // namespace nianbao::prose
