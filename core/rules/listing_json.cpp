// Listings for scripts.
#include <boost/json.hpp>

#include "json/message.hpp"
#include "json/print.hpp"
#include "rules/listing.hpp"

namespace nianbao {
namespace {

namespace bj = boost::json;

bj::value message_json(const Message& message) {
  if (message.empty()) {
    return nullptr;
  }
  return json::message_to_json(message);
}

bj::value origin_json(const RuleOrigin& origin) {
  return bj::object{{"pack", origin.pack}, {"file", origin.file}, {"line", origin.line}, {"column", origin.column}};
}

bj::array changes_json(const RuleChanges& changes) {
  bj::array list;
  for (const auto& change : changes) {
    list.push_back(origin_json(change));
  }
  return list;
}

/// Where the lock stands; null if there is none.
bj::value lock_json(const std::optional<RuleOrigin>& lock) { return lock ? origin_json(*lock) : bj::value(nullptr); }

bj::array texts_json(const std::vector<std::string>& texts) { return bj::array(texts.begin(), texts.end()); }

bj::value years_json(const YearRange& years) {
  const auto text = years_text(years);
  return text.empty() ? bj::value(nullptr) : bj::value(text);
}

bj::value expression_json(const std::shared_ptr<const Expression>& expression) {
  return expression == nullptr ? bj::value(nullptr) : bj::value(expression->text());
}

bj::array concepts_json(const RuleSet& rules) {
  bj::array list;
  for (const auto* info : rules.concepts().concepts()) {
    bj::array formats;
    for (const auto format : info->formats) {
      formats.push_back(bj::value(format));
    }
    const auto* origin = rules.concept_origin(info->id);
    const auto* basis = rules.concept_basis(info->id);
    list.push_back(bj::object{{"id", info->id},
                              {"unit", info->unit},
                              {"name", bj::object{{"zh", info->name}, {"en", info->name_en}}},
                              {"formats", std::move(formats)},
                              {"basis", basis == nullptr ? bj::value(nullptr) : message_json(*basis)},
                              {"at", origin == nullptr ? bj::value(nullptr) : origin_json(*origin)}});
  }
  return list;
}

bj::array labels_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& rule : rules.labels()) {
    list.push_back(bj::object{{"label", rule.label},
                              {"wordings", texts_json(rule.wordings)},
                              {"basis", message_json(rule.basis)},
                              {"at", origin_json(rule.origin)}});
  }
  return list;
}

bj::array headings_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& rule : rules.headings()) {
    list.push_back(bj::object{{"id", rule.id},
                              {"kind", to_string(rule.kind)},
                              {"phrases", texts_json(rule.phrases)},
                              {"years", years_json(rule.years)},
                              {"basis", message_json(rule.basis)},
                              {"lock", lock_json(rule.lock)},
                              {"at", origin_json(rule.origin)},
                              {"changes", changes_json(rule.changes)}});
  }
  return list;
}

bj::array checks_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& rule : rules.checks()) {
    list.push_back(bj::object{{"id", rule.id},
                              {"each", texts_json(rule.each)},
                              {"concepts", texts_json(rule.concepts)},
                              {"when", expression_json(rule.when)},
                              {"assert", expression_json(rule.assertion)},
                              {"tolerance", rule.tolerance.to_string()},
                              {"kind", to_string(rule.kind)},
                              {"severity", to_string(rule.severity)},
                              {"message", message_json(rule.message)},
                              {"basis", message_json(rule.basis)},
                              {"basis-kind", to_string(rule.basis_kind)},
                              {"formats", texts_json(rule.formats)},
                              {"years", years_json(rule.years)},
                              {"lock", lock_json(rule.lock)},
                              {"at", origin_json(rule.origin)},
                              {"changes", changes_json(rule.changes)}});
  }
  return list;
}

bj::object mapping_json(const MappingRule& rule) {
  return {{"id", rule.id},
          {"to", to_string(rule.to)},
          {"each", texts_json(rule.each)},
          {"from", expression_json(rule.from)},
          {"when", expression_json(rule.when)},
          {"fidelity", rule.from == nullptr ? bj::value(nullptr) : bj::value(to_string(rule.fidelity))},
          {"note", message_json(rule.note)},
          {"basis", message_json(rule.basis)},
          {"from-formats", texts_json(rule.from_formats)},
          {"to-formats", texts_json(rule.to_formats)},
          {"lock", lock_json(rule.lock)},
          {"at", origin_json(rule.origin)},
          {"changes", changes_json(rule.changes)}};
}

bj::array patterns_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& pattern : rules.prose().patterns) {
    list.push_back(
        bj::object{{"id", pattern.id},
                   {"pattern", pattern.pattern},
                   {"concept", pattern.key.id.empty() ? bj::value(nullptr) : bj::value(to_string(pattern.key))},
                   {"context", texts_json(context_names(pattern))},
                   {"years", years_json(pattern.years)},
                   {"basis", message_json(pattern.basis)},
                   {"lock", lock_json(pattern.lock)},
                   {"at", origin_json(pattern.origin)},
                   {"changes", changes_json(pattern.changes)}});
  }
  return list;
}

bj::array dimensions_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& dimension : rules.concepts().dimensions()) {
    bj::array members;
    for (const auto& member : dimension.members) {
      members.push_back(bj::object{{"id", member.id}, {"name", message_json(member.name)}});
    }
    list.push_back(bj::object{{"name", dimension.name}, {"free", dimension.free}, {"members", std::move(members)}});
  }
  return list;
}

bj::array units_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& rule : rules.units()) {
    bj::array units;
    for (const auto& [unit, exponent] : rule.units) {
      units.push_back(bj::object{{"unit", unit}, {"exponent", exponent}});
    }
    list.push_back(bj::object{{"name", rule.name},
                              {"measure", rule.measure},
                              {"units", std::move(units)},
                              {"at", origin_json(rule.origin)},
                              {"changes", changes_json(rule.changes)}});
  }
  return list;
}

bj::array words_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& rule : rules.prose().words) {
    list.push_back(
        bj::object{{"name", rule.name}, {"words", texts_json(rule.words)}, {"at", origin_json(rule.origin)}});
  }
  return list;
}

bj::array issuers_json(const RuleSet& rules) {
  bj::array list;
  for (const auto& rule : rules.issuers()) {
    list.push_back(
        bj::object{{"name", rule.name}, {"aliases", texts_json(rule.aliases)}, {"at", origin_json(rule.origin)}});
  }
  return list;
}

}  // namespace

std::string packs_json(const RuleStore& store) {
  bj::array list;
  for (const auto& pack : store.packs()) {
    const auto& to = pack.applies_to;
    list.push_back(
        bj::object{{"id", pack.id},
                   {"version", pack.version},
                   {"title", message_json(pack.title)},
                   {"extends", pack.extends.empty() ? bj::value(nullptr) : bj::value(pack.extends)},
                   {"applies-to", to.stated ? bj::value(bj::object{{"jurisdictions", texts_json(to.jurisdictions)},
                                                                   {"years", years_json(to.years)},
                                                                   {"formats", texts_json(to.formats)}})
                                            : bj::value(nullptr)},
                   {"folder", pack.folder},
                   {"shadowed", pack.shadowed}});
  }
  bj::array faults;
  for (const auto& fault : store.faults()) {
    faults.push_back(bj::object{{"code", fault.code},
                                {"message", message_json(fault.message)},
                                {"hint", message_json(fault.hint)},
                                {"at", origin_json(fault.where)}});
  }
  return json::print(
      bj::object{{"schema", "nianbao-packs/1"}, {"packs", std::move(list)}, {"faults", std::move(faults)}}, 2);
}

std::string rules_json(const RuleSet& rules) {
  bj::array packs;
  for (const auto& pack : rules.packs()) {
    packs.push_back(bj::object{{"pack", pack.id}, {"version", pack.version}});
  }
  bj::array mappings;
  for (const auto& rule : rules.mappings()) {
    mappings.push_back(mapping_json(rule));
  }
  bj::array disabled;
  for (const auto& rule : rules.disabled()) {
    disabled.push_back(bj::object{
        {"id", rule.id}, {"by", rule.by}, {"reason", message_json(rule.reason)}, {"at", origin_json(rule.origin)}});
  }
  return json::print(bj::object{{"schema", "nianbao-rules/1"},
                                {"packs", std::move(packs)},
                                {"concepts", concepts_json(rules)},
                                {"dimensions", dimensions_json(rules)},
                                {"units", units_json(rules)},
                                {"words", words_json(rules)},
                                {"issuers", issuers_json(rules)},
                                {"structure-sentences", texts_json(rules.structure_sentences())},
                                {"labels", labels_json(rules)},
                                {"headings", headings_json(rules)},
                                {"checks", checks_json(rules)},
                                {"mappings", std::move(mappings)},
                                {"patterns", patterns_json(rules)},
                                {"disabled", std::move(disabled)}},
                     2);
}

std::string mapping_json(const std::vector<MappingRow>& table) {
  bj::array list;
  for (const auto& row : table) {
    bj::array cells;
    for (const auto& cell : row.cells) {
      cells.push_back(bj::value(to_string(cell)));
    }
    list.push_back(bj::object{{"cells", std::move(cells)},
                              {"same-concept", row.same_concept},
                              {"line", row.line == nullptr ? bj::value(nullptr) : bj::value(mapping_json(*row.line))}});
  }
  return json::print(bj::object{{"schema", "nianbao-mapping/1"}, {"rows", std::move(list)}}, 2);
}

}  // namespace nianbao
