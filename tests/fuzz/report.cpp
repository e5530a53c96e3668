// Bytes of a file, the whole way: read, checked, to JSON and back, converted, written and read again.
#include <cstdint>
#include <optional>
#include <string>

#include <nianbao/convert.hpp>
#include <nianbao/report_json.hpp>

#include "fuzz_support.hpp"

using namespace nianbao;
using namespace nianbao::fuzz;

namespace {

void json_comes_back(const Report& report) {
  const auto json = report_to_json(report);
  const auto again = report_from_json(json);
  require(again.ok() && report_to_json(*again) == json);
}

/// The converted report as bytes; none of what is no report.
std::optional<std::string> written(const Report& report, const Template& format) {
  ConvertOptions options;
  for (const auto& one : engine().templates().templates) {
    options.templates.push_back(one.get());
  }
  const auto rules = engine().rules_for(report, {}).value();
  const auto conversion = convert(report, format, *rules, options);
  if (!conversion.ok()) {
    require(conversion.error().code == "not-a-report");
    return std::nullopt;
  }
  require(conversion->ledger.balanced());
  const Limits limits;
  DiagnosticSink diagnostics;
  const FormatContext context{limits, diagnostics, rules->vocabulary(), rules->patterns()};
  const auto family_of = [](const Template& one) { return engine().family_of(one); };
  const auto document = assemble(*conversion, family_of, context, options).value();
  return engine().write_document(document, NIANBAO_FUZZ_CONTAINER, {}, diagnostics, Language::zh).value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ReadOptions options;
  options.container = NIANBAO_FUZZ_CONTAINER;
  std::string bytes(data, data + size);
  const auto reports = engine().read_reports(std::move(bytes), "fuzz", options);
  if (!reports.ok()) {
    return 0;
  }
  for (const auto& report : *reports) {
    json_comes_back(report);
    const auto* format = engine().find_template("current", report.year).value();
    DiagnosticSink diagnostics;
    if (auto output = written(report, *format)) {
      require(engine().read_document(std::move(*output), "fuzz", options, diagnostics).ok());
    }
  }
  return 0;
}
