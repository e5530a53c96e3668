// The JSON Schemas of rules/schema, by which files of packs are checked before anything else is read of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/sdk/message.hpp>

#include "rules/source.hpp"

namespace nianbao {

/// What a schema demands of a value: the keywords that rules/schema uses. Of patterns and names of properties the
/// loaders speak themselves, who say what is wrong with a year or an id.
struct Schema {
  /// Kinds of values, as bits. A scalar is a text, and a number or a flag besides where it reads as one.
  enum Kind : std::uint8_t { text = 1, number = 2, flag = 4, sequence = 8, mapping = 16 };
  using Property = std::pair<std::string, const Schema*>;

  std::uint8_t kinds = 0;           ///< 0: any
  std::vector<std::string> values;  ///< enum
  bool not_empty = false;           ///< minLength
  std::vector<Property> properties;
  const Schema* other_properties = nullptr;  ///< additionalProperties
  bool no_other_properties = false;          ///< additionalProperties: false
  std::vector<std::string> required;
  const Schema* items = nullptr;
  std::vector<const Schema*> tuple;  ///< items, one by one
  std::vector<const Schema*> one_of;
  std::vector<const Schema*> all_of;  ///< and $ref
  Message expected;                   ///< x-expected: what to write, where the kinds alone do not tell
};

/// The schema of a pack's file by the file's name (checks.yaml, prose.examples.yaml); null if it has none. Lives on.
[[nodiscard]] const Schema* schema_of(std::string_view file_name);

/// Adds every fault of the file against its schema.
void check_against(const Schema& schema, const SourceFile& file, RuleFaults& faults);

}  // namespace nianbao
