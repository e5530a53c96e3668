#include "conformance/made_report.hpp"

#include <nianbao/convert.hpp>

#include "pipeline/extraction.hpp"
#include "trial/consistent_report.hpp"
#include "trial/form_cells.hpp"
#include "trial/form_relations.hpp"

namespace nianbao::conformance {
namespace {

constexpr std::uint32_t kSeed = 2021;
constexpr std::uint32_t kAttempts = 20;
constexpr int kAnyYear = 2024;
constexpr const char* kIssuer = "清河市人民政府";

/// Figures that tell cells apart, for formats whose relations no figures were found for.
std::vector<std::int64_t> running_numbers(std::size_t count) {
  std::vector<std::int64_t> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = static_cast<std::int64_t>(i + 1);
  }
  return values;
}

/// As the template words it: other formats may be told by it.
std::string title_of(const Template& format, int year) {
  std::string title(format.report_title.empty() ? "{issuer}{year}年政府信息公开工作年度报告" : format.report_title);
  for (const auto& [name, value] :
       {std::pair<std::string, std::string>{"{issuer}", kIssuer}, {"{year}", std::to_string(year)}}) {
    if (const auto at = title.find(name); at != std::string::npos) {
      title.replace(at, name.size(), value);
    }
  }
  return title;
}

void leave_gaps(Report& report) {
  constexpr std::size_t kEvery = 5;
  for (std::size_t i = 0; i < report.facts.size(); ++i) {
    auto& fact = report.facts[i];
    if (i % kEvery == 1 || i % kEvery == 3) {
      fact.status = i % kEvery == 1 ? Status::blank : Status::dash;
      fact.text = fact.status == Status::dash ? "—" : "";
      fact.value.reset();
      fact.step.reset();
    }
  }
}

}  // namespace

int MadeReport::year() const noexcept {
  const int first = format_.in_force.from;
  const int last = format_.in_force.to;
  const int bound = format_.applies_to.years.from;
  return bound != 0 ? bound : last != 0 ? last : first != 0 ? first : kAnyYear;
}

Result<std::shared_ptr<const RuleSet>> MadeReport::rules() const {
  Report report;
  report.format = format_.id;
  report.year = static_cast<std::int16_t>(year());
  if (!format_.applies_to.jurisdictions.empty()) {
    const auto place = format_.applies_to.jurisdictions.front();
    const bool code = place.find_first_not_of("0123456789") == std::string_view::npos;
    (code ? report.jurisdiction.code : report.jurisdiction.name) = place;
  }
  return engine_.rules_for(report, {});
}

Result<Report> MadeReport::make(Gaps gaps) const {
  NIANBAO_TRY(const auto rules_in_force, rules());
  const FormCells cells(format_, year());
  const auto relations = relations_of(*rules_in_force, format_, all_templates(engine_), year(), cells);
  std::optional<std::vector<std::int64_t>> values;
  for (std::uint32_t attempt = 0; attempt < kAttempts && !values; ++attempt) {
    values = consistent_values(cells.keys(), relations, kSeed + attempt);
  }
  auto report = filled_report(format_, cells.keys(), values.value_or(running_numbers(cells.keys().size())),
                              rules_in_force->concepts());
  report.year = static_cast<std::int16_t>(year());
  report.issuer = kIssuer;
  report.title = report.store(title_of(format_, year()));
  if (gaps == Gaps::some) {
    leave_gaps(report);
  }
  return report;
}

Result<Document> MadeReport::rendered(const Report& report) const {
  NIANBAO_TRY(const auto rules_in_force, rules());
  ConvertOptions options;
  options.final = true;
  options.appendix = Appendix::none;
  options.templates = all_templates(engine_);
  NIANBAO_TRY(const auto conversion, convert(report, format_, *rules_in_force, options));
  const Limits limits;
  DiagnosticSink diagnostics;
  const FormatContext context{limits, diagnostics, rules_in_force->vocabulary(), rules_in_force->patterns()};
  NIANBAO_TRY(auto document,
              assemble(
                  conversion, [this](const Template& one) { return engine_.family_of(one); }, context, options));
  document.number_blocks();
  return document;
}

Result<Report> MadeReport::read(Document document) const {
  ReadOptions options;
  options.year = year();
  if (!format_.applies_to.jurisdictions.empty()) {
    options.jurisdiction = format_.applies_to.jurisdictions.front();
  }
  DiagnosticSink diagnostics;
  NIANBAO_TRY(auto reports, engine_.extract(std::move(document), options, diagnostics));
  if (reports.empty()) {
    return Report();
  }
  return std::move(reports.front());
}

}  // namespace nianbao::conformance
