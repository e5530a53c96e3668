// An engine over the build tree's bundle.
#pragma once

#include <boost/test/unit_test.hpp>

#include <string>

#include <nianbao/convert.hpp>
#include <nianbao/engine.hpp>

#include "paths.hpp"

namespace nianbao::test {

inline const Engine& engine() {
  static const auto engine = Engine::create({bundle_path("")}).value();
  return *engine;
}

inline Result<std::vector<Report>> read_reports(std::string text, const std::string& name = "a.txt",
                                                const ReadOptions& options = {}) {
  return engine().read_reports(std::move(text), name, options);
}

/// The only report of a file; fails the test where there is none or more than one.
inline Report read_report(std::string text, const std::string& name = "a.txt") {
  auto reports = read_reports(std::move(text), name);
  BOOST_REQUIRE(reports.ok());
  BOOST_REQUIRE(reports->size() == 1U);
  return std::move(reports->front());
}

/// The report brought to a format.
inline Conversion conversion_of(const Report& report, const char* format_id, ConvertOptions& options) {
  for (const auto& format : engine().templates().templates) {
    options.templates.push_back(format.get());
  }
  const auto* format = engine().find_template(format_id, report.year).value();
  return convert(report, *format, *engine().rules_for(report, {}).value(), options).value();
}

/// The report in a format, written as a container.
inline std::string converted(const Report& report, const char* format_id, const char* container,
                             ConvertOptions options = {}) {
  const auto conversion = conversion_of(report, format_id, options);
  const auto rules = engine().rules_for(report, {}).value();
  const Limits limits;
  DiagnosticSink diagnostics;
  const FormatContext context{limits, diagnostics, rules->vocabulary(), rules->patterns()};
  const auto family_of = [](const Template& format) { return engine().family_of(format); };
  const auto document = assemble(conversion, family_of, context, options).value();
  return engine().write_document(document, container, {}, diagnostics, options.language).value();
}

inline bool has_diagnostic(const Report& report, std::string_view code) {
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.code == code) {
      return true;
    }
  }
  return false;
}

}  // namespace nianbao::test
