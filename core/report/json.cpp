#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <nianbao/report_json.hpp>

#include "json/parse.hpp"
#include "json/print.hpp"
#include "report/check_json.hpp"
#include "report/json_parts.hpp"

namespace nianbao {
namespace json {
namespace {

namespace bj = boost::json;

constexpr std::string_view kSchema = "nianbao-report/1";

bj::object format_to_json(const Report& report) {
  return {{"id", text_or_null(report.format)},
          {"certainty",
           report.format.empty() ? bj::value(nullptr) : bj::value(bj::string(to_string(report.format_certainty)))}};
}

bj::array packs_to_json(const Report& report) {
  bj::array packs;
  for (const auto& pack : report.rules) {
    packs.push_back({{"pack", pack.id}, {"version", pack.version}});
  }
  return packs;
}

bj::value jurisdiction_to_json(const Jurisdiction& jurisdiction) {
  if (jurisdiction.name.empty() && jurisdiction.code.empty()) {
    return nullptr;
  }
  return bj::object{{"name", text_or_null(jurisdiction.name)}, {"code", text_or_null(jurisdiction.code)}};
}

bj::value coverage_to_json(const Coverage& coverage) {
  if (coverage.scope == Scope::unknown && coverage.text.empty()) {
    return nullptr;
  }
  return bj::object{{"scope", text_or_null(to_string(coverage.scope))},
                    {"text", text_or_null(coverage.text)},
                    {"at", place_to_json(coverage.at)}};
}

bj::value period_to_json(const Period& period) {
  if (period.from.empty() && period.to.empty()) {
    return nullptr;
  }
  return bj::object{{"from", date_to_json(period.from)}, {"to", date_to_json(period.to)}};
}

bj::object contact_to_json(const Contact& contact) {
  return {{"address", text_or_null(contact.address)}, {"postcode", text_or_null(contact.postcode)},
          {"phone", text_or_null(contact.phone)},     {"fax", text_or_null(contact.fax)},
          {"email", text_or_null(contact.email)},     {"url", text_or_null(contact.url)}};
}

bj::value signoff_to_json(const SignOff& signoff) {
  if (signoff.empty()) {
    return nullptr;
  }
  return bj::object{{"responsible", text_or_null(signoff.responsible)},
                    {"reviewer", text_or_null(signoff.reviewer)},
                    {"preparer", text_or_null(signoff.preparer)},
                    {"phone", text_or_null(signoff.phone)},
                    {"date", date_to_json(signoff.date)}};
}

void add_header(const Report& report, bj::object& out) {
  out["title"] = text_or_null(report.title);
  out["issuer"] = text_or_null(report.issuer);
  out["signatory"] = text_or_null(report.signatory);
  out["jurisdiction"] = jurisdiction_to_json(report.jurisdiction);
  out["coverage"] = coverage_to_json(report.coverage);
  out["year"] = report.year == 0 ? bj::value(nullptr) : bj::value(report.year);
  out["period"] = period_to_json(report.period);
  out["published"] = date_to_json(report.published);
  out["signed"] = date_to_json(report.signed_on);
  out["index_number"] = text_or_null(report.index_number);
  out["document_number"] = text_or_null(report.document_number);
  out["contact"] = contact_to_json(report.contact);
  out["signoff"] = signoff_to_json(report.signoff);
}

template <typename T, typename F>
bj::array array_of(const std::vector<T>& items, F to_json) {
  bj::array array;
  array.reserve(items.size());
  for (const auto& item : items) {
    array.push_back(to_json(item));
  }
  return array;
}

bj::object content_to_json(const Report& report) {
  bj::object out;
  add_header(report, out);
  out["forms"] = array_of(report.forms, form_to_json);
  std::size_t index = 0;
  out["facts"] = array_of(report.facts, [&](const Fact& fact) { return fact_to_json(fact, index++, report); });
  out["claims"] = array_of(report.claims, claim_to_json);
  out["sections"] = array_of(report.sections, section_to_json);
  out["attachments"] = array_of(report.attachments, [](const Attachment& attachment) {
    return bj::object{{"title", bj::string(attachment.title)},
                      {"sections", array_of(attachment.sections, section_to_json)}};
  });
  if (!report.left_out.empty()) {
    out["left_out"] = array_of(report.left_out, [](const LeftOutLine& line) {
      return bj::object{{"text", bj::string(line.text)}, {"at", place_to_json(line.at)}};
    });
  }
  return out;
}

void read_header(const Field& content, Report& report) {
  auto& arena = report.arena();
  const auto text = [&](const Field& field) { return arena.store(field.text()); };
  report.title = text(content["title"]);
  report.issuer = text(content["issuer"]);
  report.signatory = text(content["signatory"]);
  report.jurisdiction = {text(content["jurisdiction"]["name"]), text(content["jurisdiction"]["code"])};
  const auto coverage = content["coverage"];
  report.coverage = {name_from_json<Scope>(coverage["scope"], 3), text(coverage["text"]),
                     place_from_json(coverage["at"], arena)};
  report.year = static_cast<std::int16_t>(content["year"].integer());
  report.period = {date_from_json(content["period"]["from"]), date_from_json(content["period"]["to"])};
  report.published = date_from_json(content["published"]);
  report.signed_on = date_from_json(content["signed"]);
  report.index_number = text(content["index_number"]);
  report.document_number = text(content["document_number"]);
  const auto contact = content["contact"];
  report.contact = {text(contact["address"]), text(contact["postcode"]), text(contact["phone"]),
                    text(contact["fax"]),     text(contact["email"]),    text(contact["url"])};
  const auto signoff = content["signoff"];
  report.signoff = {text(signoff["responsible"]), text(signoff["reviewer"]), text(signoff["preparer"]),
                    text(signoff["phone"]), date_from_json(signoff["date"])};
}

std::vector<Section> sections_from_json(const Field& field, Arena& arena) {
  std::vector<Section> sections;
  field.each([&](const Field& section) { sections.push_back(section_from_json(section, arena)); });
  return sections;
}

void read_content(const Field& content, Report& report) {
  auto& arena = report.arena();
  read_header(content, report);
  content["forms"].each([&](const Field& form) { report.forms.push_back(form_from_json(form, arena)); });
  content["facts"].each([&](const Field& fact) { report.facts.push_back(fact_from_json(fact, report)); });
  content["claims"].each([&](const Field& claim) { report.claims.push_back(claim_from_json(claim, arena)); });
  report.sections = sections_from_json(content["sections"], arena);
  content["attachments"].each([&](const Field& attachment) {
    report.attachments.push_back(
        {arena.store(attachment["title"].text()), sections_from_json(attachment["sections"], arena)});
  });
  content["left_out"].each([&](const Field& line) {
    report.left_out.push_back({arena.store(line["text"].text()), place_from_json(line["at"], arena)});
  });
}

/// Claims and findings may only name facts that are there.
void check_references(const Field& root, const Report& report) {
  const auto known = [&](std::uint32_t fact) { return fact < report.facts.size(); };
  for (const auto& claim : report.claims) {
    for (const auto* list : {&claim.of, &claim.base}) {
      for (const auto fact : *list) {
        if (!known(fact)) {
          root["report"]["claims"].fault("ids of the report's facts");
        }
      }
    }
  }
  for (const auto& finding : report.findings) {
    for (const auto& named : finding.facts) {
      if (named.fact != FindingFact::npos && !known(named.fact)) {
        root["findings"].fault("ids of the report's facts");
      }
    }
  }
}

bj::object root_of(const Report& report) {
  return {{"schema", bj::string(kSchema)},
          {"input", input_to_json(report.input)},
          {"format", format_to_json(report)},
          {"rules", packs_to_json(report)},
          {"report", content_to_json(report)},
          {"findings", array_of(report.findings, [&](const Finding& f) { return finding_to_json(f, report); })},
          {"diagnostics",
           array_of(report.diagnostics, [&](const Diagnostic& d) { return diagnostic_to_json(d, report); })}};
}

}  // namespace
}  // namespace json

std::string report_to_json(const Report& report) { return json::print(json::root_of(report), 3); }

std::string checked_report_to_json(const Report& report, const CheckOutcome& outcome) {
  auto root = json::root_of(report);
  root["check"] = json::outcome_to_json(outcome);
  return json::print(root, 3);
}

Result<Report> report_from_json(std::string_view text) {
  using namespace json;
  NIANBAO_TRY(const auto value, parse(text));
  Faults faults;
  const Field root(&value, "", faults);
  if (root["schema"].text() != kSchema) {
    root["schema"].fault(kSchema);
    return faults.error();
  }
  if (root["report"].absent()) {
    root["report"].fault("an object");
    return faults.error();
  }
  Report report;
  report.input = input_from_json(root["input"]);
  report.format = root["format"]["id"].text();
  report.format_certainty = name_from_json<Certainty>(root["format"]["certainty"], 4);
  root["rules"].each([&](const Field& pack) {
    report.rules.push_back({std::string(pack["pack"].text()), std::string(pack["version"].text())});
  });
  read_content(root["report"], report);
  root["findings"].each([&](const Field& f) { report.findings.push_back(finding_from_json(f, report.arena())); });
  root["diagnostics"].each(
      [&](const Field& d) { report.diagnostics.push_back(diagnostic_from_json(d, report.arena())); });
  check_references(root, report);
  if (faults.any()) {
    return faults.error();
  }
  return report;
}

bool looks_like_report_json(std::string_view head) noexcept {
  const auto start = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return start != std::string_view::npos && head[start] == '{' &&
         head.substr(0, 4096).find("\"nianbao-report/1\"") != std::string_view::npos;
}

}  // namespace nianbao
