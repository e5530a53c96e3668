#include "subjects.hpp"

namespace nianbao::prose_format {

namespace {

constexpr std::size_t kLongestSubject = 18;  // characters from the clause's start to the end of its subject
constexpr std::size_t kTelling = 3;          // last characters of a name
constexpr std::u32string_view kClauseMarks = U",;:()。!?";

}  // namespace

std::size_t clause_start(const Folded& folded, std::size_t sentence, std::size_t at) {
  const auto chars = folded.chars();
  while (at > sentence && kClauseMarks.find(chars[at - 1]) == std::u32string_view::npos) {
    --at;
  }
  return at;
}

Subjects::Subjects(const Report& report)
    : own_(std::u32string(fold(report.issuer).chars()) + U"|" + std::u32string(fold(report.title).chars())) {}

/// An excerpt without title: its first name may be the issuer, a second or one behind 其中 is another's.
bool Subjects::is_first_of_excerpt(std::u32string_view name, std::u32string_view before) {
  const auto tail = name.substr(name.size() > kTelling ? name.size() - kTelling : 0);
  if (before.find(U"其中") != std::u32string_view::npos) {
    return false;
  }
  first_ = first_.empty() ? tail : first_;
  return first_ == tail;
}

void Subjects::start_sentence(std::size_t from) {
  sentence_ = from;
  own_to_ = from;
  mentions_.clear();
}

/// A name is the issuer's if its last characters stand in the issuer's name or the title: 财政局 in
/// the report of 清河市财政局.
bool Subjects::names_issuer(std::u32string_view name) const {
  if (name.size() <= 2) {
    return true;
  }
  return own_.find(name.substr(name.size() > kTelling ? name.size() - kTelling : 0)) != std::u32string::npos;
}

void Subjects::take(const SentenceMatch& note, const Folded& folded) {
  const std::size_t start = clause_start(folded, sentence_, note.from);
  if (note.value == "own") {
    mentions_.push_back({note.from, false});
    own_to_ = note.to;
    return;
  }
  if (note.from < own_to_ || note.to - start > kLongestSubject) {
    return;
  }
  const auto name = folded.chars().substr(start, note.to - start);
  const bool department = name == U"部门";  // alone, it is set against the government
  const bool known = own_.size() > 1;
  const bool own =
      !department &&
      (known ? names_issuer(name) : is_first_of_excerpt(name, folded.chars().substr(sentence_, start - sentence_)));
  mentions_.push_back({note.from, !own});
}

bool Subjects::is_foreign(std::size_t at, const Folded& folded) const {
  const Mention* last = nullptr;
  for (const Mention& mention : mentions_) {
    last = mention.at < at ? &mention : last;
  }
  return last != nullptr && last->foreign &&
         folded.chars().substr(last->at, at - last->at).find(U';') == std::u32string_view::npos;
}

}  // namespace nianbao::prose_format
