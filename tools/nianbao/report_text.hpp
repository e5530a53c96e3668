// A report as text for people.
#pragma once

#include <string>
#include <vector>

#include <nianbao/engine.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao::command {

/// A line for each finding of this severity, with its place; what is said of several places is said once.
[[nodiscard]] std::vector<std::string> finding_lines(const std::vector<Finding>& findings, FindingSeverity severity,
                                                     Language language);

/// The whole report: what it is, its figures by form with their places, what was noticed.
[[nodiscard]] std::string report_text(const Report& report, const RuleSet& rules, const Engine& engine,
                                      Language language);

/// One finding in the manner of design, section 10: ［错误］… with its place.
[[nodiscard]] std::string finding_text(const Finding& finding, Language language);

}  // namespace nianbao::command
