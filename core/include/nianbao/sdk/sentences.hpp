// Sentence patterns of the rule packs, compiled, and what they find in a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao {

namespace prose {
struct PatternSet;
class Workspace;
}  // namespace prose

/// What is known before a sentence is read. Patterns set and ask for named values (`about=request`);
/// they stay from sentence to sentence until clear().
struct SentenceContext {
  static constexpr std::size_t kMostValues = 16;
  SectionKind section = SectionKind::overview;
  int year = 0;  ///< the report's; 0 if unknown: then patterns bound to closed spans of years are left out
  std::array<std::string_view, kMostValues> values{};  ///< by the patterns' own numbering; empty: not set

  /// Forgets the named values; section and year stay.
  void clear() noexcept { values.fill({}); }
};

/// What one pattern found at one place. Texts live as long as the patterns.
struct SentenceMatch {
  enum class Kind {
    fact,   ///< `key` has the value `number`, or is stated to be `status` without a number
    claim,  ///< a share, a sum or a growth: `claim`, `number`; a sum is that of `parts`
    guard,  ///< the number is no figure of the report: said by a pattern without concept
    note,   ///< `name` with `value`: a year that governs, a scope, a subject …
  };
  Kind kind = Kind::fact;
  std::uint32_t pattern = 0;  ///< see SentencePatterns::id
  ConceptKey key;
  std::string_view unit;  ///< unit asked for; empty: the concept's own
  Status status = Status::reported;
  std::optional<Number> number;
  ClaimKind claim = ClaimKind::share;
  std::vector<ConceptKey> parts;
  std::string_view name;
  std::string_view value;
  int year = 0;          ///< of a note that names a year
  std::size_t from = 0;  ///< folded range: the figure with its unit; the words of a statement or a note
  std::size_t to = 0;
  std::size_t unit_from = 0;  ///< folded range of the printed unit; empty range if none is printed
  std::size_t unit_to = 0;
};

/// A sentence with what was found in it, in the order of places. Reused from one to the next.
struct SentenceReading {
  std::size_t from = 0;  ///< folded range of the sentence
  std::size_t to = 0;
  std::vector<SentenceMatch> matches;
  std::vector<std::uint32_t> settings;  ///< patterns that only set the context
};

/// The patterns in force, compiled: one automaton over all their words, and a small program each.
/// Immutable, thread-safe. Made by compile_sentence_patterns (nianbao/rules.hpp).
class SentencePatterns {
 public:
  explicit SentencePatterns(std::unique_ptr<const prose::PatternSet> set);
  ~SentencePatterns();
  SentencePatterns(const SentencePatterns&) = delete;
  SentencePatterns& operator=(const SentencePatterns&) = delete;

  /// How many patterns there are.
  [[nodiscard]] std::size_t size() const noexcept;
  /// pack/id of a pattern.
  [[nodiscard]] std::string_view id(std::uint32_t pattern) const noexcept;
  /// What compile_sentence_patterns made: for the library alone.
  [[nodiscard]] const prose::PatternSet& set() const noexcept { return *set_; }

 private:
  std::unique_ptr<const prose::PatternSet> set_;
};

/// Reads passages (paragraphs) sentence by sentence. Holds scratch memory: one for each thread, used
/// for many passages. The patterns must outlive it.
class SentenceReader {
 public:
  explicit SentenceReader(const SentencePatterns& patterns);
  ~SentenceReader();
  SentenceReader(const SentenceReader&) = delete;
  SentenceReader& operator=(const SentenceReader&) = delete;

  /// Takes up a passage; the text must live until the last next(). A heading is read for what it sets
  /// in the context; of other passages only what can bear on a figure is read. Linear.
  void start(const Folded& passage, bool heading = false);
  /// Reads the next sentence; false if no further one can state anything. What patterns set is left in the context. Time is
  /// bounded by the sentence's length for any text.
  bool next(SentenceContext& context, SentenceReading& reading);

 private:
  const SentencePatterns& patterns_;
  std::unique_ptr<prose::Workspace> work_;
  std::size_t at_ = 0;   // next sentence
  std::size_t end_ = 0;  // number of sentences
  bool heading_ = false;
};

}  // namespace nianbao
