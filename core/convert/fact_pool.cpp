#include "convert/fact_pool.hpp"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::string_view kInstance = "instance";

ConceptKey without_instance(const ConceptKey& key) {
  ConceptKey result = key;
  result.dims.erase(kInstance);
  return result;
}

bool is_rounded(const Fact& fact) {
  const bool coarse = fact.source == Source::prose && fact.step && *fact.step > Decimal(1);
  return fact.qualifier != Qualifier::none || coarse;
}

/// Calls the function with each cell the form has.
template <typename F>
void each_cell(const TemplateForm& form, F function) {
  for (const auto& block : form.blocks) {
    for (const auto& cell : block.cells) {
      if (cell.present) {
        function(cell);
      }
    }
  }
}

}  // namespace

const Template* find_template(const std::vector<const Template*>& templates, std::string_view id) noexcept {
  const auto it = std::find_if(templates.begin(), templates.end(), [&](const Template* t) { return t->id == id; });
  return it == templates.end() ? nullptr : *it;
}

FactPool::FactPool(const Report& source, const ConvertOptions& options, bool own_forms)
    : source_(source), options_(options), own_forms_(own_forms), chosen_(source.forms.size(), true) {
  if (!own_forms_) {
    choose_instances();
  }
  index_templates();
  keys_.reserve(source.facts.size());
  obstacles_.reserve(source.facts.size());
  for (std::uint32_t i = 0; i < source.facts.size(); ++i) {
    const auto& fact = source.facts[i];
    keys_.push_back(own_forms_ ? fact.key : without_instance(fact.key));
    obstacles_.push_back(find_obstacle(fact));
    by_key_[keys_.back()].push_back(i);
    if (fact.source != Source::prose) {
      printed_.insert(keys_.back());
    }
  }
  adopt_area_figures();
}

void FactPool::adopt_area_figures() {
  constexpr std::string_view kGovernment = "人民政府";
  const auto& issuer = source_.issuer;
  if (source_.coverage.scope != Scope::unknown || issuer.size() < kGovernment.size() ||
      issuer.substr(issuer.size() - kGovernment.size()) != kGovernment) {
    return;
  }
  for (const auto& [key, facts] : by_key_) {
    for (const auto i : facts) {
      const auto& fact = source_.facts[i];
      const bool contradicted = std::any_of(facts.begin(), facts.end(), [&](std::uint32_t other) {
        return source_.facts[other].value != fact.value && !source_.facts[other].year;
      });
      if (obstacles_[i] == FactReason::other_scope && fact.scope == Scope::area && !contradicted) {
        obstacles_[i] = is_rounded(fact) ? std::optional(FactReason::rounded) : std::nullopt;
      }
    }
  }
}

void FactPool::choose_instances() {
  const auto& forms = source_.forms;
  const auto same_form = [&](const Form& a, const Form& b) { return a.id == b.id && a.format == b.format; };
  const auto own_scope = [&](const Form& form) {
    return source_.coverage.scope != Scope::unknown && form.scope == source_.coverage.scope;
  };
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto better = [&](const Form& other) {
      return &other != &forms[i] && same_form(other, forms[i]) &&
             (own_scope(other) != own_scope(forms[i]) ? own_scope(other) : other.instance < forms[i].instance);
    };
    chosen_[i] = std::none_of(forms.begin(), forms.end(), better);
  }
}

void FactPool::index_templates() {
  if (const auto* format = find_template(options_.templates, source_.format)) {
    for (const auto& form : format->forms) {
      each_cell(form, [&](const TemplateCell& cell) { of_format_.insert(cell.key); });
    }
  }
  meanings_.resize(source_.forms.size());
  for (std::size_t i = 0; i < source_.forms.size(); ++i) {
    const auto* format = find_template(options_.templates, source_.forms[i].format);
    const auto* form = format == nullptr ? nullptr : format->form(source_.forms[i].id);
    if (form == nullptr) {
      continue;
    }
    each_cell(*form, [&](const TemplateCell& cell) {
      printed_.insert(cell.key);
      if (!cell.meaning.empty()) {
        meanings_[i].emplace(cell.key, cell.meaning);
      }
    });
  }
}

bool FactPool::in_other_scope(const Fact& fact) const noexcept {
  Scope scope = fact.scope;
  if (scope == Scope::unknown && fact.form != Fact::kNoForm) {
    scope = source_.forms[fact.form].scope;
  }
  // A table is the report's own where the report does not say whom it covers; a sentence need not be.
  const bool settled = fact.source == Source::prose || source_.coverage.scope != Scope::unknown;
  return settled && scope != Scope::unknown && scope != source_.coverage.scope;
}

bool FactPool::chosen_instance(const Fact& fact) const {
  return fact.form != Fact::kNoForm ? chosen_[fact.form] : fact.key.dims.get(kInstance).empty();
}

std::optional<FactReason> FactPool::find_obstacle(const Fact& fact) const {
  if (fact.year) {
    return FactReason::other_year;
  }
  const bool unread = fact.status == Status::reported && !fact.value;
  // In its own form a table's figure stands where it stood, as it was reported, whatever may be meant by it.
  if (own_forms_ && fact.source != Source::prose && !(unread && fact.text.empty())) {
    return std::nullopt;
  }
  if (unread || (fact.reading == Reading::suspect && !options_.place_suspect)) {
    return FactReason::suspect;
  }
  if (!chosen_instance(fact)) {
    return FactReason::other_instance;
  }
  if (in_other_scope(fact)) {
    return FactReason::other_scope;
  }
  return is_rounded(fact) ? std::optional(FactReason::rounded) : std::nullopt;
}

const std::vector<std::uint32_t>& FactPool::facts_of(const ConceptKey& key) const noexcept {
  static const std::vector<std::uint32_t> none;
  const auto it = by_key_.find(key);
  return it == by_key_.end() ? none : it->second;
}

std::string_view FactPool::meaning(std::uint32_t index) const noexcept {
  const auto& fact = source_.facts[index];
  if (fact.form == Fact::kNoForm || meanings_[fact.form].empty()) {
    return {};
  }
  const auto& meanings = meanings_[fact.form];
  const auto it = meanings.find(without_instance(fact.key));
  return it == meanings.end() ? std::string_view{} : it->second;
}

std::vector<ConceptKey> FactPool::keys() const {
  std::vector<ConceptKey> keys(printed_.begin(), printed_.end());
  for (const auto& [key, facts] : by_key_) {
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace nianbao
