#include "pipeline/missing_forms.hpp"

#include <algorithm>

namespace nianbao {
namespace {

bool is_claimed(const Template& format, const TemplateForm& form, const std::vector<FormClaim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](const FormClaim& claim) {
    return claim.format->family == format.family && claim.form->id == form.id;
  });
}

Place place_of(const Template& format, const TemplateForm& form, const Report& report) {
  const auto prescribed = std::find_if(format.sections.begin(), format.sections.end(), [&](const TemplateSection& s) {
    return std::find(s.forms.begin(), s.forms.end(), form.id) != s.forms.end();
  });
  if (prescribed != format.sections.end()) {
    const auto found = std::find_if(report.sections.begin(), report.sections.end(), [&](const Section& section) {
      return section.level == 1 && section.kind == prescribed->kind;
    });
    if (found != report.sections.end()) {
      return found->at;
    }
  }
  return report.forms.empty() ? Place() : report.forms.front().at;
}

FindingFact fact_of(const ConceptKey& key, Report& report) {
  FindingFact fact;
  fact.key.id = report.store(key.id);
  for (const auto& dimension : key.dims) {
    fact.key.dims.set(report.store(dimension.name), report.store(dimension.member));
  }
  return fact;
}

void find_missing(const Template& format, const TemplateForm& form, Report& report) {
  Finding finding;
  finding.rule = "extract/structure";
  finding.kind = FindingKind::structure;
  finding.severity = FindingSeverity::doubt;
  finding.message = {
      form.title.zh + "：未能读出。原件可能缺这张表，也可能其排列无法识别。请核对；如有，请提供保留表格线的文件。",
      form.title.en +
          ": not read. The original may lack this table, or its layout was not recognised. "
          "Check it; if it is there, give a file that keeps the borders of its tables."};
  finding.at = place_of(format, form, report);
  for (const auto& block : form.blocks) {
    for (const auto& cell : block.cells) {
      if (cell.present) {
        finding.facts.push_back(fact_of(cell.key, report));
      }
    }
  }
  report.findings.push_back(std::move(finding));
}

}  // namespace

void find_missing_forms(const Template& format, const std::vector<FormClaim>& claims, Report& report) {
  if (report.title.empty()) {
    return;
  }
  for (const auto& form : format.forms) {
    if (!is_claimed(format, form, claims)) {
      find_missing(format, form, report);
    }
  }
}

}  // namespace nianbao
