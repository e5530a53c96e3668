// The word lists of the packs and the literals of the patterns as one alphabet and one set of words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>

#include "prose/pattern_set.hpp"

namespace nianbao::prose {

/// Fills the words, classes and characters of a PatternSet.
class WordTable {
 public:
  WordTable(PatternSet& set, const std::vector<ProseWords>& lists);

  /// The class of this name: words of the list `name` and of all lists `name.member`. kNoIndex if
  /// there is no such list.
  ClassId class_of(std::string_view name);
  /// A class of these literals alone: alternatives that are matched in one step.
  ClassId class_of(const std::vector<std::u32string_view>& literals);
  /// The names a pattern may write: those of the lists, and `channel` where there is `channel.website`.
  [[nodiscard]] std::vector<std::string_view> list_names() const;
  /// The word of a literal; kNoIndex if nothing is left of it when folded.
  WordId literal(std::u32string_view text);
  /// Builds the automaton; no words afterwards.
  void finish();

 private:
  WordId add_word(std::string_view text);
  void add_member(ClassId of, std::uint32_t member, const ProseWords& list);
  void join(ClassId of, std::uint32_t member, WordId word);
  void mark_characters();
  void mark_starts();
  void add_variants();
  std::uint16_t letter(char32_t c);

  PatternSet& set_;
  const std::vector<ProseWords>& lists_;
  std::uint16_t letters_ = 0;
  std::u32string chars_;  // by letter, from 1
};

}  // namespace nianbao::prose
