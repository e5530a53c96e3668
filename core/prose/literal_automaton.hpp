// One automaton over all words of all patterns (Aho and Corasick).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::prose {

/// What a character is to the scan, beside its number in the alphabet.
enum CharFlag : std::uint8_t {
  kDigit = 1,
  kChineseDigit = 2,
  kClauseMark = 4,    ///< ，；： and brackets
  kSentenceMark = 8,  ///< 。！？
  kUnitStart = 16,    ///< a unit may start with it
  kOpening = 128,     ///< a word that begins a statement starts with it
};

struct CharInfo {
  std::uint16_t letter = 0;  ///< number in the alphabet; 0: in no word
  std::uint8_t flags = 0;
};

/// Character → CharInfo in two steps; characters beyond the first plane are in no word.
class CharTable {
 public:
  [[nodiscard]] CharInfo operator[](char32_t c) const noexcept {
    return c < 0x10000U ? pages_[page_of_[c >> 8U]][c & 0xFFU] : CharInfo{};
  }
  [[nodiscard]] CharInfo& at(char32_t c);

 private:
  using Page = std::array<CharInfo, 256>;
  std::vector<Page> pages_{1};
  std::array<std::uint16_t, 256> page_of_{};
};

/// Finds all words that end at each character of a text. Immutable once built; thread-safe.
class LiteralAutomaton {
 public:
  using State = std::uint32_t;
  static constexpr State kRoot = 0;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  /// Adds a word of letters (none of them 0); gives its number, the same for the same word.
  std::uint32_t add(const std::vector<std::uint16_t>& letters);
  /// To be called once, after the last word.
  void build(std::size_t letters);

  [[nodiscard]] State step(State state, std::uint16_t letter) const noexcept {
    if (letter == 0) {
      return kRoot;
    }
    for (;;) {
      const State next = child(state, letter);
      if (next != kRoot || state == kRoot) {
        return next;
      }
      state = states_[state].fail;
    }
  }
  /// The longest word that ends in this state, or kNone; then next_word(state) for shorter ones.
  [[nodiscard]] std::uint32_t word(State state) const noexcept { return states_[state].word; }
  /// The next state on the way back that ends a word; kRoot if none.
  [[nodiscard]] State shorter(State state) const noexcept { return states_[state].output; }
  [[nodiscard]] std::size_t words() const noexcept { return words_; }

 private:
  struct Node {
    std::uint32_t base = 0;  ///< the edge of letter l stands at edges_[base + l]
    State fail = kRoot;
    State output = kRoot;
    std::uint32_t word = kNone;
  };
  struct Edge {
    State from = kNone;
    State to = kRoot;
  };
  struct GrowingEdge {
    std::uint16_t letter;
    State to;
  };
  [[nodiscard]] State child(State state, std::uint16_t letter) const noexcept {
    const Edge& edge = edges_[states_[state].base + letter];
    return edge.from == state ? edge.to : kRoot;
  }
  void number_breadth_first(std::vector<State>& order) const;
  void place_edges(const std::vector<State>& order, std::size_t letters);

  std::vector<Node> states_{1};
  std::vector<Edge> edges_;                           // all states' rows laid over each other (a double array)
  std::vector<std::vector<GrowingEdge>> growing_{1};  // edges while words are added
  std::size_t words_ = 0;
};

}  // namespace nianbao::prose
