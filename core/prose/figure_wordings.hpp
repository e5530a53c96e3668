// In what words the patterns of the packs may say a figure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>

#include "prose/pattern_ast.hpp"

namespace nianbao::prose {

struct FigureWording {
  std::string lead;    ///< what the sentence must begin with for the clause to mean the figure; mostly empty
  std::string clause;  ///< without a full stop
  /// How well it reads, the best first.
  enum class Rank { as_told, whole, gapped } rank = Rank::whole;
};

/// The book must outlive it. Immutable.
class FigureWordings {
 public:
  /// `year`: of the report; patterns of other years are left out.
  FigureWordings(const ProseRules& book, int year);

  /// First what the pattern says itself (`says`), then what leaves no gap open, else in the patterns' order. That they
  /// are read back as that figure is for the caller to see.
  [[nodiscard]] std::vector<FigureWording> of(const Fact& fact) const;

 private:
  [[nodiscard]] std::optional<std::string> lead_for(const ProsePattern& pattern, const ConceptKey& key) const;
  [[nodiscard]] std::string words_that_set(std::string_view value, std::string_view member) const;
  [[nodiscard]] std::string words_of_span() const;

  const ProseRules& book_;
  int year_;
  /// Of a pattern's text or of its `says`; empty if there is none or it is faulty.
  std::vector<ast::Alternatives> parsed_;
  std::vector<ast::Alternatives> says_;
};

}  // namespace nianbao::prose
