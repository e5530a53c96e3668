#include "report/json_parts.hpp"

#include <charconv>

#include <boost/json/array.hpp>

#include <nianbao/finding_identity.hpp>

namespace nianbao::json {
namespace {

namespace bj = boost::json;

bj::string view(std::string_view text) { return bj::string(text); }

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

bj::array texts(const std::vector<std::string_view>& values) {
  bj::array array;
  for (const auto value : values) {
    array.push_back(view(value));
  }
  return array;
}

std::vector<std::string_view> texts_from_json(const Field& field, Arena& arena) {
  std::vector<std::string_view> values;
  field.each([&](const Field& value) { values.push_back(arena.store(value.text())); });
  return values;
}

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

bj::object form_to_json(const Form& form) {
  bj::array notes;
  for (const auto& note : form.notes) {
    notes.push_back({{"text", view(note.text)}, {"at", place_to_json(note.at)}});
  }
  bj::array blocks(form.blocks.begin(), form.blocks.end());
  return {{"id", view(form.id)},
          {"format", view(form.format)},
          {"instance", form.instance},
          {"caption", text_or_null(form.caption)},
          {"scope", text_or_null(to_string(form.scope))},
          {"certainty", view(to_string(form.certainty))},
          {"rows_missing", texts(form.rows_missing)},
          {"columns_missing", texts(form.columns_missing)},
          {"notes", std::move(notes)},
          {"blocks", std::move(blocks)},
          {"at", place_to_json(form.at)}};
}

Form form_from_json(const Field& field, Arena& arena) {
  Form form;
  form.id = arena.store(field["id"].text());
  form.format = arena.store(field["format"].text());
  form.instance = static_cast<std::uint32_t>(field["instance"].number());
  form.caption = arena.store(field["caption"].text());
  form.scope = name_from_json<Scope>(field["scope"], 3);
  form.certainty = name_from_json<Certainty>(field["certainty"], 4);
  form.rows_missing = texts_from_json(field["rows_missing"], arena);
  form.columns_missing = texts_from_json(field["columns_missing"], arena);
  field["notes"].each([&](const Field& note) {
    form.notes.push_back({arena.store(note["text"].text()), place_from_json(note["at"], arena)});
  });
  field["blocks"].each([&](const Field& block) { form.blocks.push_back(static_cast<std::uint32_t>(block.number())); });
  form.at = place_from_json(field["at"], arena);
  return form;
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

bj::object section_to_json(const Section& section) {
  bj::array blocks;
  for (const auto& block : section.blocks) {
    if (const auto* reference = std::get_if<FormReference>(&block)) {
      blocks.push_back({{"type", "form"}, {"id", view(reference->id)}, {"instance", reference->instance}});
    } else {
      blocks.push_back(block_to_json(std::get<Block>(block)));
    }
  }
  return {{"kind", view(to_string(section.kind))}, {"number", text_or_null(section.number)},
          {"heading", view(section.heading)},      {"level", section.level},
          {"blocks", std::move(blocks)},           {"at", place_to_json(section.at)}};
}

Section section_from_json(const Field& field, Arena& arena) {
  Section section;
  section.kind = name_from_json<SectionKind>(field["kind"], 12);
  section.number = arena.store(field["number"].text());
  section.heading = arena.store(field["heading"].text());
  section.level = static_cast<int>(field["level"].integer());
  field["blocks"].each([&](const Field& block) {
    if (block["type"].text() == "form") {
      section.blocks.emplace_back(
          FormReference{arena.store(block["id"].text()), static_cast<std::uint32_t>(block["instance"].number())});
    } else {
      section.blocks.emplace_back(block_from_json(block, arena));
    }
  });
  section.at = place_from_json(field["at"], arena);
  return section;
}

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
