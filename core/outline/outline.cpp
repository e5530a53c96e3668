#include <nianbao/outline.hpp>

#include "outline/form_scopes.hpp"
#include "outline/header.hpp"
#include "outline/layout.hpp"
#include "outline/parts.hpp"
#include "outline/sections.hpp"

namespace nianbao {

struct OutlineReader::Compiled {
  OutlineRules rules;
  Headings headings;
  std::shared_ptr<const Jurisdictions> jurisdictions;

  Compiled(OutlineRules given, const std::vector<HeadingRule>& known, std::shared_ptr<const Jurisdictions> table)
      : rules(std::move(given)), headings(known, rules.words()), jurisdictions(std::move(table)) {}
};

OutlineReader::OutlineReader(OutlineRules rules, const std::vector<HeadingRule>& headings,
                             std::shared_ptr<const Jurisdictions> jurisdictions)
    : compiled_(std::make_unique<Compiled>(std::move(rules), headings, std::move(jurisdictions))) {}

OutlineReader::~OutlineReader() = default;
OutlineReader::OutlineReader(OutlineReader&&) noexcept = default;

Outline OutlineReader::read(const Document& document, const OutlineOptions& options, Report& report) const {
  const auto& words = compiled_->rules.words();
  auto outline = lay_out(document, words, compiled_->headings);
  HeaderWork work{document, outline, words, compiled_->headings, report};
  read_header(work, compiled_->jurisdictions.get(), options);
  return outline;
}

void OutlineReader::fill_sections(const Document& document, const Outline& outline,
                                  const std::vector<ClaimedForm>& claims, Report& report) const {
  const SectionWork work{document, outline, compiled_->rules.words(), compiled_->headings, claims};
  read_form_scopes(work, report);
  build_sections(work, report);
}

std::vector<ReportPart> OutlineReader::split(const Document& document) const {
  return find_parts(document, compiled_->rules.words());
}

}  // namespace nianbao
