// How surely each labelled figure of a claim is each row of the form.
#pragma once

#include <string_view>
#include <vector>

#include "forms/align.hpp"
#include "forms/label_shape.hpp"
#include "forms/label_variants.hpp"
#include "forms/named_targets.hpp"

namespace nianbao::forms {

/// Scores of items as rows. Sums of them decide between ways to align, so the steps matter, not the scale. Labels that
/// are whole are scored at once, the others by weigh(). Keeps references to what it is made of.
class RowScores {
 public:
  RowScores(const Rows& rows, const Items& items, const Template& format, std::size_t form_index,
            const LabelIndex& index);
  RowScores(const RowScores&) = delete;
  RowScores& operator=(const RowScores&) = delete;

  /// Scores what is left of a label, what is like one, and figures without one.
  void weigh();

  [[nodiscard]] const std::vector<Target>& targets() const noexcept { return targets_; }
  /// 0 if the item is not the row.
  [[nodiscard]] int of(std::size_t item, std::size_t target) const { return scores_[item * targets_.size() + target]; }
  /// The row that the item is most surely.
  [[nodiscard]] std::size_t best(std::size_t item) const;
  /// True if the item's label is that of some row.
  [[nodiscard]] bool names_row(std::size_t item) const { return exact_[item]; }
  /// True if the item's label is that of the row.
  [[nodiscard]] bool is_exact(std::size_t item, std::size_t target) const;
  /// True if only order and header speak for the item as the row.
  [[nodiscard]] bool is_unlabelled(std::size_t item, std::size_t target) const;
  /// A group is only known by its label.
  [[nodiscard]] bool has_figures(const Target& target) const;
  /// True for a row that the form prints without a label.
  [[nodiscard]] bool has_no_label(const Target& target) const { return keys_of(target).front().empty(); }

 private:
  [[nodiscard]] const std::vector<std::string_view>& keys_of(const Target& target) const;
  [[nodiscard]] int& score(std::size_t item, std::size_t target) { return scores_[item * targets_.size() + target]; }
  void score_exact(std::uint32_t i);
  bool score_exact(std::uint32_t i, std::size_t from);
  void score_alike(std::uint32_t i, bool by_likeness);
  void score_cut(std::uint32_t i);
  [[nodiscard]] int likeness(const LabelVariant& variant, const LabelShape& shape, std::size_t t) const;
  [[nodiscard]] int cut_worth(std::string_view key, const LabelShape& shape, std::size_t t) const;

  const Rows& rows_;
  const Items& items_;
  const TemplateForm& form_;
  std::size_t form_index_;
  const LabelIndex& index_;
  std::vector<Target> targets_;
  NamedTargets named_;
  std::vector<std::vector<LabelShape>> shapes_;  ///< parallel to the targets: of their keys
  std::vector<int> scores_;
  std::vector<bool> exact_;
  std::vector<std::vector<LabelVariant>> variants_;
};

}  // namespace nianbao::forms
