// Keys that several kinds of rules have.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/catalog.hpp"
#include "rules/item.hpp"

namespace nianbao {

/// `each`, and for `each: concept` the concepts.
struct Each {
  std::vector<std::string> each;
  std::vector<std::string> concepts;
  bool over_concepts = false;
};
[[nodiscard]] Each read_each(Item& item, const ConceptCatalog& catalog);

[[nodiscard]] std::optional<SectionKind> read_section_kind(Item& item, const Word& word);

/// A concept with its dimensions, with its texts in the arena.
[[nodiscard]] std::optional<ConceptKey> read_key(Item& item, std::string_view field, const Catalog& catalog,
                                                 Arena& arena);

/// What every item may have: its id and `lock`. No other keys are known after this.
void finish(Item& item);

}  // namespace nianbao
