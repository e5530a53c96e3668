// What is reported beside a result: diagnostics of the reading, findings on the content.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/place.hpp>

namespace nianbao {

/// Severity of a diagnostic. Loss of content is at least a warning.
enum class Severity { note, warning, error };

/// Something about the reading: a table skipped, an encoding guessed, a fact left open.
struct Diagnostic {
  std::string code;  ///< stable id in kebab-case
  Severity severity = Severity::warning;
  Message message;
  std::vector<std::uint32_t> facts;  ///< indices into Report::facts
  Place at;
};

/// What kind of fault in the content a finding states (design, section 4).
enum class FindingKind { arithmetic, conflict, unit, misplaced, period, percent, structure, series, rollup, deadline };

/// 错误, 存疑, 说明.
enum class FindingSeverity { error, doubt, note };

/// A concept a finding names; `fact` is its index in Report::facts, or npos where the report has no such fact.
struct FindingFact {
  static constexpr std::uint32_t npos = 0xFFFFFFFFU;
  std::uint32_t fact = npos;
  ConceptKey key;
};

/// Something wrong with the content of the report: data, not an error.
struct Finding {
  std::string rule;  ///< pack/…/id of the rule, or extract/<kind> where the reading itself found it
  FindingKind kind = FindingKind::arithmetic;
  FindingSeverity severity = FindingSeverity::error;
  Message message;  ///< without the leading ［错误］
  std::vector<FindingFact> facts;
  Place at;
  Message hint;  ///< 修改建议（供参考）; may be empty
};

/// As in JSON.
[[nodiscard]] std::string_view to_string(Severity severity) noexcept;
[[nodiscard]] std::string_view to_string(FindingKind kind) noexcept;
[[nodiscard]] std::string_view to_string(FindingSeverity severity) noexcept;

/// Collects diagnostics. Not thread-safe: one sink for each report being worked on.
class DiagnosticSink {
 public:
  void report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  void report(std::string code, Severity severity, Message message, Place at = {}) {
    diagnostics_.push_back({std::move(code), severity, std::move(message), {}, at});
  }
  [[nodiscard]] const std::vector<Diagnostic>& all() const noexcept { return diagnostics_; }
  [[nodiscard]] std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace nianbao
