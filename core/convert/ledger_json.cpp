// The ledger as JSON: rules/schema/ledger.schema.json.
#include <nianbao/ledger.hpp>

#include "json/print.hpp"
#include "report/json_parts.hpp"

namespace nianbao {
namespace {

namespace bj = boost::json;

constexpr int kOpenLevels = 3;  // one fact, one cell a line

using json::text_or_null;

bj::value fidelity_to_json(const std::optional<Fidelity>& fidelity) {
  return fidelity ? bj::value(to_string(*fidelity)) : bj::value(nullptr);
}

std::string fact_id(std::uint32_t index) { return "f" + std::to_string(index + 1); }
std::string cell_id(std::uint32_t index) { return "c" + std::to_string(index + 1); }

template <typename Name>
bj::array ids(const std::vector<std::uint32_t>& indices, Name name) {
  bj::array result;
  for (const auto index : indices) {
    result.emplace_back(name(index));
  }
  return result;
}

bj::object fact_to_json(const LedgerFact& entry, std::uint32_t index) {
  const auto& fact = entry.fact;
  bj::object result{{"id", fact_id(index)}};
  for (auto& pair : json::key_to_json(fact.key)) {
    result.emplace(pair.key(), pair.value());
  }
  result["name"] = entry.name;
  result["value"] = json::decimal_to_json(fact.value);
  result["unit"] = bj::string(fact.unit);
  result["status"] = to_string(fact.status);
  result["source"] = to_string(fact.source);
  result["origin"] = entry.origin;
  result["text"] = bj::string(fact.text);
  result["note"] = text_or_null(fact.note);
  result["year"] = fact.year ? bj::value(*fact.year) : bj::value(nullptr);
  result["fate"] = to_string(entry.fate);
  result["why"] = to_string(entry.why);
  result["fidelity"] = fidelity_to_json(entry.fidelity);
  result["cells"] = ids(entry.cells, cell_id);
  result["same_as"] = entry.same_as == Fact::kNoForm ? bj::value(nullptr) : bj::value(fact_id(entry.same_as));
  result["rule"] = text_or_null(entry.rule);
  result["reason"] = json::message_to_json(entry.reason);
  result["at"] = json::place_to_json(fact.at);
  return result;
}

bj::object cell_to_json(const LedgerCell& cell, std::uint32_t index) {
  bj::object result{{"id", cell_id(index)},    {"form", bj::string(cell.form)}, {"instance", cell.instance},
                    {"block", cell.block + 1}, {"row", cell.row + 1},           {"column", cell.column + 1},
                    {"label", cell.label}};
  for (auto& pair : json::key_to_json(cell.key)) {
    result.emplace(pair.key(), pair.value());
  }
  result["state"] = cell.filled() ? "filled" : "blank";
  result["blank"] = cell.blank ? bj::value(to_string(*cell.blank)) : bj::value(nullptr);
  result["value"] = text_or_null(cell.value);
  result["fidelity"] = fidelity_to_json(cell.fidelity);
  result["facts"] = ids(cell.facts, fact_id);
  result["offered"] = ids(cell.offered, fact_id);
  result["from_prose"] = cell.from_prose;
  result["suspect"] = cell.suspect;
  result["rule"] = text_or_null(cell.rule);
  result["formula"] = text_or_null(cell.formula);
  result["reason"] = cell.reason.empty() ? bj::value(nullptr) : bj::value(json::message_to_json(cell.reason));
  return result;
}

std::string_view to_string(LedgerNote::Kept kept) {
  switch (kept) {
    case LedgerNote::Kept::cell:
      return "cell";
    case LedgerNote::Kept::form:
      return "form";
    case LedgerNote::Kept::narrative:
      return "narrative";
    case LedgerNote::Kept::appendix:
      break;
  }
  return "appendix";
}

std::string_view to_string(LedgerOmission::Kind kind) {
  switch (kind) {
    case LedgerOmission::Kind::structure_sentence:
      return "structure-sentence";
    case LedgerOmission::Kind::heading:
      return "heading";
    case LedgerOmission::Kind::furniture:
      return "furniture";
    case LedgerOmission::Kind::person:
      break;
  }
  return "person";
}

bj::object sums(const Ledger& ledger) {
  bj::object facts{{"total", ledger.source_facts}};
  for (const auto fate :
       {FactFate::placed, FactFate::same_as, FactFate::blank, FactFate::offered, FactFate::unplaced}) {
    facts[nianbao::to_string(fate)] = ledger.count(fate);
  }
  bj::object cells{{"total", ledger.target_cells}, {"filled", ledger.filled()}};
  for (const auto fidelity : {Fidelity::exact, Fidelity::derived, Fidelity::approximate}) {
    cells[nianbao::to_string(fidelity)] = ledger.filled(fidelity);
  }
  for (const auto reason :
       {BlankReason::source_blank, BlankReason::no_concept, BlankReason::not_assessable, BlankReason::offered_only}) {
    cells[nianbao::to_string(reason)] = ledger.count(reason);
  }
  return {{"facts", std::move(facts)}, {"cells", std::move(cells)}, {"notes", ledger.notes.size()}};
}

template <typename T, typename F>
bj::array list(const std::vector<T>& entries, F to_json) {
  bj::array result;
  result.reserve(entries.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    result.emplace_back(to_json(entries[i], i));
  }
  return result;
}

}  // namespace

std::string ledger_json(const Ledger& ledger) {
  bj::object result{{"schema", "nianbao-ledger/1"},
                    {"from", {{"format", ledger.source_format}, {"title", json::message_to_json(ledger.source_title)}}},
                    {"to", {{"format", ledger.target_format}, {"title", json::message_to_json(ledger.target_title)}}},
                    {"issuer", ledger.issuer},
                    {"year", ledger.year},
                    {"sums", sums(ledger)}};
  result["facts"] = list(ledger.facts, fact_to_json);
  result["cells"] = list(ledger.cells, cell_to_json);
  result["notes"] = list(ledger.notes, [](const LedgerNote& note, std::uint32_t) {
    return bj::object{{"text", note.text},
                      {"fact", note.fact == Fact::kNoForm ? bj::value(nullptr) : bj::value(fact_id(note.fact))},
                      {"form", text_or_null(note.form)},
                      {"kept", to_string(note.kept)}};
  });
  result["moves"] = list(ledger.moves, [](const LedgerMove& move, std::uint32_t) {
    return bj::object{
        {"kind", nianbao::to_string(move.kind)}, {"from", move.from}, {"to", move.to}, {"blocks", move.blocks}};
  });
  result["omissions"] = list(ledger.omissions, [](const LedgerOmission& omission, std::uint32_t) {
    return bj::object{{"kind", to_string(omission.kind)}, {"text", omission.text}};
  });
  return json::print(result, kOpenLevels - 1);
}

}  // namespace nianbao
