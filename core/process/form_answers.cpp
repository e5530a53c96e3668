// The answers of a family that is a program.
#include <algorithm>

#include <nianbao/sdk/vocabulary.hpp>

#include "json/fields.hpp"
#include "process/form_exchange.hpp"
#include "report/json_parts.hpp"

namespace nianbao::process {
namespace {

using json::Field;

std::uint32_t small(const Field& field) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(field.number(), 0xFFFFFFFFU));
}

Piece piece_of(const Field& field, const Document& document) {
  Piece piece;
  piece.block = small(field["block"]);
  if (piece.block == 0 || piece.block > document.blocks.size()) {
    field["block"].fault("the number of a block, from 1");
    return piece;
  }
  std::vector<std::uint32_t> rows;
  field["rows"].each([&](const Field& row) { rows.push_back(small(row)); });
  if (rows.empty()) {
    return piece;
  }
  const auto* table = document.blocks[piece.block - 1].as<Table>();
  if (table == nullptr || rows.size() != 2 || rows[0] == 0 || rows[0] > rows[1] || rows[1] > table->rows) {
    field["rows"].fault("[from, to] of the table's rows, from 1");
    return piece;
  }
  piece.row_from = rows[0];
  piece.row_to = rows[1];
  return piece;
}

FormClaim claim_of(const Field& field, const Document& document, const Template& format) {
  FormClaim claim;
  claim.format = &format;
  claim.form = format.form(field["form"].text());
  if (claim.form == nullptr) {
    field["form"].fault("the id of a form of the format");
  }
  field["pieces"].each([&](const Field& piece) { claim.pieces.push_back(piece_of(piece, document)); });
  if (claim.pieces.empty()) {
    field["pieces"].fault("an array of pieces");
  }
  claim.matched = small(field["matched"]);
  claim.expected = small(field["expected"]);
  claim.foreign = small(field["foreign"]);
  claim.certainty = json::name_from_json<Certainty>(field["certainty"], 4);
  if (claim.matched == 0 || claim.expected < claim.matched || claim.certainty == Certainty::none) {
    field.fault("a claim with matched (at least 1), expected (at least as many) and certainty");
  }
  return claim;
}

/// Reads the facts of one form.
class FactReader {
 public:
  FactReader(const Document& document, const FormClaim& claim, const FormatContext& context, Report& report)
      : document_(document), claim_(claim), context_(context), report_(report) {}

  Fact read(const Field& field, std::uint32_t form) {
    // What the host knows of itself is not the program's to say.
    Fact fact = json::fact_from_json(field, report_);
    fact.form = form;
    fact.source = Source::table;
    if (claim_.instance > 1) {
      fact.key.dims.set("instance", report_.store(std::to_string(claim_.instance)));
    }
    find_place(field["at"], fact);
    set_status(field, fact);
    set_unit(field, fact);
    return fact;
  }

 private:
  /// A block's place, or a cell's: what the Document knows of it, and its text where the program gives none.
  void find_place(const Field& at, Fact& fact) {
    const auto& said = fact.at;
    if (said.block == 0 || said.block > document_.blocks.size()) {
      at.fault("a place with the number of a block, from 1");
      return;
    }
    const auto& block = document_.blocks[said.block - 1];
    const auto* table = block.as<Table>();
    if (table == nullptr || said.row == 0) {
      fact.at = block.at;
      return;
    }
    const auto* cell = table->covering(said.row, said.column);
    if (cell == nullptr) {
      at.fault("row and column of the table's grid, from 1");
      return;
    }
    fact.at = cell->at;
    fact.text = fact.text.empty() ? report_.store(cell->text.chars) : fact.text;
  }

  static void set_status(const Field& field, Fact& fact) {
    if (field["status"].absent()) {
      fact.status = fact.value ? Status::reported : Status::blank;
    }
    const bool has_value = fact.status == Status::reported || fact.status == Status::stated_zero;
    if (has_value != fact.value.has_value()) {
      field.fault("a fact whose status goes with its value");
    }
  }

  void set_unit(const Field& field, Fact& fact) {
    const auto* info = context_.vocabulary.concept_info(fact.key.id);
    if (info == nullptr) {
      field["concept"].fault("a concept of the rule packs");
      return;
    }
    if (!fact.value) {
      return;
    }
    Number number;
    number.value = *fact.value;
    number.step = fact.step.value_or(number.step);
    const Measure measure = context_.vocabulary.measure(number, fold_key(fact.unit), info->unit);
    fact.value = measure.value;
    fact.step = measure.step;
    fact.unit = report_.store(measure.unit);
  }

  const Document& document_;
  const FormClaim& claim_;
  const FormatContext& context_;
  Report& report_;
};

Form form_of(const Field& field, const FormClaim& claim, const Document& document, Report& report) {
  Form form = json::form_from_json(field, report.arena());
  form.id = report.store(claim.form->id);
  form.format = report.store(claim.format->id);
  form.instance = claim.instance;
  form.certainty = claim.certainty;
  form.blocks.clear();
  for (const auto& piece : claim.pieces) {
    if (form.blocks.empty() || form.blocks.back() != piece.block) {
      form.blocks.push_back(piece.block);
    }
  }
  form.at = document.blocks[claim.pieces.front().block - 1].at;
  return form;
}

}  // namespace

Result<std::vector<FormClaim>> claims_of(std::string_view answer, const Document& document, const Template& format) {
  std::vector<FormClaim> claims;
  NIANBAO_CHECK(json::read_object(answer, [&](const Field& root) {
    if (root["claims"].absent()) {
      root["claims"].fault("an array");
    }
    root["claims"].each([&](const Field& claim) { claims.push_back(claim_of(claim, document, format)); });
  }));
  return claims;
}

Result<void> add_form(std::string_view answer, const Document& document, const FormClaim& claim,
                      const FormatContext& context, Report& report) {
  Form form;
  std::vector<Fact> facts;
  const auto index = static_cast<std::uint32_t>(report.forms.size());
  NIANBAO_CHECK(json::read_object(answer, [&](const Field& root) {
    form = form_of(root["form"], claim, document, report);
    if (root["facts"].absent()) {
      root["facts"].fault("an array");
    }
    FactReader reader(document, claim, context, report);
    root["facts"].each([&](const Field& fact) { facts.push_back(reader.read(fact, index)); });
  }));
  report.forms.push_back(std::move(form));
  std::move(facts.begin(), facts.end(), std::back_inserter(report.facts));
  return {};
}

}  // namespace nianbao::process
