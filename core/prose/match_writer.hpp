// From a pattern that fits to what it says: facts, claims, notes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <nianbao/sdk/sentences.hpp>

#include "prose/pattern_matcher.hpp"

namespace nianbao::prose {

[[nodiscard]] std::string_view member_name(const PatternSet& set, const TakenMember& member);
/// The member a pattern took from a class; empty if it took none, or several different ones.
[[nodiscard]] std::string_view member_of(const PatternSet& set, const Fit& fit, ClassId of);

/// Writes what fits say, in the context as it is when they are written, behind the reading of a sentence.
class MatchWriter {
 public:
  MatchWriter(const PatternSet& set, const PassageScan& scan, const SentenceContext& context, SentenceReading& reading)
      : set_(set), scan_(scan), context_(context), reading_(reading) {}

  void write(const Fit& fit);

 private:
  void write_facts(const Pattern& pattern, const Fit& fit);
  void write_sum(const Pattern& pattern, const Fit& fit, const std::vector<const TakenMember*>& members,
                 const NumberToken& token);
  void write_fact(const Pattern& pattern, const Fit& fit, const ConceptKey& key, const NumberToken* token);
  [[nodiscard]] std::optional<ConceptKey> key_for(const Pattern& pattern, const TakenMember* member) const;
  [[nodiscard]] const MemberKey* member_key(const Pattern& pattern, const TakenMember* member) const;

  const PatternSet& set_;
  const PassageScan& scan_;
  const SentenceContext& context_;
  SentenceReading& reading_;
};

}  // namespace nianbao::prose
