#include "rules/rule_fields.hpp"

#include "rules/small_texts.hpp"

namespace nianbao {

Each read_each(Item& item, const ConceptCatalog& catalog) {
  Each result;
  std::vector<std::string_view> known{kCurrentConcept};
  for (const auto& dimension : catalog.dimensions()) {
    known.push_back(dimension.name);
  }
  for (auto& word : item.words("each")) {
    const bool over_concepts = word.text == kCurrentConcept;
    result.over_concepts |= over_concepts;
    if (!over_concepts && catalog.dimension(word.text) == nullptr) {
      item.fault_at(word, "unknown-dimension",
                    {"没有维度“" + word.text + "”", "Unknown dimension \"" + word.text + "\""},
                    did_you_mean(word.text, known));
    } else {
      result.each.push_back(std::move(word.text));
    }
  }
  return result;
}

std::optional<SectionKind> read_section_kind(Item& item, const Word& word) {
  const auto kind = section_kind(word.text);
  if (!kind) {
    item.fault_at(word, "unknown-section",
                  {"没有“" + word.text + "”这种章节", "Unknown kind of section \"" + word.text + "\""},
                  {"见 docs/rule-packs.md 的 sections.yaml 一节。", "See docs/rule-packs.md, sections.yaml."});
  }
  return kind;
}

std::optional<ConceptKey> read_key(Item& item, std::string_view field, const Catalog& catalog, Arena& arena) {
  const auto words = item.words(field);
  if (words.size() != 1) {
    return std::nullopt;
  }
  std::vector<ExpressionFault> faults;
  auto key = parse_key(words[0].text, catalog, arena, faults);
  for (auto& fault : faults) {
    item.fault_at(words[0], std::move(fault.code), std::move(fault.message), std::move(fault.hint));
  }
  return key;
}

void finish(Item& item) {
  static_cast<void>(item.text("id"));
  static_cast<void>(item.flag("lock"));
  item.refuse_unknown_keys();
}

}  // namespace nianbao
