// What a check counted, as JSON.
#pragma once

#include <boost/json/object.hpp>

#include <nianbao/check.hpp>

namespace nianbao::json {

/// `checked`, `held`, `failed`, `not_assessable` by reason, `summary` and `remarks`; not the findings.
[[nodiscard]] boost::json::object outcome_to_json(const CheckOutcome& outcome);

}  // namespace nianbao::json
