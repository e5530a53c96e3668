// Sentence patterns as they are matched: word classes, and a small program for each pattern.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

#include "prose/literal_automaton.hpp"

namespace nianbao::prose {

using WordId = std::uint32_t;
using ClassId = std::uint32_t;
using NodeId = std::uint32_t;
constexpr std::uint32_t kNoIndex = 0xFFFFFFFFU;
constexpr std::size_t kMostClasses = 1024;

/// What a sentence may have and a pattern cannot do without: a word of a class, a certain word, a percentage.
using Feature = std::uint16_t;
constexpr Feature kPercentFeature = 0;

/// `<channel>`: the words of the list `channel`, and those of `channel.website` as its member website.
struct WordClass {
  std::string_view name;
  std::vector<std::string_view> members;
  std::vector<WordId> words;
  Feature feature = 0;
};

/// That a word belongs to a class, and as which member (kNoIndex: none).
struct Membership {
  ClassId of = 0;
  std::uint32_t member = kNoIndex;
};

struct Word {
  std::uint16_t length = 0;
  std::uint32_t opening = 0;  ///< its first two letters, 16 bits each; one letter stands alone
  Feature feature = 0;        ///< of patterns that ask for this very word; 0: none
  bool starts_statement = false;
  std::bitset<kMostClasses> in;  ///< classes, for a quick answer
  std::vector<Membership> classes;
  std::vector<std::uint32_t> patterns;         ///< those that may start with this word
  std::vector<std::uint32_t> number_patterns;  ///< those of them that read a number further on
  std::vector<Feature> features;               ///< of its classes and its own
};

/// One step of a pattern's program. Steps form a graph; every path ends in `accept`.
struct Node {
  enum class Kind : std::uint8_t {
    accept,
    literal,
    words,
    number,
    year,
    date,
    percent,
    gap,
    clause_start,
    clause_end,
    choice,
    never
  };
  Kind kind = Kind::accept;
  bool list = false;          ///< words, number
  bool bare = false;          ///< number: the unit may be lacking
  bool captured = true;       ///< number: bound by the pattern; words: the member is of interest
  bool over_clauses = false;  ///< gap
  bool over_numbers = false;  ///< gap
  std::uint32_t what = 0;     ///< literal: word; words: class; number: units asked for as bits; never: first node
  std::uint32_t most = 0;     ///< gap: characters; words: filler between members
  NodeId next = 0;
  std::uint32_t branches = 0;  ///< choice: first of them in PatternSet::branches
  std::uint32_t branch_count = 0;
};

/// A dimension whose member comes from a word of the sentence or from the context.
struct TakenDimension {
  std::string_view dimension;
  std::string_view from;              ///< class, or value of the context
  std::uint32_t class_id = kNoIndex;  ///< kNoIndex: not a class of this pattern
  std::uint32_t value = kNoIndex;     ///< number of the context's value
};

/// Sets a value of the context, to a fixed text or to the member of a class.
struct Setting {
  std::uint32_t value = 0;
  std::string_view to;
  std::uint32_t class_id = kNoIndex;
};

/// Asks for a value of the context to be one of these; empty: to be set at all.
struct Condition {
  std::uint32_t value = 0;
  std::vector<std::string_view> any_of;
};

/// What a member of a list is bound to instead of the pattern's concept.
struct MemberKey {
  std::string_view member;
  std::optional<ConceptKey> key;  ///< none: to nothing
};

struct Pattern {
  std::string_view id;
  std::optional<ConceptKey> key;
  std::optional<ConceptKey> also;  ///< bound to the same number, once
  std::string_view unit;
  std::optional<Status> status;
  std::optional<ClaimKind> claim;
  std::string_view note;
  std::string_view note_value;
  std::vector<TakenDimension> taken;
  std::vector<MemberKey> member_keys;
  std::uint32_t by = kNoIndex;  ///< value of the context that names the member where no word does
  std::vector<Setting> sets;
  std::vector<Condition> needs;
  std::vector<Condition> unless;
  std::uint16_t sections = 0xFFFF;  ///< bits by SectionKind
  YearRange years;
  bool each = false;    ///< one number holds for every member of the list
  bool beside = false;  ///< binds beside the pattern that reads the number
  int priority = 0;
  NodeId start = 0;
  bool has_number = false;    ///< captures a number
  bool minus = false;         ///< the figure is said without its minus: 减少3项
  bool with_figures = false;  ///< looked for only in sentences with a number or a statement
  std::vector<Feature> required;
  std::uint32_t reach = 0;  ///< most characters before its first number, titles and dates not counted
};

/// True if the pattern says something of its own without a number.
[[nodiscard]] inline bool is_statement(const Pattern& pattern) {
  return pattern.status.has_value() && !pattern.has_number;
}
/// True if of several such patterns that fit one place only one may speak.
[[nodiscard]] inline bool competes(const Pattern& pattern) {
  return (pattern.has_number || is_statement(pattern)) && !pattern.beside;
}

/// All of it. Immutable once compiled.
struct PatternSet {
  CharTable chars;
  LiteralAutomaton automaton;
  std::vector<Word> words;  ///< by number of the automaton
  std::vector<WordClass> classes;
  std::vector<Node> nodes;
  std::vector<NodeId> branches;
  std::vector<Pattern> patterns;
  std::vector<std::uint32_t> number_patterns;  ///< those that may start with a number
  std::vector<std::uint32_t> year_patterns;
  std::vector<std::string_view> values;    ///< names of the context's values
  ClassId units = kNoIndex;                ///< class of the lists `unit.*`
  ClassId lead = kNoIndex;                 ///< words that may stand before any number: `before-number`
  ClassId fence = kNoIndex;                ///< words after which no number is a figure: `not-before-number`
  ClassId joiners = kNoIndex;              ///< words that join the members of a list: `joiner`
  std::uint32_t no_unit = kNoIndex;        ///< member of `units` behind which a number is no figure: `unit.none`
  Feature features = kPercentFeature + 1;  ///< how many there are
  std::vector<std::uint32_t> openings;     ///< first two letters of words that begin statements, sorted
  Arena arena;

  [[nodiscard]] static bool is_in(const Word& word, ClassId of) noexcept { return of < kMostClasses && word.in[of]; }
  [[nodiscard]] static const Membership* membership(const Word& word, ClassId of) noexcept {
    if (!is_in(word, of)) {
      return nullptr;
    }
    for (const auto& m : word.classes) {
      if (m.of == of) {
        return &m;
      }
    }
    return nullptr;
  }
  /// True if a word that begins a statement starts with these letters.
  [[nodiscard]] bool opens(std::uint16_t first, std::uint16_t second) const noexcept {
    const auto has = [this](std::uint32_t opening) {
      return std::binary_search(openings.begin(), openings.end(), opening);
    };
    return has(first) || has(first | static_cast<std::uint32_t>(second) << 16U);
  }
  /// Bit of a unit's list in NumberToken::units; 0 for `unit.none`.
  [[nodiscard]] std::uint32_t unit_bit(std::uint32_t member) const noexcept {
    return member == no_unit || member >= 32 ? 0 : 1U << member;
  }
};

}  // namespace nianbao::prose
