#include "prose/literal_automaton.hpp"

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
    for (const Edge& edge : growing_[state]) {
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
    for (const Edge& edge : growing_[order[i]]) {
      order.push_back(edge.to);
    }
  }
}

void LiteralAutomaton::build(std::size_t letters) {
  std::vector<State> order;
  order.reserve(states_.size());
  number_breadth_first(order);
  for (std::size_t i = 0; i < states_.size(); ++i) {
    states_[i].first_edge = static_cast<std::uint32_t>(edges_.size());
    states_[i].edges = static_cast<std::uint16_t>(growing_[i].size());
    edges_.insert(edges_.end(), growing_[i].begin(), growing_[i].end());
  }
  root_.assign(letters + 1, kRoot);
  for (const Edge& edge : growing_[kRoot]) {
    root_[edge.letter] = edge.to;
  }
  for (const State state : order) {
    for (const Edge& edge : growing_[state]) {
      Node& node = states_[edge.to];
      node.fail = state == kRoot ? kRoot : step(states_[state].fail, edge.letter);
      node.output = states_[node.fail].word != kNone ? node.fail : states_[node.fail].output;
    }
  }
  growing_.clear();
  growing_.shrink_to_fit();
}

}  // namespace nianbao::prose
