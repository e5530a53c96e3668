#include "subjects.hpp"

namespace nianbao::prose_format {

namespace {

constexpr std::size_t kLongestSubject = 18;  // characters from the clause's start to the end of its subject
constexpr std::size_t kTelling = 3;          // last characters of a name
constexpr std::u32string_view kCounters = U"个家";
constexpr std::u32string_view kClauseMarks = U",;:()。!?";

std::u32string_view tail_of(std::u32string_view name) {
  return name.substr(name.size() > kTelling ? name.size() - kTelling : 0);
}

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

/// An excerpt without title: its first name may be the issuer, a second or one behind 其中 is another's. Where a
/// sentence sets several names side by side none is the issuer's.
bool Subjects::is_first_of_excerpt(std::u32string_view name, std::u32string_view before) {
  const auto tail = tail_of(name);
  if (several_ || before.find(U"其中") != std::u32string_view::npos) {
    return false;
  }
  first_ = first_.empty() ? tail : first_;
  return first_ == tail;
}

void Subjects::start_sentence(const SentenceReading& reading, const Folded& folded) {
  sentence_ = reading.from;
  own_to_ = reading.from;
  mentions_.clear();
  several_ = false;
  std::u32string_view first;
  for (const SentenceMatch& match : reading.matches) {
    if (match.kind != SentenceMatch::Kind::note || match.name != "subject" || match.value == "own") {
      continue;
    }
    const auto name = name_of(match, folded);
    several_ = several_ || (!first.empty() && !name.empty() && tail_of(name) != first);
    first = first.empty() ? tail_of(name) : first;
  }
}

/// The name in front of its clause; empty where the word stands deep inside it or counts authorities: 31个部门.
std::u32string_view Subjects::name_of(const SentenceMatch& note, const Folded& folded) const {
  const std::size_t start = clause_start(folded, sentence_, note.from);
  const bool counted = note.from > start && kCounters.find(folded.chars()[note.from - 1]) != std::u32string_view::npos;
  const auto name = folded.chars().substr(start, note.to - start);
  const auto year = name.rfind(U'年');  // 2024年公司
  const std::size_t skipped =
      year == std::u32string_view::npos ? 0 : year + (name.substr(year + 1, 1) == U"度" ? 2 : 1);
  return counted || name.size() > kLongestSubject ? std::u32string_view{} : name.substr(skipped);
}

/// A name is the issuer's if its last characters stand in the issuer's name or the title, 财政局 in the report of
/// 清河市财政局, or shorten the issuer's name: 卫健委, 管委会.
bool Subjects::names_issuer(std::u32string_view name) const {
  if (name.size() <= 2) {
    return true;
  }
  const auto tail = tail_of(name);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < own_.find(U'|') && taken < tail.size(); ++i) {
    taken += own_[i] == tail[taken] ? 1 : 0;
  }
  return taken == tail.size() || own_.find(tail) != std::u32string::npos;
}

void Subjects::take(const SentenceMatch& note, const Folded& folded) {
  if (note.value == "own") {
    mentions_.push_back({note.from, false});
    own_to_ = note.to;
    return;
  }
  const auto name = name_of(note, folded);
  if (note.from < own_to_ || name.empty()) {
    return;
  }
  const std::size_t start = note.to - name.size();
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
