#include "rules/figures.hpp"

#include <algorithm>

#include "rules/compile.hpp"

namespace nianbao {
namespace {

/// True if a part of this total has a cell of its own, so that adding the total would count it twice.
bool has_parts(const ConceptKey& key, std::string_view dimension, const KeySource& source,
               const ConceptCatalog& catalog) {
  const auto& parts = catalog.sum_of(dimension, key.dims.get(dimension));
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    ConceptKey member = key;
    member.dims.set(dimension, part);
    return source.contains(member) || has_parts(member, dimension, source, catalog);
  });
}

/// Replaces each key by its members of the dimension that have a cell, totals of others left out.
void run_over(std::vector<ConceptKey>& keys, std::string_view dimension, const KeySource& source,
              const ConceptCatalog& catalog) {
  const auto* info = catalog.dimension(dimension);
  std::vector<ConceptKey> result;
  for (const auto& key : keys) {
    for (const auto& member : info->members) {
      ConceptKey with = key;
      with.dims.set(dimension, member.id);
      if (!has_parts(with, dimension, source, catalog)) {
        result.push_back(std::move(with));
      }
    }
  }
  keys = std::move(result);
}

std::vector<ConceptKey> below(const ast::Node& reference, const std::vector<ConceptKey>& keys,
                              const KeySource& source) {
  std::vector<ConceptKey> result;
  std::vector<std::string_view> ids;
  for (const auto& key : keys) {
    ids.clear();
    source.ids_below(reference.text, reference.depth == ast::Depth::descendants, key.dims, ids);
    for (const auto id : ids) {
      result.push_back({id, key.dims});
    }
  }
  return result;
}

/// A key without the dimensions of `each` that its concept does not have.
void leave_foreign_dimensions(ConceptKey& key, const ast::Node& reference, const Binding& binding,
                              const KeySource& source) {
  if (binding.each.empty() || source.contains(key)) {
    return;
  }
  ConceptKey without = key;
  for (const auto name : binding.each) {
    if (reference.fixed.get(name).empty()) {
      without.dims.erase(name);
    }
  }
  if (source.contains(without)) {
    key = std::move(without);
  }
}

}  // namespace

bool is_set(const ast::Node& reference) noexcept {
  return reference.depth != ast::Depth::self || !reference.run.empty();
}

std::vector<ConceptKey> keys_of(const ast::Node& reference, const Binding& binding, const KeySource& source,
                                const ConceptCatalog& catalog) {
  ConceptKey key{reference.text == kCurrentConcept ? binding.concept_id : std::string_view(reference.text),
                 binding.dims};
  for (const auto& dimension : reference.fixed) {
    key.dims.set(dimension.name, dimension.member);
  }
  if (!is_set(reference)) {
    leave_foreign_dimensions(key, reference, binding, source);
    return {std::move(key)};
  }
  std::vector<ConceptKey> keys{std::move(key)};
  for (const auto dimension : reference.run) {
    run_over(keys, dimension, source, catalog);
  }
  if (reference.depth != ast::Depth::self) {
    return below(reference, keys, source);
  }
  const auto gone = std::remove_if(keys.begin(), keys.end(), [&](const ConceptKey& k) { return !source.contains(k); });
  keys.erase(gone, keys.end());
  return keys;
}

std::uint32_t Taken::add(Operand operand) {
  ++asked_;
  if (operand.from != Operand::From::units) {
    const auto it = std::find_if(operands_.begin(), operands_.end(), [&](const Operand& known) {
      // Different facts have different keys: that is told faster than by their texts.
      return known.figure.fact == operand.figure.fact && known.from == operand.from && known.key == operand.key;
    });
    if (it != operands_.end()) {
      return static_cast<std::uint32_t>(it - operands_.begin());
    }
  }
  operands_.push_back(std::move(operand));
  lacking_.push_back(false);
  return static_cast<std::uint32_t>(operands_.size() - 1);
}

std::vector<std::uint32_t> Taken::lacking() const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = 0; i < lacking_.size(); ++i) {
    if (lacking_[i]) {
      result.push_back(i);
    }
  }
  return result;
}

bool Taken::all_absent() const noexcept {
  return !operands_.empty() && std::all_of(operands_.begin(), operands_.end(), [](const Operand& operand) {
    return operand.figure.state == FigureState::absent;
  });
}

}  // namespace nianbao
