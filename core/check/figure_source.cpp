#include "check/figure_source.hpp"

#include <algorithm>

#include "rules/fact_figure.hpp"
#include "rules/interval.hpp"

namespace nianbao::check {
namespace {

constexpr std::string_view kInstance = "instance";

bool is_measure(const ConceptCatalog& concepts, const ConceptKey& key) {
  const auto* info = concepts.find(key.id);
  return info != nullptr && concepts.unit_kind(info->unit) == UnitKind::measure;
}

bool more_exact(const Figure& a, const Figure& b) {
  const bool a_plain = a.qualifier == Qualifier::none;
  const bool b_plain = b.qualifier == Qualifier::none;
  return a_plain != b_plain ? a_plain : a.step < b.step;
}

bool is_in(const std::vector<std::string_view>& sorted, std::string_view text) {
  return std::binary_search(sorted.begin(), sorted.end(), text);
}

void make_unique(std::vector<std::string_view>& texts, std::size_t from) {
  const auto begin = texts.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, texts.end());
  texts.erase(std::unique(begin, texts.end()), texts.end());
}

bool is_below(std::string_view id, std::string_view prefix, bool deep) {
  const auto rest = id.substr(prefix.size());
  return rest.size() > 1 && rest.front() == '.' && (deep || rest.find('.', 1) == std::string_view::npos);
}

}  // namespace

std::string_view family_of(std::string_view id) { return id.substr(0, id.rfind('.')); }

FigureSource::FigureSource(const Report& report, std::vector<std::uint32_t> facts, std::vector<FormCells> cells,
                           const ConceptCatalog& concepts, const ValueSource* previous)
    : report_(report),
      concepts_(concepts),
      previous_(previous),
      facts_(std::move(facts)),
      cells_(std::move(cells)),
      by_key_(facts_.size()) {
  hashes_.reserve(facts_.size());
  entries_.reserve(facts_.size());
  for (std::uint32_t at = 0; at < facts_.size(); ++at) {
    add(at);
  }
}

void FigureSource::add(std::uint32_t at) {
  const auto& key = report_.facts[facts_[at]].key;
  hashes_.push_back(ConceptKeyHash()(key));
  const auto next = static_cast<std::uint32_t>(entries_.size());
  const auto number = by_key_.insert(key, hashes_.back(), next,
                                     [&](std::uint32_t entry) -> const ConceptKey& { return key_of(entry); });
  if (number == next) {
    entries_.push_back({at, false});
    return;
  }
  auto& entry = entries_[number];
  if (!entry.repeated) {
    repeated_.push_back({facts_[entry.at]});
    entry = {static_cast<std::uint32_t>(repeated_.size() - 1), true};
  }
  repeated_[entry.at].push_back(facts_[at]);
}

const ConceptKey& FigureSource::key_of(std::uint32_t entry) const noexcept {
  const auto [at, repeated] = entries_[entry];
  return report_.facts[repeated ? repeated_[at].front() : facts_[at]].key;
}

std::span<const std::uint32_t> FigureSource::facts_with(const ConceptKey& key) const {
  return facts_with(key, ConceptKeyHash()(key));
}

std::span<const std::uint32_t> FigureSource::facts_with(const ConceptKey& key, std::size_t hash) const {
  const auto number = by_key_.find(key, hash, [&](std::uint32_t entry) -> const ConceptKey& { return key_of(entry); });
  if (number == KeyTable::npos) {
    return {};
  }
  const auto [at, repeated] = entries_[number];
  return repeated ? std::span<const std::uint32_t>(repeated_[at]) : std::span(&facts_[at], 1);
}

bool FigureSource::contains(const ConceptKey& key) const {
  const auto hash = ConceptKeyHash()(key);
  return !facts_with(key, hash).empty() || is_prescribed(key, hash);
}

bool FigureSource::is_prescribed(const ConceptKey& key, std::size_t hash) const {
  if (cells_.empty() || !in_families(key.id)) {
    return false;
  }
  const auto instance = key.dims.get(kInstance);
  if (instance.empty()) {
    return is_prescribed(key, hash, instance);
  }
  ConceptKey first = key;
  first.dims.erase(kInstance);
  return is_prescribed(first, ConceptKeyHash()(first), instance);
}

bool FigureSource::is_prescribed(const ConceptKey& key, std::size_t hash, std::string_view instance) const {
  return std::any_of(cells_.begin(), cells_.end(), [&](const FormCells& cells) {
    const auto cell = cells.instance == instance ? cells.cells->find(key, hash) : CellIndex::npos;
    if (cell == CellIndex::npos) {
      return false;
    }
    const auto forms = cells.cells->prescribing(cell);
    return std::any_of(forms.begin(), forms.end(), [&](std::uint32_t form) { return cells.forms[form]; });
  });
}

bool FigureSource::in_families(std::string_view id) const { return !families_ || is_in(*families_, family_of(id)); }

const std::vector<std::string_view>& FigureSource::stated_ids() const {
  if (!stated_ids_) {
    auto& ids = stated_ids_.emplace();
    for (const auto fact : facts_) {
      const auto id = report_.facts[fact].key.id;
      if (ids.empty() || ids.back() != id) {
        ids.push_back(id);
      }
    }
    make_unique(ids, 0);
  }
  return *stated_ids_;
}

bool FigureSource::may_have(std::string_view id) const {
  const auto has_cell = [&](const FormCells& cells) { return is_in(cells.cells->ids(), id); };
  return is_in(stated_ids(), id) || (in_families(id) && std::any_of(cells_.begin(), cells_.end(), has_cell));
}

void FigureSource::ids_below(std::string_view prefix, bool deep, const Dims& dims,
                             std::vector<std::string_view>& ids) const {
  const auto before = ids.size();
  ConceptKey key{{}, dims};
  const auto add_below = [&](const std::vector<std::string_view>& sorted) {
    auto it = std::lower_bound(sorted.begin(), sorted.end(), prefix);
    for (; it != sorted.end() && it->starts_with(prefix); ++it) {
      key.id = *it;
      if (is_below(*it, prefix, deep) && contains(key)) {
        ids.push_back(*it);
      }
    }
  };
  add_below(stated_ids());
  for (const auto& cells : cells_) {
    add_below(cells.cells->ids());
  }
  make_unique(ids, before);
}

Figure FigureSource::figure_of(std::uint32_t index) const {
  const Fact& fact = report_.facts[index];
  const auto* info = fact.unit.empty() ? nullptr : concepts_.find(fact.key.id);
  return figure_in(index, info != nullptr ? info->unit : fact.unit);
}

Figure FigureSource::figure_in(std::uint32_t index, std::string_view unit) const {
  const Fact& fact = report_.facts[index];
  Figure figure;
  figure.fact = index;
  if (fact.status == Status::blank) {
    figure.state = assumed_zero(index) ? FigureState::known : FigureState::blank;
    return figure;
  }
  if (fact.status == Status::dash) {
    figure.state = FigureState::dash;
    return figure;
  }
  figure.state = FigureState::unsettled;
  const bool same = fact.unit.empty() || fact.unit == unit;
  take_value(fact, same ? std::optional<int>(0) : concepts_.unit_shift(fact.unit, unit), figure);
  return figure;
}

Figure FigureSource::figure(const ConceptKey& key) const {
  const auto facts = facts_with(key);
  if (facts.empty()) {
    return {};
  }
  Figure best = figure_of(facts.front());
  if (facts.size() == 1) {
    return best;
  }
  const bool measure = is_measure(concepts_, key);
  for (std::size_t i = 1; i < facts.size() && best.state == FigureState::known; ++i) {
    const Figure other = figure_of(facts[i]);
    if (other.state != FigureState::known) {
      continue;
    }
    if (!can_equal(interval_of(best, measure), interval_of(other, measure), Decimal(0))) {
      best.state = FigureState::unsettled;
    } else if (more_exact(other, best)) {
      best = other;
    }
  }
  return best;
}

}  // namespace nianbao::check
