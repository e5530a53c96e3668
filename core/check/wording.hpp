// The words of a finding about a relation.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/message.hpp>

#include "check/cell_names.hpp"
#include "check/figures.hpp"
#include "check/side.hpp"

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
  [[nodiscard]] Term term(const Operand& operand) const;
  /// The known figures of the comparison, or those outside of it.
  /// Those of the units are summed up into `sums`, which outlives the terms.
  [[nodiscard]] std::vector<Term> terms_of(const Evaluation& outcome, bool compared, std::deque<Operand>& sums) const;
  /// Gives every term its label and returns what all share: 表四·行政复议.
  static Message label_terms(std::vector<Term>& terms);
  Message caveats(const std::vector<Term>& terms, const FigureSource& source) const;

  const CellNames& names_;
  const CellNames* previous_;
};

/// 依据：推定（总计应为前四项之和）。
[[nodiscard]] Message basis_text(const Message& basis, BasisKind kind);

}  // namespace nianbao::check
