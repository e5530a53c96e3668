// The words of a finding about a relation.
#pragma once

#include <string>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/message.hpp>

#include "check/cell_names.hpp"
#include "check/figures.hpp"

namespace nianbao::check {

/// Words relations that fail. One for each report.
class Wording {
 public:
  /// `previous` names the cells of last year's report; null if there is none.
  Wording(const CellNames& names, const CellNames* previous) : names_(names), previous_(previous) {}

  /// What is wrong: the rule's own message, or one made from its comparison, filled in; then the basis,
  /// suspect figures and blanks taken as zero.
  [[nodiscard]] Message of(const CheckRule& rule, const Evaluation& outcome, const FigureSource& source) const;

 private:
  /// A figure with the words it is called by in one message.
  struct Term {
    const Operand* operand = nullptr;
    CellName name;
    Message label;
  };
  /// One side of the comparison.
  struct Side {
    std::vector<Term> terms;
    Message text;   ///< 结果维持10＋结果纠正1
    Message label;  ///< of the only term
    std::string value;
  };

  Term term(const Operand& operand) const;
  /// Gives every term its label and returns what all share: 表四·行政复议.
  static Message label_terms(std::vector<Term>& terms);
  static Side side(const std::vector<Term>& terms, Operand::Side which, const std::optional<Decimal>& value);
  Message caveats(const std::vector<Term>& terms, const FigureSource& source) const;

  const CellNames& names_;
  const CellNames* previous_;
};

/// 依据：推定（总计应为前四项之和）。
[[nodiscard]] Message basis_text(const Message& basis, BasisKind kind);

}  // namespace nianbao::check
