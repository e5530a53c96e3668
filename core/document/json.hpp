// Parts of a Document as JSON values: shared by Document and Report.
#pragma once

#include <boost/json/object.hpp>

#include <nianbao/sdk/document.hpp>

#include "json/fields.hpp"

namespace nianbao::json {

[[nodiscard]] boost::json::object input_to_json(const Input& input);
[[nodiscard]] Input input_from_json(const Field& field);

/// Only the parts that are known.
[[nodiscard]] boost::json::object place_to_json(const Place& place);
[[nodiscard]] Place place_from_json(const Field& field, Arena& arena);
/// Adds it as `at`, unless nothing of it is known.
void add_place(const Place& place, boost::json::object& out);

[[nodiscard]] boost::json::object block_to_json(const Block& block);
[[nodiscard]] Block block_from_json(const Field& field, Arena& arena);
[[nodiscard]] boost::json::array blocks_to_json(const std::vector<Block>& blocks);
[[nodiscard]] std::vector<Block> blocks_from_json(const Field& field, Arena& arena);

[[nodiscard]] inline boost::json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

/// null for an empty text.
[[nodiscard]] boost::json::value text_or_null(std::string_view text);

}  // namespace nianbao::json
