// Whose figures a clause tells: the report's own, or those of one department or place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao::prose_format {

/// Follows the subjects of the clauses of a sentence. The words come as notes of patterns: `subject=other` ends with
/// an authority's name, `own` stands for the report's own issuer, `another` never does, `counted` counts authorities,
/// `place` says where one is,/// behind `after` a name begins; `list=begins` leads to parts.
class Subjects {
 public:
  explicit Subjects(const Report& report);

  void start_sentence(const SentenceReading& reading, const Folded& folded);
  /// A note named `subject`.
  void take(const SentenceMatch& note, const Folded& folded);
  /// True if the figure at this place is another's: one department's, one town's. A subject holds as
  /// far as the next semicolon.
  [[nodiscard]] bool is_foreign(std::size_t at, const Folded& folded) const;

 private:
  struct Mention {
    std::size_t at = 0;
    bool foreign = false;
  };
  [[nodiscard]] std::u32string_view name_of(const SentenceMatch& note, const Folded& folded) const;
  [[nodiscard]] bool names_issuer(std::u32string_view name) const;
  [[nodiscard]] bool is_first_of_excerpt(std::u32string_view name, std::size_t at);
  [[nodiscard]] bool names_several(const SentenceReading& reading, const Folded& folded) const;

  std::u32string own_;    // folded title and issuer
  std::u32string first_;  // of an excerpt without them: the first name
  bool several_ = false;  // the sentence names more than one authority
  std::size_t sentence_ = 0;
  std::size_t settled_to_ = 0;  // end of the last subject that is clear: 部门 of 各部门 is none of its own
  std::size_t among_ = 0;       // where the sentence comes to parts
  std::vector<Span> counted_;
  std::vector<std::size_t> places_;
  std::vector<std::size_t> name_starts_;
  std::vector<Mention> mentions_;
};

/// Where the clause of this place begins.
[[nodiscard]] std::size_t clause_start(const Folded& folded, std::size_t sentence, std::size_t at);

}  // namespace nianbao::prose_format
