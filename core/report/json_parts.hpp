// The parts of a Report as JSON values; json.cpp puts them together.
#pragma once

#include <boost/json/object.hpp>

#include <nianbao/sdk/report.hpp>

#include "document/json.hpp"
#include "json/fields.hpp"
#include "json/message.hpp"

namespace nianbao::json {

[[nodiscard]] boost::json::object key_to_json(const ConceptKey& key);
[[nodiscard]] ConceptKey key_from_json(const Field& field, Arena& arena);
[[nodiscard]] boost::json::value decimal_to_json(const std::optional<Decimal>& value);
[[nodiscard]] std::optional<Decimal> decimal_from_json(const Field& field);
[[nodiscard]] boost::json::value date_to_json(const Date& date);
[[nodiscard]] Date date_from_json(const Field& field);

/// f1 for the first fact.
[[nodiscard]] std::string fact_id(std::size_t index);
/// The index behind such an id; a fault is reported for any other text.
[[nodiscard]] std::optional<std::uint32_t> fact_index(const Field& field);

[[nodiscard]] boost::json::object fact_to_json(const Fact& fact, std::size_t index, const Report& report);
/// `forms` must be read before.
[[nodiscard]] Fact fact_from_json(const Field& field, Report& report);
[[nodiscard]] boost::json::object form_to_json(const Form& form);
[[nodiscard]] Form form_from_json(const Field& field, Arena& arena);
[[nodiscard]] boost::json::object claim_to_json(const Claim& claim);
[[nodiscard]] Claim claim_from_json(const Field& field, Arena& arena);
[[nodiscard]] boost::json::object section_to_json(const Section& section);
[[nodiscard]] Section section_from_json(const Field& field, Arena& arena);
[[nodiscard]] boost::json::object finding_to_json(const Finding& finding, const Report& report);
[[nodiscard]] Finding finding_from_json(const Field& field, Arena& arena);
[[nodiscard]] boost::json::object diagnostic_to_json(const Diagnostic& diagnostic, const Report& report);
[[nodiscard]] Diagnostic diagnostic_from_json(const Field& field, Arena& arena);

/// The value whose name the text is; a fault is reported for any other text. An absent field gives
/// the first value.
template <typename E>
[[nodiscard]] E name_from_json(const Field& field, int count) {
  if (field.absent()) {
    return E{};
  }
  for (int i = 0; i < count; ++i) {
    if (to_string(static_cast<E>(i)) == field.text()) {
      return static_cast<E>(i);
    }
  }
  field.fault("one of the names in the schema");
  return E{};
}

}  // namespace nianbao::json
