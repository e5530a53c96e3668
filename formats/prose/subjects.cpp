#include "subjects.hpp"

namespace nianbao::prose_format {

namespace {

constexpr std::size_t kLongestSubject = 18;  // characters from the clause's start to the end of its subject
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

void Subjects::start_sentence(std::size_t from) {
  sentence_ = from;
  own_to_ = from;
  mentions_.clear();
}

/// A name is the issuer's if its last characters stand in the issuer's name or the title: 财政局 in
/// the report of 清河市财政局.
bool Subjects::names_issuer(std::u32string_view name) const {
  constexpr std::size_t kTelling = 3;
  if (name == U"部门") {
    return false;  // alone, it is set against the government
  }
  if (own_.size() <= 1 || name.size() <= 2) {
    return true;  // an excerpt without title: nobody is known to be another
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
  mentions_.push_back({note.from, !names_issuer(folded.chars().substr(start, note.to - start))});
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
