#include "pipeline/extraction.hpp"

#include <algorithm>
#include <iterator>

#include <nianbao/convert.hpp>
#include <nianbao/jurisdictions.hpp>
#include <nianbao/sdk/text.hpp>

#include "convert/appendix.hpp"
#include "pipeline/missing_forms.hpp"
#include "process/document_texts.hpp"
#include "report/copy.hpp"

namespace nianbao {
namespace {

/// A format without forms of its own reads what the others leave: the narrative.
bool is_narrative(const Template& format) { return format.forms.empty(); }

std::vector<ClaimedForm> claimed_forms(const std::vector<FormClaim>& claims) {
  std::vector<ClaimedForm> forms;
  for (const auto& claim : claims) {
    forms.push_back({claim.form->id, claim.instance, claim.pieces});
  }
  return forms;
}

/// Figures that a conversion could not place stand at the end of its file: they are an account of it, and
/// some of them contradict what it placed.
void leave_out_appendix(Document& document, DiagnosticSink& diagnostics) {
  if (const auto place = take_out_appendix(document)) {
    diagnostics.report("own-appendix", Severity::warning,
                       {"文末“未填入表格的数据”是转换时的附录，未作为年报内容读取；要用其中的数据，请转换原来的文件。",
                        "The appendix of figures that a conversion did not place is not read as part of the report; to "
                        "use them, convert the original file."},
                       *place);
  }
}

/// The tables of a report that was to be read with another format are lost: that must be said.
void tell_format_not_found(const Template& format, DiagnosticSink& diagnostics) {
  diagnostics.report(std::string(kFormatNotFound), Severity::warning,
                     {"没有找到“" + format.title.zh + "”（--from " + std::string(format.id) +
                          "）的表格，只读取了正文；不指定格式则自动识别。",
                      "No table of \"" + format.title.en + "\" (--from " + std::string(format.id) +
                          ") was found; only the text was read. Without --from the format is recognised."},
                     {});
}

/// One faulty plugin costs its own formats, not the report of another.
void tell_format_not_asked(const Template& format, const Error& why, DiagnosticSink& diagnostics) {
  diagnostics.report("family-failed", Severity::warning,
                     {"没有查找“" + format.title.zh + "”的表格：" + why.message.zh,
                      "Tables of \"" + format.title.en + "\" were not looked for: " + why.message.en},
                     {});
}

/// Whether the manifest of the format's family says by its texts that the Document is one of its own.
bool is_marked_for(const Engine& engine, const Template& format, const Document& document) {
  const auto* manifest = engine.plugins().manifest(format.family);
  std::vector<std::string> keys;
  if (manifest != nullptr) {
    for (const auto& text : manifest->texts) {
      keys.push_back(fold_key(text));
    }
  }
  return process::has_any_text(document, keys);
}

/// Read without the family whose forms it has, the report would lose all of its figures, or have them misread.
Error cannot_be_read_without(Error failure) {
  const Message other{"要用其他格式读取，请以--from指定。", "To read it as another format, name that with --from."};
  failure.hint.zh += other.zh;
  failure.hint.en += (failure.hint.en.empty() ? "" : " ") + other.en;
  return failure;
}

void record_packs(const RuleSet& rules, Report& report) { report.rules = rules.packs(); }

}  // namespace

Result<std::vector<Report>> Extraction::run(Document document, DiagnosticSink& diagnostics) {
  leave_out_appendix(document, diagnostics);
  NIANBAO_TRY(const auto base, engine_.rules().effective({}));
  NIANBAO_TRY(const auto* reader, caches_.outline_reader(base));
  const auto parts = reader->split(document);
  std::vector<Report> reports;
  for (const auto& part : parts) {
    DiagnosticSink own;
    for (const auto& diagnostic : diagnostics.all()) {
      own.report(diagnostic);
    }
    const bool whole = parts.size() == 1;
    const auto piece = whole ? Document() : cut(document, part);
    NIANBAO_TRY(auto report, extract_part(whole ? document : piece, own));
    report.input = document.input;
    auto said = own.take();
    std::move(said.begin(), said.end(), std::back_inserter(report.diagnostics));
    own_places(report);
    reports.push_back(std::move(report));
  }
  return reports;
}

Result<std::shared_ptr<const RuleSet>> Extraction::rules_for(const Report& report) const {
  return engine_.rules_for(report, options_.packs);
}

FormatContext Extraction::context(const std::shared_ptr<const RuleSet>& rules, const Template& format,
                                  DiagnosticSink& diagnostics) {
  FormatContext context{options_.limits, diagnostics, rules->vocabulary(), rules->patterns(),
                        &caches_.check_plan(rules).relations_to_read(format.id)};
  context.rows = &*rows_;
  return context;
}

Result<Report> Extraction::extract_part(const Document& document, DiagnosticSink& diagnostics) {
  NIANBAO_TRY(const auto base, engine_.rules().effective({}));
  NIANBAO_TRY(const auto* base_reader, caches_.outline_reader(base));
  rows_.emplace(&caches_.lexicon());
  Report report;
  const OutlineOptions outline_options{static_cast<std::int16_t>(options_.year), options_.jurisdiction};
  const auto outline = base_reader->read(document, outline_options, report);
  NIANBAO_TRY(const auto rules_of_place, rules_for(report));
  NIANBAO_TRY(const auto chosen, recognize(document, report, rules_of_place, diagnostics));
  if (chosen.skeleton != nullptr) {
    report.format = chosen.skeleton->id;
    report.format_certainty = chosen.certainty;
  }
  NIANBAO_TRY(const auto rules, rules_for(report));
  NIANBAO_CHECK(extract_claims(document, chosen.claims, false, rules, diagnostics, report));
  NIANBAO_TRY(const auto* reader, caches_.outline_reader(rules));
  reader->fill_sections(document, outline, claimed_forms(chosen.claims), report);
  NIANBAO_CHECK(read_narrative(document, chosen.claims, rules, diagnostics, report));
  NIANBAO_CHECK(extract_claims(document, chosen.claims, true, rules, diagnostics, report));
  if (chosen.skeleton != nullptr) {
    find_missing_forms(*chosen.skeleton, chosen.claims, report);
  }
  NIANBAO_TRY(const auto final_rules, rules_for(report));
  record_packs(*final_rules, report);
  return report;
}

/// The claims of one format. A family that fails has none, which is said; asked for, its failure is an error.
Result<std::vector<FormClaim>> Extraction::claims_of(const Template& format, const Document& document,
                                                     const std::shared_ptr<const RuleSet>& rules,
                                                     DiagnosticSink& diagnostics, std::optional<Error>& failure) {
  const auto family = engine_.family_of(format);
  auto found = family.ok() ? (*family)->recognize(document, format, context(rules, format, diagnostics))
                           : Result<std::vector<FormClaim>>(family.error());
  if (found.ok() || !options_.format.empty()) {
    return found;
  }
  if (family.ok()) {
    tell_format_not_asked(format, found.error(), diagnostics);
  } else {
    diagnostics.report("family-not-loaded", Severity::warning, found.error().message);
  }
  if (!failure && is_marked_for(engine_, format, document)) {
    failure = found.error();
  }
  return std::vector<FormClaim>();
}

Result<ChosenClaims> Extraction::recognize(const Document& document, const Report& report,
                                           const std::shared_ptr<const RuleSet>& rules, DiagnosticSink& diagnostics) {
  std::vector<FormClaim> claims;
  const Template* asked = nullptr;
  std::optional<Error> failure;
  for (const auto& format : engine_.templates().templates) {
    if (is_narrative(*format) || (!options_.format.empty() && options_.format != format->id)) {
      continue;
    }
    asked = options_.format.empty() ? nullptr : format.get();
    NIANBAO_TRY(auto found, claims_of(*format, document, rules, diagnostics, failure));
    claims.insert(claims.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  const auto& place = report.jurisdiction;
  const auto& divisions = *engine_.rules().divisions();
  const auto code = !place.code.empty() ? std::string_view(place.code) : divisions.find(place.name).within;
  auto chosen = choose_claims(std::move(claims), {report.year, {place.name, code}, divisions});
  if (failure && chosen.certainty != Certainty::certain) {
    return cannot_be_read_without(*std::move(failure));
  }
  if (asked != nullptr && chosen.claims.empty()) {
    tell_format_not_found(*asked, diagnostics);
  }
  return chosen;
}

/// Those whose figures are glued, or those whose figures are not.
Result<void> Extraction::extract_claims(const Document& document, const std::vector<FormClaim>& claims, bool glued,
                                        const std::shared_ptr<const RuleSet>& rules, DiagnosticSink& diagnostics,
                                        Report& report) {
  for (const auto& claim : claims) {
    if (claim.glued == glued) {
      NIANBAO_TRY(const auto* family, engine_.family_of(*claim.format));
      NIANBAO_CHECK(family->extract(document, claim, context(rules, *claim.format, diagnostics), report));
    }
  }
  return {};
}

Result<void> Extraction::read_narrative(const Document& document, const std::vector<FormClaim>& claims,
                                        const std::shared_ptr<const RuleSet>& rules, DiagnosticSink& diagnostics,
                                        Report& report) {
  for (const auto& format : engine_.templates().templates) {
    if (!is_narrative(*format)) {
      continue;
    }
    const auto family = engine_.family_of(*format);
    if (!family.ok()) {
      diagnostics.report("family-not-loaded", Severity::warning, family.error().message);
      continue;
    }
    FormClaim rest;
    rest.format = format.get();
    rest.pieces = pieces_left(document, claims);
    rest.certainty = Certainty::certain;
    const auto facts = report.facts.size();
    NIANBAO_CHECK((*family)->extract(document, rest, context(rules, *format, diagnostics), report));
    if (report.format.empty() && report.facts.size() > facts) {
      report.format = format->id;
      report.format_certainty = report.title.empty() ? Certainty::possible : Certainty::certain;
    }
  }
  return {};
}

std::vector<Piece> pieces_left(const Document& document, const std::vector<FormClaim>& claims) {
  std::vector<std::vector<Piece>> taken(document.blocks.size() + 1);
  for (const auto& claim : claims) {
    for (const auto& piece : claim.pieces) {
      if (piece.block < taken.size()) {
        taken[piece.block].push_back(piece);
      }
    }
  }
  std::vector<Piece> left;
  for (std::uint32_t block = 1; block < taken.size(); ++block) {
    auto& pieces = taken[block];
    const auto* text = document.blocks[block - 1].text();
    if (pieces.empty()) {
      left.push_back({block, 0, 0, 0, 0});
      continue;
    }
    const bool by_bytes = std::all_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.byte_to != 0; });
    if (!by_bytes || text == nullptr) {
      continue;  // a table, or a block that is claimed whole
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.byte_from < b.byte_from; });
    std::uint32_t from = 0;
    for (const auto& piece : pieces) {
      if (piece.byte_from > from) {
        left.push_back({block, 0, 0, from, piece.byte_from});
      }
      from = std::max(from, piece.byte_to);
    }
    if (from < text->chars.size()) {
      left.push_back({block, 0, 0, from, static_cast<std::uint32_t>(text->chars.size())});
    }
  }
  return left;
}

}  // namespace nianbao
