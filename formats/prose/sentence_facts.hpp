// From what the patterns find in a passage to facts, claims and findings of the Report.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/vocabulary.hpp>

#include "loose_shares.hpp"
#include "passages.hpp"
#include "said_figures.hpp"
#include "subjects.hpp"

namespace nianbao::prose_format {

/// Reads passages in their order. Keeps what sentences leave for those after them: the year that
/// governs, whose figures are told, what was said before.
class SentenceFacts {
 public:
  SentenceFacts(const FormatContext& context, Report& report, std::uint32_t form);

  /// Starts a section: its heading says what its sentences speak of.
  void enter(SectionKind kind, std::string_view heading);
  void read(const Passage& passage);

 private:
  /// What sentences of one passage leave for the next.
  struct State {
    int year = 0;        ///< stated year that governs; 0: none stated
    bool since = false;  ///< figures since some year: 历年累计
  };
  void read_sentence(const Passage& passage, const Folded& folded);
  void take_note(const SentenceMatch& note);
  void take_range(const SentenceMatch& note, const Folded& folded);
  void take_fact(const SentenceMatch& match, const Passage& passage, const Folded& folded);
  void take_listed_parts(const SentenceMatch& match, const Passage& passage, const Folded& folded);
  void take_claim(const SentenceMatch& match, const Passage& passage, const Folded& folded);
  [[nodiscard]] bool add_parts(const SentenceMatch& match, Claim& claim);
  [[nodiscard]] bool measure(const SentenceMatch& match, const Folded& folded, Fact& fact);
  [[nodiscard]] bool is_told_of_own_year(const ConceptKey& key) const;
  void date(Fact& fact);
  [[nodiscard]] ConceptKey stored(const ConceptKey& key);

  const FormatContext& context_;
  Report& report_;
  std::uint32_t form_;
  SentenceReader reader_;
  SentenceContext base_;  // as the section's heading leaves it
  SentenceContext current_;
  SentenceReading reading_;
  Subjects subjects_;
  State state_;
  Scope scope_ = Scope::unknown;    // of the clause
  bool part_ = false;               // this sentence goes on with parts of what was told
  std::size_t span_clause_ = npos;  // clause whose figures are counted over years
  std::size_t plan_from_ = npos;    // from here on a later year is spoken of
  Span range_;                      // folded: from a year to a later one
  std::vector<int> years_;          // stated in this sentence
  std::size_t sentence_ = 0;
  SaidFigures said_;  // in this passage
  std::vector<LooseShare> loose_shares_;
  std::vector<std::uint32_t> misdated_;  // facts of this sentence

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

}  // namespace nianbao::prose_format
