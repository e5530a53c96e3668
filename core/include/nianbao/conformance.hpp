// The conformance kit: whether a container or a format keeps what the SDK promises, tried on sample files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nianbao/engine.hpp>

namespace nianbao {

/// A file of the container or format under test.
struct Sample {
  std::string name;  ///< file name; its ending helps detection as anywhere
  std::string bytes;
  std::optional<std::string> facts;  ///< what is to be read from it, as facts_text() writes it; none: any figures
};

/// One promise and whether it was kept.
struct ConformanceStep {
  enum class Outcome { passed, failed, skipped };
  Message name;
  Outcome outcome = Outcome::passed;
  Message detail;  ///< what failed with which input, or why it was not tried; empty where it passed
};

/// What came of trying out one container or format.
struct Conformance {
  std::string subject;  ///< id
  std::vector<ConformanceStep> steps;
  [[nodiscard]] bool clean() const noexcept;
};

/// The samples of a container or format in a bundle: the files of `samples/<id>`, by name. `<name>.facts` are the
/// facts of the sample <name>. Hidden files are left out. Empty if there is no such folder; an Error names a file that
/// cannot be read, facts without a sample, or the first line of facts that is none.
[[nodiscard]] Result<std::vector<Sample>> samples_of(const std::string& bundle_folder, const std::string& id);

/// A container of the engine: claims its samples and refuses other files; reads them; reads back what it wrote, up to
/// what its diagnostics declare lost; keeps limits; survives truncated, damaged and huge files; gives the same bytes
/// twice and from several threads. A library's hostile files are read in a child process: its death is a failed step.
[[nodiscard]] Conformance container_conformance(const Engine& engine, const std::string& id,
                                                const std::vector<Sample>& samples);

/// A format of the engine: its samples are recognised and hold their facts; other formats' forms are refused; what
/// is rendered of a report is read again; conversions from and to every other format balance; damaged documents are
/// survived; the same twice and from several threads. Works without samples, too: then with made-up reports alone.
[[nodiscard]] Conformance format_conformance(const Engine& engine, const std::string& id,
                                             const std::vector<Sample>& samples);

/// The table facts of a report, one a line: concept, tab, value or status, tab, unit.
[[nodiscard]] std::string facts_text(const Report& report);

/// A line for each step.
[[nodiscard]] std::string conformance_text(const Conformance& conformance, Language language);

}  // namespace nianbao
