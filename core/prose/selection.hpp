// From all patterns that fit a sentence to what the sentence says.
#pragma once

#include <optional>
#include <vector>

#include <nianbao/sdk/sentences.hpp>

#include "prose/match_writer.hpp"
#include "prose/pattern_matcher.hpp"

namespace nianbao::prose {

/// Decides between patterns that fit: each number is read by the pattern that explains most of the
/// sentence around it, statements without a number likewise; conditions on the context are asked in
/// the order of places, so that what a pattern sets holds for what follows.
class Selection {
 public:
  void run(const PatternSet& set, const PassageScan& scan, const std::vector<Fit>& fits, SentenceContext& context,
           SentenceReading& reading);

 private:
  struct Step {
    std::size_t at = 0;  ///< place in the sentence
    int order = 0;       ///< at one place: notes, what sets the context, then what binds
    std::uint32_t fit = 0;
  };
  void settle_statements(const std::vector<Fit>& fits);
  [[nodiscard]] bool holds_at(std::size_t at, const Pattern& pattern, const std::vector<Fit>& fits);
  [[nodiscard]] bool holds_within(const Fit& fit, const std::vector<Fit>& fits);
  void accept(const Fit& fit, std::uint32_t index);
  void bind_numbers(const std::vector<Fit>& fits, std::size_t first, std::size_t last);
  [[nodiscard]] bool holds(const Pattern& pattern) const;
  [[nodiscard]] bool holds(const Condition& condition) const;
  [[nodiscard]] std::size_t place(const Fit& fit) const;
  [[nodiscard]] bool is_free(const Fit& fit) const;
  void claim_numbers(const Fit& fit);
  void apply_settings(const Pattern& pattern, const Fit& fit);

  // Of the sentence at hand.
  const PatternSet* set_ = nullptr;
  const PassageScan* scan_ = nullptr;
  SentenceContext* context_ = nullptr;
  SentenceReading* reading_ = nullptr;
  std::optional<MatchWriter> writer_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> read_;  // numbers already read
  std::vector<bool> stated_;         // which fits are statements that stay
};

}  // namespace nianbao::prose
