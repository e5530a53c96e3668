// Runs the program of one pattern at one place of a passage.
#pragma once

#include <array>
#include <cstdint>

#include "prose/passage_scan.hpp"
#include "prose/pattern_set.hpp"

namespace nianbao::prose {

/// A word taken by a class: which member.
struct TakenMember {
  ClassId of = 0;
  std::uint32_t member = kNoIndex;
};

/// What a pattern took from the sentence.
struct Captures {
  static constexpr std::size_t kMost = 10;
  std::array<std::uint32_t, kMost> numbers{};  ///< indices of PassageScan::numbers
  std::array<TakenMember, kMost> members{};
  std::uint32_t number_count = 0;
  std::uint32_t member_count = 0;
  std::uint32_t percent = kNoIndex;
  int year = 0;
};

/// A pattern that fits: where, how much of it is words, what it took.
struct Fit {
  std::uint32_t pattern = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  int weight = 0;  ///< characters matched by words, gaps counted against
  Captures captures;
};

/// Matches patterns within one sentence. The first way to fit is taken: longest words, optional parts
/// present, shortest gaps.
class PatternMatcher {
 public:
  PatternMatcher(const PatternSet& set, const PassageScan& scan, std::size_t from, std::size_t to)
      : set_(set), scan_(scan), from_(from), to_(to) {}

  /// True if the pattern fits from here on; fit() then tells how. Bounded in steps.
  bool match(std::uint32_t pattern, std::size_t at);
  [[nodiscard]] const Fit& fit() const noexcept { return now_; }

 private:
  bool run(NodeId node, std::size_t at);
  bool run_literal(const Node& node, std::size_t at);
  bool run_words(const Node& node, std::size_t at);
  bool run_list(const Node& node, std::size_t at, std::size_t length);
  bool run_number(const Node& node, std::size_t at);
  bool run_numbers(const Node& node, std::size_t at, const NumberToken& first);
  bool run_gap(const Node& node, std::size_t at);
  bool run_choice(const Node& node, std::size_t at);
  bool run_never(const Node& node, std::size_t at);
  bool run_year(const Node& node, std::size_t at);
  bool take_number(const Node& node, std::size_t at);
  [[nodiscard]] std::size_t behind_lead(std::size_t at) const;
  [[nodiscard]] std::size_t next_member(const Node& node, std::size_t at, std::size_t& length,
                                        std::uint32_t& member) const;
  [[nodiscard]] bool is_clause_start(std::size_t at) const;
  [[nodiscard]] bool is_clause_end(std::size_t at) const;
  [[nodiscard]] bool continues_list(const Node& node, std::size_t at) const;
  bool advance(NodeId next, std::size_t at, int weight);

  static constexpr int kMostSteps = 4000;
  static constexpr int kMostDepth = 400;
  const PatternSet& set_;
  const PassageScan& scan_;
  std::size_t from_;
  std::size_t to_;
  int steps_ = 0;
  int depth_ = 0;
  Fit now_;
};

}  // namespace nianbao::prose
