// Reads documents with the families of the build tree, as the pipeline does.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <nianbao/plugin_host.hpp>
#include <nianbao/template_loader.hpp>

#include "paths.hpp"
#include "pipeline/claims.hpp"
#include "simple_vocabulary.hpp"

namespace nianbao::test {

inline std::string slurp(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Plugins, templates and a vocabulary; made once for all tests.
class Reading {
 public:
  static const Reading& instance() {
    static const Reading reading;
    return reading;
  }

  [[nodiscard]] const TemplateSet& templates() const { return templates_; }

  [[nodiscard]] const Template& format(std::string_view id) const {
    for (const auto& item : templates_.templates) {
      if (item->id == id) {
        return *item;
      }
    }
    throw std::runtime_error("no template " + std::string(id));
  }

  [[nodiscard]] const FormatFamily& family(std::string_view id) const {
    const auto found = host_->family(id);
    if (!found) {
      throw std::runtime_error(found.error().message.en);
    }
    return **found;
  }

  [[nodiscard]] Document read_text(std::string bytes, std::string_view container = "text") const {
    Limits limits;
    DiagnosticSink sink;
    const Options options;
    const auto found = host_->container(container);
    if (!found) {
      throw std::runtime_error(found.error().message.en);
    }
    auto document = (*found)->read(std::move(bytes), Context{limits, sink, options});
    if (!document) {
      throw std::runtime_error(document.error().message.en);
    }
    return std::move(document).value();
  }

  [[nodiscard]] ChosenClaims choose(const Document& document, int year = 0) const {
    const Limits limits;
    DiagnosticSink sink;
    const FormatContext context{limits, sink, vocabulary_};
    std::vector<FormClaim> claims;
    for (const auto& item : templates_.templates) {
      auto found = family(item->family).recognize(document, *item, context);
      for (auto& claim : found.value()) {
        claims.push_back(std::move(claim));
      }
    }
    return choose_claims(std::move(claims), {year, {}, divisions_});
  }

  [[nodiscard]] Report extract(const Document& document, int year = 0,
                               const std::vector<Relation>* relations = nullptr) const {
    const Limits limits;
    DiagnosticSink sink;
    FormatContext context{limits, sink, vocabulary_};
    context.relations = relations;
    const auto chosen = choose(document, year);
    Report report;
    report.format = chosen.skeleton != nullptr ? std::string(chosen.skeleton->id) : std::string();
    for (const auto& claim : chosen.claims) {
      (void)family(claim.format->family).extract(document, claim, context, report);
    }
    report.diagnostics = sink.take();
    return report;
  }

  /// The report's forms as a Document in the layout of a template.
  [[nodiscard]] Document render(const Report& report, const Template& format) const {
    const Limits limits;
    DiagnosticSink sink;
    const FormatContext context{limits, sink, vocabulary_};
    Document document;
    for (const auto& form : report.forms) {
      auto blocks =
          family(format.family).render(report, format, *format.form(form.id), form.instance, context, document.arena());
      for (auto& block : blocks.value()) {
        document.blocks.push_back(std::move(block));
      }
    }
    document.number_blocks();
    return document;
  }

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  Reading() : host_(PluginHost::create({{bundle_path(), RootOrigin::installed}})) {
    auto files = host_->template_files();
    files.push_back(source_path("tests/golden/standard/standard-2027.yaml"));
    templates_ = load_template_files(files);
  }

  std::unique_ptr<PluginHost> host_;
  TemplateSet templates_;
  SimpleVocabulary vocabulary_;
  Jurisdictions divisions_{std::string()};  // no place is known
};

}  // namespace nianbao::test
