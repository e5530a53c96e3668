// Findings and diagnostics as JSON.
#include <boost/json/array.hpp>

#include <nianbao/finding_identity.hpp>

#include "report/json_parts.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

bj::object named_fact_to_json(const FindingFact& named) {
  bj::object out;
  if (named.fact == FindingFact::npos) {
    out["id"] = nullptr;
  } else {
    out["id"] = fact_id(named.fact);
  }
  auto key = key_to_json(named.key);
  out["concept"] = std::move(key["concept"]);
  out["dims"] = std::move(key["dims"]);
  return out;
}

}  // namespace

bj::object finding_to_json(const Finding& finding, const Report& report) {
  bj::array facts;
  for (const auto& named : finding.facts) {
    facts.push_back(named_fact_to_json(named));
  }
  return {{"id", finding_id(finding, report)},
          {"fingerprint", finding_fingerprint(finding, report)},
          {"rule", finding.rule},
          {"kind", view(to_string(finding.kind))},
          {"severity", view(to_string(finding.severity))},
          {"message", message_to_json(finding.message)},
          {"facts", std::move(facts)},
          {"at", place_to_json(finding.at)},
          {"hint", finding.hint.empty() ? bj::value(nullptr) : bj::value(message_to_json(finding.hint))}};
}

Finding finding_from_json(const Field& field, Arena& arena) {
  Finding finding;
  finding.rule = field["rule"].text();
  finding.kind = name_from_json<FindingKind>(field["kind"], 10);
  finding.severity = name_from_json<FindingSeverity>(field["severity"], 3);
  finding.message = message_from_json(field["message"]);
  field["facts"].each([&](const Field& named) {
    FindingFact fact;
    if (!named["id"].absent()) {
      fact.fact = fact_index(named["id"]).value_or(FindingFact::npos);
    }
    fact.key = key_from_json(named, arena);
    finding.facts.push_back(std::move(fact));
  });
  finding.at = place_from_json(field["at"], arena);
  finding.hint = message_from_json(field["hint"]);
  return finding;
}

bj::object diagnostic_to_json(const Diagnostic& diagnostic, const Report& report) {
  bj::array facts;
  for (const auto index : diagnostic.facts) {
    if (index < report.facts.size()) {
      facts.push_back(named_fact_to_json({index, report.facts[index].key}));
    }
  }
  return {{"code", diagnostic.code},
          {"severity", view(to_string(diagnostic.severity))},
          {"message", message_to_json(diagnostic.message)},
          {"facts", std::move(facts)},
          {"at", place_to_json(diagnostic.at)}};
}

Diagnostic diagnostic_from_json(const Field& field, Arena& arena) {
  Diagnostic diagnostic;
  diagnostic.code = field["code"].text();
  diagnostic.severity = name_from_json<Severity>(field["severity"], 3);
  diagnostic.message = message_from_json(field["message"]);
  field["facts"].each([&](const Field& named) {
    if (const auto index = fact_index(named["id"])) {
      diagnostic.facts.push_back(*index);
    }
  });
  diagnostic.at = place_from_json(field["at"], arena);
  return diagnostic;
}

}  // namespace nianbao::json
