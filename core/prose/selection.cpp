#include "prose/selection.hpp"

#include <algorithm>

namespace nianbao::prose {

namespace {

bool is_statement(const Pattern& pattern) { return pattern.status.has_value() && !pattern.has_number; }
bool competes(const Pattern& pattern) { return (pattern.has_number || is_statement(pattern)) && !pattern.beside; }

/// Which of two fits explains more.
bool better(const PatternSet& set, const Fit& a, const Fit& b) {
  const int pa = set.patterns[a.pattern].priority;
  const int pb = set.patterns[b.pattern].priority;
  if (pa != pb) {
    return pa > pb;
  }
  return a.weight != b.weight ? a.weight > b.weight : a.from != b.from ? a.from < b.from : a.pattern < b.pattern;
}

}  // namespace

std::size_t Selection::place(const Fit& fit) const {
  return fit.captures.number_count > 0 ? scan_->numbers()[fit.captures.numbers[0]].from : fit.from;
}

void Selection::run(const PatternSet& set, const PassageScan& scan, const std::vector<Fit>& fits,
                    SentenceContext& context, SentenceReading& reading) {
  set_ = &set;
  scan_ = &scan;
  context_ = &context;
  reading_ = &reading;
  read_.clear();
  steps_.clear();
  for (std::uint32_t i = 0; i < fits.size(); ++i) {
    const Pattern& pattern = set_->patterns[fits[i].pattern];
    steps_.push_back({place(fits[i]), pattern.beside ? 3 : competes(pattern) ? 2 : 1, i});
  }
  std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
    return a.at != b.at ? a.at < b.at : a.order != b.order ? a.order < b.order : a.fit < b.fit;
  });
  settle_statements(fits);
  for (std::size_t first = 0; first < steps_.size();) {
    std::size_t last = first + 1;
    while (last < steps_.size() && steps_[last].at == steps_[first].at && steps_[last].order == steps_[first].order) {
      ++last;
    }
    if (steps_[first].order == 2) {
      bind_numbers(fits, first, last);
    }
    for (std::size_t i = first; i < last; ++i) {
      accept(fits[steps_[i].fit], steps_[i].fit);
    }
    first = last;
  }
}

/// Takes up what reads no number, or reads it beside another.
void Selection::accept(const Fit& fit, std::uint32_t index) {
  const Pattern& pattern = set_->patterns[fit.pattern];
  const bool statement = is_statement(pattern);
  if (statement ? stated_[index] : !competes(pattern) && holds(pattern)) {
    emit(fit);
    apply_settings(pattern, fit);
    if (!pattern.sets.empty() && !statement) {
      reading_->settings.push_back(fit.pattern);
    }
  }
}

/// Of statements that overlap only the one that explains most stays. What a statement asks of the
/// context may stand inside it (未收到政府信息公开方面的行政复议): it is asked at its end.
void Selection::settle_statements(const std::vector<Fit>& fits) {
  stated_.assign(fits.size(), false);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < fits.size(); ++i) {
    if (is_statement(set_->patterns[fits[i].pattern]) && holds_at(fits[i].to, set_->patterns[fits[i].pattern], fits)) {
      order.push_back(i);
    }
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return better(*set_, fits[a], fits[b]); });
  for (const auto i : order) {
    stated_[i] = std::none_of(order.begin(), order.end(), [&](std::uint32_t k) {
      return stated_[k] && fits[i].from < fits[k].to && fits[k].from < fits[i].to;
    });
  }
}

/// What a pattern asks of the context may also stand inside it (3件因政府信息公开引起的复议).
bool Selection::holds_within(const Fit& fit, const std::vector<Fit>& fits) {
  const Pattern& pattern = set_->patterns[fit.pattern];
  return holds(pattern) || (!pattern.needs.empty() && holds_at(fit.to, pattern, fits));
}

/// Whether the pattern's conditions hold once everything before `at` has set the context.
bool Selection::holds_at(std::size_t at, const Pattern& pattern, const std::vector<Fit>& fits) {
  const SentenceContext kept = *context_;
  for (const Step& step : steps_) {
    const Pattern& setter = set_->patterns[fits[step.fit].pattern];
    if (step.at < at && !competes(setter) && holds(setter)) {
      apply_settings(setter, fits[step.fit]);
    }
  }
  const bool result = holds(pattern);
  *context_ = kept;
  return result;
}

/// The fits [first, last) of `steps_` read the same number: the best one whose conditions hold does.
void Selection::bind_numbers(const std::vector<Fit>& fits, std::size_t first, std::size_t last) {
  const Fit* best = nullptr;
  for (std::size_t i = first; i < last; ++i) {
    const Fit& fit = fits[steps_[i].fit];
    if (fit.captures.number_count > 0 && holds_within(fit, fits) && is_free(fit) &&
        (best == nullptr || better(*set_, fit, *best))) {
      best = &fit;
    }
  }
  if (best != nullptr) {
    claim_numbers(*best);
    emit(*best);
    apply_settings(set_->patterns[best->pattern], *best);
  }
}

bool Selection::is_free(const Fit& fit) const {
  for (std::uint32_t i = 0; i < fit.captures.number_count; ++i) {
    if (std::find(read_.begin(), read_.end(), fit.captures.numbers[i]) != read_.end()) {
      return false;
    }
  }
  return true;
}

void Selection::claim_numbers(const Fit& fit) {
  read_.insert(read_.end(), fit.captures.numbers.begin(), fit.captures.numbers.begin() + fit.captures.number_count);
}

bool Selection::holds(const Pattern& pattern) const {
  if (((1U << static_cast<unsigned>(context_->section)) & pattern.sections) == 0) {
    return false;
  }
  const bool years_fit = context_->year != 0 ? pattern.years.contains(context_->year) : pattern.years.to == 0;
  return years_fit &&
         std::all_of(pattern.needs.begin(), pattern.needs.end(), [&](const Condition& c) { return holds(c); }) &&
         std::none_of(pattern.unless.begin(), pattern.unless.end(), [&](const Condition& c) { return holds(c); });
}

bool Selection::holds(const Condition& condition) const {
  const std::string_view value = context_->values[condition.value];
  return condition.any_of.empty()
             ? !value.empty()
             : std::find(condition.any_of.begin(), condition.any_of.end(), value) != condition.any_of.end();
}

std::string_view Selection::member_name(const TakenMember& member) const {
  return member.member == kNoIndex ? std::string_view{} : set_->classes[member.of].members[member.member];
}

/// The member a pattern took from a class; empty if it took none, or several different ones.
std::string_view Selection::member_of(const Fit& fit, ClassId of) const {
  std::string_view found;
  for (std::uint32_t i = 0; i < fit.captures.member_count; ++i) {
    const TakenMember& member = fit.captures.members[i];
    if (member.of != of) {
      continue;
    }
    const auto name = member_name(member);
    if (!found.empty() && found != name) {
      return {};
    }
    found = name;
  }
  return found;
}

void Selection::apply_settings(const Pattern& pattern, const Fit& fit) {
  for (const Setting& setting : pattern.sets) {
    context_->values[setting.value] = setting.class_id == kNoIndex ? setting.to : member_of(fit, setting.class_id);
  }
}

void Selection::emit(const Fit& fit) {
  const Pattern& pattern = set_->patterns[fit.pattern];
  if (pattern.key || pattern.also || !pattern.member_keys.empty()) {
    emit_facts(pattern, fit);
    return;
  }
  const bool guards = competes(pattern);
  if (pattern.note.empty() && !pattern.claim && !guards) {
    return;
  }
  SentenceMatch match;
  match.kind = pattern.claim          ? SentenceMatch::Kind::claim
               : pattern.note.empty() ? SentenceMatch::Kind::guard
                                      : SentenceMatch::Kind::note;
  match.pattern = fit.pattern;
  match.claim = pattern.claim.value_or(ClaimKind::share);
  match.name = pattern.note;
  match.value = pattern.note_value;
  if (!match.value.empty() && match.value.front() == '@') {
    match.value = fit.captures.member_count > 0 ? member_name(fit.captures.members[0]) : std::string_view{};
  }
  match.year = fit.captures.year;
  match.from = fit.from;
  match.to = fit.to;
  const auto number = pattern.claim                   ? fit.captures.percent
                      : fit.captures.number_count > 0 ? fit.captures.numbers[0]
                                                      : kNoIndex;
  if (number != kNoIndex) {
    match.number = scan_->numbers()[number].number;
  }
  reading_->matches.push_back(std::move(match));
}

void Selection::emit_facts(const Pattern& pattern, const Fit& fit) {
  const Captures& captures = fit.captures;
  const auto number = [&](std::uint32_t i) -> const NumberToken* {
    return i < captures.number_count ? &scan_->numbers()[captures.numbers[i]] : nullptr;
  };
  if (pattern.also) {
    emit_fact(pattern, fit, *pattern.also, number(0));
  }
  std::vector<const TakenMember*> members;
  for (std::uint32_t i = 0; i < captures.member_count; ++i) {
    const auto takes = [&](const TakenDimension& taken) { return taken.class_id == captures.members[i].of; };
    const bool has_key = std::any_of(pattern.member_keys.begin(), pattern.member_keys.end(),
                                     [&](const MemberKey& m) { return m.member == member_name(captures.members[i]); });
    if (has_key || std::any_of(pattern.taken.begin(), pattern.taken.end(), takes)) {
      members.push_back(&captures.members[i]);
    }
  }
  if (members.empty()) {
    members.push_back(nullptr);
  }
  const bool shared = captures.number_count == 1 && members.size() > 1;
  if (shared && !pattern.each && !number(0)->number.value.is_zero()) {
    emit_sum(pattern, fit, members, *number(0));
    return;
  }
  if (!shared && captures.number_count > 0 && captures.number_count != members.size()) {
    return;
  }
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    if (const auto key = key_for(pattern, members[i])) {
      emit_fact(pattern, fit, *key, shared ? number(0) : number(i));
    }
  }
}

/// One figure for several things is their sum.
void Selection::emit_sum(const Pattern& pattern, const Fit& fit, const std::vector<const TakenMember*>& members,
                         const NumberToken& token) {
  SentenceMatch match;
  match.kind = SentenceMatch::Kind::claim;
  match.pattern = fit.pattern;
  match.claim = ClaimKind::sum;
  match.number = token.number;
  match.unit = pattern.unit;
  match.from = token.from;
  match.to = token.to;
  match.unit_from = token.unit_from;
  match.unit_to = token.unit_to;
  for (const TakenMember* member : members) {
    auto key = key_for(pattern, member);
    if (!key) {
      return;
    }
    match.parts.push_back(std::move(*key));
  }
  reading_->matches.push_back(std::move(match));
}

/// What a member, or the context in its place, is bound to instead of the pattern's concept.
const MemberKey* Selection::member_key(const Pattern& pattern, const TakenMember* member) const {
  const auto name = member != nullptr        ? member_name(*member)
                    : pattern.by != kNoIndex ? context_->values[pattern.by]
                                             : std::string_view{};
  const auto found = std::find_if(pattern.member_keys.begin(), pattern.member_keys.end(),
                                  [&](const MemberKey& own) { return !name.empty() && own.member == name; });
  return found == pattern.member_keys.end() ? nullptr : &*found;
}

std::optional<ConceptKey> Selection::key_for(const Pattern& pattern, const TakenMember* member) const {
  const MemberKey* own = member_key(pattern, member);
  if (own != nullptr ? !own->key : !pattern.key) {
    return std::nullopt;
  }
  ConceptKey key = own != nullptr ? *own->key : *pattern.key;
  for (const TakenDimension& taken : pattern.taken) {
    const bool from_word = member != nullptr && member->of == taken.class_id;
    if (from_word && own != nullptr) {
      continue;
    }
    const auto name = from_word ? member_name(*member) : context_->values[taken.value];
    if (name.empty()) {
      return std::nullopt;
    }
    key.dims.set(taken.dimension, name);
  }
  return key;
}

void Selection::emit_fact(const Pattern& pattern, const Fit& fit, const ConceptKey& key, const NumberToken* token) {
  SentenceMatch match;
  match.pattern = fit.pattern;
  match.key = key;
  match.unit = pattern.unit;
  match.status = pattern.status.value_or(Status::reported);
  match.from = token != nullptr ? token->from : fit.from;
  match.to = token != nullptr ? token->to : fit.to;
  if (token != nullptr) {
    match.number = token->number;
    match.unit_from = token->unit_from;
    match.unit_to = token->unit_to;
  }
  reading_->matches.push_back(std::move(match));
}

}  // namespace nianbao::prose
