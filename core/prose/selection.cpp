#include "prose/selection.hpp"

#include <algorithm>

namespace nianbao::prose {

namespace {

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
  writer_.emplace(set, scan, context, reading);
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
    writer_->write(fit);
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
    writer_->write(*best);
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

void Selection::apply_settings(const Pattern& pattern, const Fit& fit) {
  for (const Setting& setting : pattern.sets) {
    context_->values[setting.value] =
        setting.class_id == kNoIndex ? setting.to : member_of(*set_, fit, setting.class_id);
  }
}

}  // namespace nianbao::prose
