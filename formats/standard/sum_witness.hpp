// Sums inside a row as witness of which column its figures belong to.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao {

/// Knows the relations between the cells of one row of a form (自然人 + … = 总计).
class SumWitness {
 public:
  /// `relations` may be null.
  SumWitness(const TemplateForm& form, const std::vector<Relation>* relations) : form_(form), relations_(relations) {}

  /// True if some relation is about this row alone and all such hold; cells without a figure count 0.
  [[nodiscard]] bool confirms(const forms::FigureRow& row, const forms::Figures& figures) const;

  /// Places figures whose blank neighbours left no trace, keeping their order: where one way alone
  /// satisfies the sums, the reading is `relations`; a figure that several ways place differently is
  /// suspect. No value where no sum can tell or no way satisfies them.
  [[nodiscard]] std::optional<forms::Figures> place(const forms::FigureRow& row) const;

 private:
  /// Σ coefficient × column = 0
  struct RowSum {
    std::vector<std::pair<std::uint32_t, int>> terms;
  };
  [[nodiscard]] std::vector<RowSum> sums_of(const forms::FigureRow& row) const;
  /// `values`: one for each column.
  [[nodiscard]] static bool hold(const std::vector<RowSum>& sums, const std::vector<Decimal>& values);

  const TemplateForm& form_;
  const std::vector<Relation>* relations_;
};

}  // namespace nianbao
