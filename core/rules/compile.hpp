// Binds expressions to the concepts in force: what the words of an expression mean, and whether they
// fit together.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/expression.hpp>

#include "rules/ast.hpp"

namespace nianbao {

/// Something wrong in an expression, at characters of its text.
struct ExpressionFault {
  std::string code;
  ast::Span at;
  Message message;
  Message hint;
};

/// What an expression has to yield.
enum class Yields { any, condition, number };

/// Compiles expressions against one catalog.
class ExpressionCompiler {
 public:
  explicit ExpressionCompiler(std::shared_ptr<const ConceptCatalog> catalog) : catalog_(std::move(catalog)) {}

  /// Null, and all faults, if the text is no such expression. `concept_allowed`: the rule has
  /// `each: concept`.
  [[nodiscard]] std::shared_ptr<const Expression> compile(std::string_view text, Yields yields, bool concept_allowed,
                                                          std::vector<ExpressionFault>& faults) const;

 private:
  std::shared_ptr<const ConceptCatalog> catalog_;
};

/// Binds a tree in place; the tree must not be moved afterwards. False if there were faults.
bool bind(ast::Node& root, const ConceptCatalog& catalog, Yields yields, bool concept_allowed,
          std::vector<ExpressionFault>& faults);

/// The id that stands for the current concept of `each: concept`.
inline constexpr std::string_view kCurrentConcept = "concept";

/// All ids, for suggestions.
[[nodiscard]] std::vector<std::string_view> concept_ids(const ConceptCatalog& catalog);

}  // namespace nianbao
