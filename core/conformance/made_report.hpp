// Reports made up for a format, brought to a Document and read again.
#pragma once

#include <memory>
#include <vector>

#include <nianbao/engine.hpp>

namespace nianbao::conformance {

/// What a made-up report leaves out.
enum class Gaps {
  none,
  some,  ///< some cells are blank, some a dash
};

/// Made-up reports of one format and their way through the engine. Both must outlive it.
class MadeReport {
 public:
  MadeReport(const Engine& engine, const Template& format) : engine_(engine), format_(format) {}

  /// Every cell filled in, so that the relations of the rules hold where such figures are found.
  [[nodiscard]] Result<Report> make(Gaps gaps) const;
  /// The rules for reports of this format.
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> rules() const;
  /// The report as a Document, in its own format.
  [[nodiscard]] Result<Document> rendered(const Report& report) const;
  /// The first report read from a Document, whatever format it is recognised as.
  [[nodiscard]] Result<Report> read(Document document) const;

 private:
  [[nodiscard]] int year() const noexcept;

  const Engine& engine_;
  const Template& format_;
};

}  // namespace nianbao::conformance
