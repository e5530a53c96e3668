#include "subjects.hpp"

#include <algorithm>

namespace nianbao::prose_format {

namespace {

constexpr std::size_t kLongestSubject = 18;  // characters from the clause's start to the end of its subject
constexpr std::size_t kTelling = 3;          // last characters of a name
constexpr std::u32string_view kClauseMarks = U",;:()。!?";

bool is_note(const SentenceMatch& match, std::string_view name, std::string_view value) {
  return match.kind == SentenceMatch::Kind::note && match.name == name && match.value == value;
}

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

/// An excerpt without title: its first name may be the issuer, a second or one behind 其中 (`list=begins`) is
/// another's. Where a sentence sets several names side by side none is the issuer's.
bool Subjects::is_first_of_excerpt(std::u32string_view name, std::size_t at) {
  const auto tail = tail_of(name);
  if (several_ || among_ < at) {
    return false;
  }
  first_ = first_.empty() ? tail : first_;
  return first_ == tail;
}

void Subjects::start_sentence(const SentenceReading& reading, const Folded& folded) {
  sentence_ = reading.from;
  settled_to_ = reading.from;
  among_ = std::u32string_view::npos;
  mentions_.clear();
  counted_.clear();
  places_.clear();
  name_starts_.clear();
  for (const SentenceMatch& match : reading.matches) {
    if (is_note(match, "list", "begins")) {
      among_ = std::min(among_, match.from);
    } else if (is_note(match, "subject", "counted")) {
      counted_.push_back({match.from, match.to});
    } else if (is_note(match, "subject", "place")) {
      places_.push_back(match.from);
    } else if (is_note(match, "subject", "after")) {
      name_starts_.push_back(match.to);
    }
  }
  several_ = names_several(reading, folded);
}

bool Subjects::names_several(const SentenceReading& reading, const Folded& folded) const {
  std::u32string_view first;
  for (const SentenceMatch& match : reading.matches) {
    const bool names = is_note(match, "subject", "other") || is_note(match, "subject", "another");
    const auto name = names ? name_of(match, folded) : std::u32string_view{};
    if (!first.empty() && !name.empty() && tail_of(name) != first) {
      return true;
    }
    first = first.empty() ? tail_of(name) : first;
  }
  return false;
}

/// The name in front of its clause; empty where the word stands deep inside it, counts authorities
/// (31个部门) or says where one is (云溪县 of 云溪县财政局).
std::u32string_view Subjects::name_of(const SentenceMatch& note, const Folded& folded) const {
  std::size_t start = clause_start(folded, sentence_, note.from);
  const bool counted = std::any_of(counted_.begin(), counted_.end(),
                                   [&](const Span& one) { return one.from < note.from && note.from < one.to; });
  const bool place = std::find(places_.begin(), places_.end(), note.from) != places_.end();
  if (counted || place || note.to - start > kLongestSubject) {
    return {};
  }
  for (const std::size_t name_start : name_starts_) {
    start = name_start <= note.to ? std::max(start, name_start) : start;
  }
  return folded.chars().substr(start, note.to - start);
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
  if (note.value == "own" || note.value == "another") {
    mentions_.push_back({note.from, note.value == "another"});
    settled_to_ = note.to;
    return;
  }
  const auto name = note.value == "other" ? name_of(note, folded) : std::u32string_view{};
  if (note.from < settled_to_ || name.empty()) {
    return;
  }
  const bool known = own_.size() > 1;
  const bool own = known ? names_issuer(name) : is_first_of_excerpt(name, note.to - name.size());
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
