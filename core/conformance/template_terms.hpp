// The words of a template that the rule packs must know.
#pragma once

#include <vector>

#include <nianbao/concept_catalog.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao::conformance {

/// Concepts, dimensions, their members and units of the cells that no pack in force knows, and units that are not of
/// the concept's quantity: each once, with the first form, row and column that has it and the nearest known word.
[[nodiscard]] std::vector<Message> unknown_terms(const Template& format, const ConceptCatalog& catalog);

}  // namespace nianbao::conformance
