#include "report/check_json.hpp"

#include <array>

#include <boost/json/array.hpp>

#include "report/json_parts.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

/// In the order of NotAssessable.
constexpr std::array<const char*, kNotAssessableReasons> kReasons = {"no-previous", "no-units",  "blank", "dash",
                                                                     "absent",      "unsettled", "other"};

}  // namespace

bj::object outcome_to_json(const CheckOutcome& outcome) {
  const auto& tally = outcome.tally;
  bj::object reasons;
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    reasons[kReasons[i]] = tally.not_assessable[i];
  }
  bj::array remarks;
  for (const auto& remark : outcome.remarks) {
    remarks.push_back(message_to_json(remark));
  }
  return {{"checked", tally.checked()},
          {"held", tally.held},
          {"failed", tally.failed},
          {"not_assessable", std::move(reasons)},
          {"summary", message_to_json(summary(tally))},
          {"remarks", std::move(remarks)}};
}

}  // namespace nianbao::json
