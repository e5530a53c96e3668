#include "prose/literal_automaton.hpp"

#include <algorithm>

namespace nianbao::prose {

CharInfo& CharTable::at(char32_t c) {
  auto& page = page_of_[(c >> 8U) & 0xFFU];
  if (page == 0) {
    page = static_cast<std::uint16_t>(pages_.size());
    pages_.emplace_back();
  }
  return pages_[page][c & 0xFFU];
}

std::uint32_t LiteralAutomaton::add(const std::vector<std::uint16_t>& letters) {
  State state = kRoot;
  for (const std::uint16_t letter : letters) {
    State next = kRoot;
    for (const GrowingEdge& edge : growing_[state]) {
      next = edge.letter == letter ? edge.to : next;
    }
    if (next == kRoot) {
      next = static_cast<State>(states_.size());
      states_.emplace_back();
      growing_.emplace_back();
      growing_[state].push_back({letter, next});
    }
    state = next;
  }
  Node& node = states_[state];
  if (node.word == kNone) {
    node.word = static_cast<std::uint32_t>(words_++);
  }
  return node.word;
}

void LiteralAutomaton::number_breadth_first(std::vector<State>& order) const {
  order.push_back(kRoot);
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const GrowingEdge& edge : growing_[order[i]]) {
      order.push_back(edge.to);
    }
  }
}

/// Gives each state the first base at which its edges fall on free places.
void LiteralAutomaton::place_edges(const std::vector<State>& order, std::size_t letters) {
  edges_.resize(letters + 1);
  std::size_t first_free = 1;  // no place before it is free
  for (const State state : order) {
    const auto& edges = growing_[state];
    if (edges.empty()) {
      continue;
    }
    while (first_free < edges_.size() && edges_[first_free].from != kNone) {
      ++first_free;
    }
    const auto fits = [&](std::size_t base) {
      return std::all_of(edges.begin(), edges.end(), [&](const GrowingEdge& edge) {
        const std::size_t at = base + edge.letter;
        return at >= edges_.size() || edges_[at].from == kNone;
      });
    };
    std::size_t base = first_free > edges.front().letter ? first_free - edges.front().letter : 0;
    while (!fits(base)) {
      ++base;
    }
    states_[state].base = static_cast<std::uint32_t>(base);
    edges_.resize(std::max(edges_.size(), base + letters + 1));
    for (const GrowingEdge& edge : edges) {
      edges_[base + edge.letter] = {state, edge.to};
    }
  }
}

void LiteralAutomaton::build(std::size_t letters) {
  std::vector<State> order;
  order.reserve(states_.size());
  number_breadth_first(order);
  place_edges(order, letters);
  for (const State state : order) {
    for (const GrowingEdge& edge : growing_[state]) {
      Node& node = states_[edge.to];
      node.fail = state == kRoot ? kRoot : step(states_[state].fail, edge.letter);
      node.output = states_[node.fail].word != kNone ? node.fail : states_[node.fail].output;
    }
  }
  growing_.clear();
  growing_.shrink_to_fit();
}

}  // namespace nianbao::prose
