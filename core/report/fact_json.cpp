// Facts as JSON, and the claims about them.
#include <charconv>

#include <boost/json/array.hpp>

#include "report/json_parts.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

bj::array ids(const std::vector<std::uint32_t>& facts) {
  bj::array array;
  for (const auto fact : facts) {
    array.push_back(bj::value(fact_id(fact)));
  }
  return array;
}

std::vector<std::uint32_t> ids_from_json(const Field& field) {
  std::vector<std::uint32_t> facts;
  field.each([&](const Field& id) {
    if (const auto index = fact_index(id)) {
      facts.push_back(*index);
    }
  });
  return facts;
}

void add_common(const Fact& fact, bj::object& out) {
  out["value"] = decimal_to_json(fact.value);
  out["unit"] = text_or_null(fact.unit);
  out["step"] = decimal_to_json(fact.step);
  out["status"] = view(to_string(fact.status));
  out["qualifier"] = text_or_null(to_string(fact.qualifier));
  out["reading"] = view(to_string(fact.reading));
  if (!fact.candidates.empty()) {
    bj::array candidates;
    for (const auto& candidate : fact.candidates) {
      candidates.push_back(bj::value(candidate.to_string()));
    }
    out["candidates"] = std::move(candidates);
  }
  out["source"] = view(to_string(fact.source));
}

std::uint32_t instance_of(const ConceptKey& key) {
  std::uint32_t instance = 1;
  const auto member = key.dims.get("instance");
  std::from_chars(member.data(), member.data() + member.size(), instance);
  return instance;
}

std::uint32_t find_form(const Report& report, std::string_view id, std::uint32_t instance) {
  for (std::size_t i = 0; i < report.forms.size(); ++i) {
    if (report.forms[i].id == id && report.forms[i].instance == instance) {
      return static_cast<std::uint32_t>(i);
    }
  }
  return Fact::kNoForm;
}

}  // namespace

std::string fact_id(std::size_t index) { return "f" + std::to_string(index + 1); }

std::optional<std::uint32_t> fact_index(const Field& field) {
  const auto text = field.text();
  std::uint32_t number = 0;
  const auto* end = text.data() + text.size();
  if (text.size() < 2 || text.front() != 'f' || std::from_chars(text.data() + 1, end, number).ptr != end ||
      number == 0) {
    field.fault("the id of a fact, such as f17");
    return std::nullopt;
  }
  return number - 1;
}

bj::object fact_to_json(const Fact& fact, std::size_t index, const Report& report) {
  auto key = key_to_json(fact.key);
  bj::object out{{"id", fact_id(index)}, {"concept", std::move(key["concept"])}, {"dims", std::move(key["dims"])}};
  add_common(fact, out);
  out["form"] = fact.form < report.forms.size() ? text_or_null(report.forms[fact.form].id) : bj::value(nullptr);
  out["text"] = view(fact.text);
  out["note"] = text_or_null(fact.note);
  if (fact.year) {
    out["year"] = *fact.year;
  }
  if (fact.scope != Scope::unknown) {
    out["scope"] = view(to_string(fact.scope));
  }
  out["at"] = place_to_json(fact.at);
  return out;
}

Fact fact_from_json(const Field& field, Report& report) {
  auto& arena = report.arena();
  Fact fact;
  fact.key = key_from_json(field, arena);
  fact.value = decimal_from_json(field["value"]);
  fact.unit = arena.store(field["unit"].text());
  fact.step = decimal_from_json(field["step"]);
  fact.status = name_from_json<Status>(field["status"], 4);
  fact.qualifier = name_from_json<Qualifier>(field["qualifier"], 4);
  fact.reading = name_from_json<Reading>(field["reading"], 3);
  field["candidates"].each([&](const Field& candidate) {
    if (const auto value = decimal_from_json(candidate)) {
      fact.candidates.push_back(*value);
    }
  });
  fact.source = name_from_json<Source>(field["source"], 3);
  if (!field["form"].absent()) {
    fact.form = find_form(report, field["form"].text(), instance_of(fact.key));
    if (fact.form == Fact::kNoForm) {
      field["form"].fault("the id of one of the report's forms");
    }
  }
  fact.text = arena.store(field["text"].text());
  fact.note = arena.store(field["note"].text());
  if (!field["year"].absent()) {
    fact.year = static_cast<std::int16_t>(field["year"].integer());
  }
  fact.scope = name_from_json<Scope>(field["scope"], 3);
  fact.at = place_from_json(field["at"], arena);
  return fact;
}

bj::object claim_to_json(const Claim& claim) {
  return {{"kind", view(to_string(claim.kind))},
          {"value", decimal_to_json(claim.value)},
          {"unit", text_or_null(claim.unit)},
          {"step", decimal_to_json(claim.step)},
          {"of", ids(claim.of)},
          {"base", ids(claim.base)},
          {"text", view(claim.text)},
          {"at", place_to_json(claim.at)}};
}

Claim claim_from_json(const Field& field, Arena& arena) {
  Claim claim;
  claim.kind = name_from_json<ClaimKind>(field["kind"], 3);
  claim.value = decimal_from_json(field["value"]);
  claim.unit = arena.store(field["unit"].text());
  claim.step = decimal_from_json(field["step"]);
  claim.of = ids_from_json(field["of"]);
  claim.base = ids_from_json(field["base"]);
  claim.text = arena.store(field["text"].text());
  claim.at = place_from_json(field["at"], arena);
  return claim;
}

}  // namespace nianbao::json
