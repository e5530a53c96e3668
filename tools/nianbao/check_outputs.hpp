// What `nianbao check` writes of the reports it checked: text, JSON or a review form.
#pragma once

#include <memory>
#include <string>

#include <nianbao/check.hpp>
#include <nianbao/engine.hpp>
#include <nianbao/sdk/report.hpp>

#include "commands.hpp"

namespace nianbao::command {

/// A report that was checked, with what checking it said.
struct CheckedReport {
  std::string file;
  Report report;
  CheckOutcome outcome;
  std::size_t reports_of_file = 1;  ///< how many of the file are checked
};

/// Takes checked reports one by one. Not thread-safe.
class CheckOutput {
 public:
  virtual ~CheckOutput() = default;

  /// Takes one report.
  virtual Result<void> add(CheckedReport checked) = 0;

  /// Called once, after the last report.
  virtual Result<void> end() = 0;
};

/// Findings as text, each report as soon as it is checked.
[[nodiscard]] std::unique_ptr<CheckOutput> text_output(const Console& console);

/// The JSON of each report with its tally: one report of one file is an object, anything else an array.
/// @param inputs how many files were asked for
[[nodiscard]] std::unique_ptr<CheckOutput> json_output(std::size_t inputs);

/// 审核意见表 of all reports, written to `path` by the container of that id. The engine and the options outlive the
/// output.
[[nodiscard]] std::unique_ptr<CheckOutput> review_output(const Console& console, const Engine& engine,
                                                         const ReadOptions& options, std::string container,
                                                         std::string path);

/// A copy of the docx file at `path` with the findings as comments, as bytes; fails on any other container.
Result<std::string> annotated_copy(const Engine& engine, const ReadOptions& options, const std::string& path,
                                   const Report& report, Language language);

/// Writes one file and says so.
Result<void> write_and_say(const Console& console, const std::string& path, std::string bytes);

}  // namespace nianbao::command
