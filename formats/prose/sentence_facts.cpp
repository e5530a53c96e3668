#include "sentence_facts.hpp"

#include <algorithm>

#include "facts.hpp"
#include "listed_parts.hpp"

namespace nianbao::prose_format {

namespace {

/// （一） and what is numbered with digits stand under a heading and keep what it speaks of.
bool is_subheading(const Folded& folded) {
  return !folded.empty() && (folded.chars()[0] == U'(' || (folded.chars()[0] >= U'0' && folded.chars()[0] <= U'9'));
}

}  // namespace

SentenceFacts::SentenceFacts(const FormatContext& context, Report& report, std::uint32_t form)
    : context_(context), report_(report), form_(form), reader_(*context.patterns), subjects_(report) {
  base_.year = report.year;
}

void SentenceFacts::enter(SectionKind kind, std::string_view heading) {
  base_.clear();
  base_.section = kind;
  const Folded folded = fold(heading);
  reader_.start(folded, true);
  while (reader_.next(base_, reading_)) {
  }
}

void SentenceFacts::read(const Passage& passage) {
  const Folded folded = fold(passage.text);
  if (passage.heading && !is_subheading(folded)) {
    base_.clear();
  }
  current_ = base_;
  state_ = {};
  said_.clear();
  loose_shares_.clear();
  reader_.start(folded, passage.heading);
  sentence_ = 0;
  while (reader_.next(current_, reading_)) {
    ++sentence_;
    read_sentence(passage, folded);
  }
  for (Finding& finding : doubtful_shares(loose_shares_, said_, folded, report_)) {
    report_.findings.push_back(std::move(finding));
  }
  if (passage.heading) {
    base_.values = current_.values;
  }
}

void SentenceFacts::read_sentence(const Passage& passage, const Folded& folded) {
  scope_ = Scope::unknown;
  part_ = false;
  span_clause_ = npos;
  plan_from_ = npos;
  range_ = {};
  years_.clear();
  misdated_.clear();
  subjects_.start_sentence(reading_, folded);
  for (const SentenceMatch& match : reading_.matches) {
    if (match.kind == SentenceMatch::Kind::note && match.name == "mentions") {
      years_.push_back(match.year);
    }
  }
  for (const SentenceMatch& match : reading_.matches) {
    switch (match.kind) {
      case SentenceMatch::Kind::note:
        if (match.name == "subject") {
          subjects_.take(match, folded);
        } else if (match.name == "range") {
          take_range(match, folded);
        } else if (match.name == "span") {
          span_clause_ = clause_start(folded, reading_.from, match.to - 1);
        } else {
          take_note(match);
        }
        break;
      case SentenceMatch::Kind::fact:
        take_fact(match, passage, folded);
        break;
      case SentenceMatch::Kind::guard:
        break;
      case SentenceMatch::Kind::claim:
        take_claim(match, passage, folded);
        break;
    }
  }
  if (!misdated_.empty()) {
    report_.findings.push_back(other_year_finding(report_, misdated_, *report_.facts[misdated_.front()].year));
  }
}

void SentenceFacts::take_note(const SentenceMatch& note) {
  if (note.name == "year") {
    if (note.from >= range_.from && note.from < range_.to) {
      return;  // the first year of a span of years governs nothing
    }
    state_.year = note.year;
    state_.since = false;
  } else if (note.name == "plan") {
    plan_from_ = note.year == 0 || note.year > report_.year ? std::min(plan_from_, note.to) : plan_from_;
  } else if (note.name == "since") {
    state_.since = true;
  } else if (note.name == "scope") {
    scope_ = note.value == "area" ? Scope::area : note.value == "body" ? Scope::body : scope_;
  } else if (note.name == "part") {
    part_ = true;
  }
}

/// From one year to another: what is counted up from before the report's year is not the year's.
void SentenceFacts::take_range(const SentenceMatch& note, const Folded& folded) {
  if (note.year >= report_.year) {
    return;
  }
  state_.year = 0;
  range_ = {note.from, note.to};
  span_clause_ = clause_start(folded, reading_.from, note.to - 1);
}

void SentenceFacts::take_fact(const SentenceMatch& match, const Passage& passage, const Folded& folded) {
  Fact fact;
  if (match.from >= plan_from_ || subjects_.is_foreign(match.from, folded) || !measure(match, folded, fact)) {
    return;
  }
  fact.key = stored(match.key);
  if (state_.since || span_clause_ == clause_start(folded, reading_.from, match.from)) {
    fact.key.dims.set("span", "cumulative");
  }
  const auto index = static_cast<std::uint32_t>(report_.facts.size());
  const int year = state_.year == 0 ? report_.year : state_.year;
  Said said{fact.key, fact.value, {index}, match.from, sentence_, year};
  if (said_.tells_part(said, part_)) {
    return;
  }
  const Folded& f = folded;
  const std::size_t from = f.original_byte(match.from);
  const auto text = f.slice(passage.text, match.from, match.to);
  fact.text = report_.store(text);
  fact.at = passage.place(from, from + text.size());
  fact.status = match.status;
  fact.source = Source::prose;
  fact.form = form_;
  fact.scope = scope_;
  date(fact);
  report_.facts.push_back(std::move(fact));
  said_.add(std::move(said));
  if (match.number && match.number->qualifier == Qualifier::none) {
    take_listed_parts(match, passage, folded);
  }
}

/// What a text lists as the parts of a figure should add up to it.
void SentenceFacts::take_listed_parts(const SentenceMatch& match, const Passage& passage, const Folded& folded) {
  const auto list = listed_parts(folded, reading_, match.to, folded.utf8(match.unit_from, match.unit_to));
  if (!list) {
    return;
  }
  Claim claim;
  claim.kind = ClaimKind::sum;
  claim.value = list->sum;
  claim.step = Decimal(1);
  claim.unit = report_.facts.back().unit;
  claim.of = {static_cast<std::uint32_t>(report_.facts.size() - 1)};
  const auto text = folded.slice(passage.text, list->from, list->to);
  const std::size_t from = folded.original_byte(list->from);
  claim.text = report_.store(text);
  claim.at = passage.place(from, from + text.size());
  report_.claims.push_back(std::move(claim));
}

/// Value, unit and step in the concept's own unit; false if the packs do not know the concept.
bool SentenceFacts::measure(const SentenceMatch& match, const Folded& folded, Fact& fact) {
  const ConceptInfo* info = context_.vocabulary.concept_info(match.key.id);
  if (info == nullptr) {
    return false;
  }
  const std::string asked(match.unit.empty() ? info->unit : match.unit);
  if (!match.number) {
    fact.value = Decimal(0);
    fact.unit = report_.store(asked);
    fact.step = Decimal(1);
    return true;
  }
  const std::string printed = folded.utf8(match.unit_from, match.unit_to);
  const Measure measured = context_.vocabulary.measure(*match.number, printed, asked);
  fact.value = measured.value;
  fact.unit = report_.store(measured.unit);
  fact.step = measured.step;
  fact.qualifier = match.number->qualifier;
  return true;
}

/// True if the sentences say the same of the report's own year, too.
bool SentenceFacts::is_told_of_own_year(const ConceptKey& key) const {
  return std::any_of(report_.facts.begin(), report_.facts.end(),
                     [&](const Fact& fact) { return fact.source == Source::prose && fact.key == key && !fact.year; });
}

/// A figure told of another year carries that year. Where the sentence does not set it against the report's own
/// the year may be a slip: the figure is suspect.
void SentenceFacts::date(Fact& fact) {
  if (state_.year == 0 || report_.year == 0 || state_.year == report_.year || state_.since ||
      fact.key.dims.get("span") == "cumulative") {
    return;
  }
  fact.year = static_cast<std::int16_t>(state_.year);
  if (std::find(years_.begin(), years_.end(), report_.year) != years_.end() || is_told_of_own_year(fact.key)) {
    return;
  }
  fact.reading = Reading::suspect;
  if (fact.value) {
    fact.candidates.push_back(*fact.value);
  }
  misdated_.push_back(static_cast<std::uint32_t>(report_.facts.size()));
}

void SentenceFacts::take_claim(const SentenceMatch& match, const Passage& passage, const Folded& folded) {
  if (!match.number || subjects_.is_foreign(match.from, folded)) {
    return;
  }
  Claim claim;
  claim.kind = match.claim;
  claim.value = match.number->value;
  claim.step = match.number->step;
  const bool whole =
      match.claim == ClaimKind::sum ? add_parts(match, claim) : said_.complete(claim, sentence_, match.from);
  const auto text = folded.slice(passage.text, match.from, match.to);
  const std::size_t from = folded.original_byte(match.from);
  claim.at = passage.place(from, from + text.size());
  if (!whole) {
    if (const auto part = find_number(folded, match.from, match.to); part && claim.kind == ClaimKind::share) {
      loose_shares_.push_back({part->value, std::move(claim)});
    }
    return;
  }
  claim.text = report_.store(text);
  if (match.claim == ClaimKind::sum) {
    said_.add({{}, claim.value, claim.of, match.from, sentence_, report_.year});
  }
  report_.claims.push_back(std::move(claim));
}

bool SentenceFacts::add_parts(const SentenceMatch& match, Claim& claim) {
  const auto* info = context_.vocabulary.concept_info(match.parts.front().id);
  if (info == nullptr) {
    return false;
  }
  claim.unit = report_.store(match.unit.empty() ? info->unit : match.unit);
  return said_.complete_sum(claim, match.parts, report_);
}

ConceptKey SentenceFacts::stored(const ConceptKey& key) {
  ConceptKey copy;
  copy.id = report_.store(key.id);
  for (const Dimension& dimension : key.dims) {
    copy.dims.set(report_.store(dimension.name), report_.store(dimension.member));
  }
  return copy;
}

}  // namespace nianbao::prose_format
