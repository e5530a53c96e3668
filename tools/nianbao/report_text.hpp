// A report as text for people.
#pragma once

#include <string>

#include <nianbao/engine.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao::command {

/// 收到申请数（自然人）: a concept with its members in words.
[[nodiscard]] std::string concept_name(const ConceptKey& key, const Vocabulary& vocabulary);

/// The whole report: what it is, its figures by form with their places, what was noticed.
[[nodiscard]] std::string report_text(const Report& report, const RuleSet& rules, const Engine& engine,
                                      Language language);

/// One finding in the manner of design, section 10: ［错误］… with its place.
[[nodiscard]] std::string finding_text(const Finding& finding, Language language);

}  // namespace nianbao::command
