// The whole way through: files to Reports, Reports to files. What the command and the bindings call.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/check.hpp>
#include <nianbao/plugin_host.hpp>
#include <nianbao/rule_store.hpp>
#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/result.hpp>
#include <nianbao/sdk/template.hpp>
#include <nianbao/template_loader.hpp>

namespace nianbao {

/// How one file is to be read.
struct ReadOptions {
  std::string container;           ///< id; empty: detected
  std::string format;              ///< id of the template its forms are read with; empty: recognised
  std::string jurisdiction;        ///< name or code; empty: from the text
  int year = 0;                    ///< where the text does not say it; 0: from the text
  std::vector<std::string> packs;  ///< further rule packs
  Options reader;                  ///< options of the container plugin
  Limits limits;
};

/// Reports that a check compares with; they outlive it.
struct OtherReports {
  const Report* previous = nullptr;  ///< last year's, or null
  std::vector<const Report*> units;  ///< of the units whose figures the report sums up
};

/// Plugins, templates and rules of one search path. Immutable after creation; thread-safe: reports can
/// be read in several threads at once.
class Engine {
 public:
  /// `bundles` come before the rest of the search path. Fails only for a wrong search path; faulty
  /// plugins, templates and packs are listed and fail when they are needed. A bundle that does not fit (see
  /// bundle.hpp) is an error: without it reports would be read by other rules, and nobody would know.
  [[nodiscard]] static Result<std::unique_ptr<Engine>> create(std::vector<std::string> bundles = {},
                                                              NativePlugins native = NativePlugins::everywhere);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  [[nodiscard]] const PluginHost& plugins() const noexcept;
  [[nodiscard]] const RuleStore& rules() const noexcept;
  /// The templates of all formats, loaded at the first call, sorted by id.
  [[nodiscard]] const TemplateSet& templates() const;
  /// The template of this id. For "current" the national format without an end that had begun by
  /// `year`, the oldest of them for years before; the clock is not asked. A bundle's format is national only if it
  /// says so (applies-to: {jurisdictions: [全国]}).
  [[nodiscard]] Result<const Template*> find_template(std::string_view id, int year) const;
  [[nodiscard]] Result<const FormatFamily*> family_of(const Template& format) const;

  /// An Error of kind usage if this is no jurisdiction: neither a code or name of the table, nor a name such as areas
  /// have. Areas the table lacks (zones, new names) can be named, not given by code.
  [[nodiscard]] Result<void> expect_jurisdiction(std::string_view name_or_code) const;

  /// Bytes to Document. `name` helps detection and is kept as Input::file.
  [[nodiscard]] Result<Document> read_document(std::string bytes, const std::string& name, const ReadOptions& options,
                                               DiagnosticSink& diagnostics) const;
  /// Bytes to Reports, one for each report in the file, with the findings of extraction and checks. A
  /// report in JSON is taken as it is.
  [[nodiscard]] Result<std::vector<Report>> read_reports(std::string bytes, const std::string& name,
                                                         const ReadOptions& options) const;
  /// Document to Reports, as above, without the checks.
  [[nodiscard]] Result<std::vector<Report>> extract(Document document, const ReadOptions& options,
                                                    DiagnosticSink& diagnostics) const;
  /// Checks a report by the rules in force for it.
  [[nodiscard]] Result<CheckOutcome> check(const Report& report, const OtherReports& others,
                                           const std::vector<std::string>& packs) const;
  /// The rules in force for a report; with those for the format it is converted to, where that is given.
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> rules_for(const Report& report,
                                                                 const std::vector<std::string>& packs,
                                                                 std::string_view target = {}) const;
  /// Document to bytes of a container.
  [[nodiscard]] Result<std::string> write_document(const Document& document, std::string_view container,
                                                   const Options& options, DiagnosticSink& diagnostics,
                                                   Language language) const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace nianbao
