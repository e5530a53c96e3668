// The cells of a format, none of them filled in.
#pragma once

#include <vector>

#include <nianbao/expression.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// The figures a format prints, blank: what expressions ask of it can be seen. The template must outlive it.
class FormCells : public ValueSource {
 public:
  /// Rows and columns that only some variants print, and groups printed as one row, are left out or taken in.
  enum class Variants { leave_out, take_in };
  explicit FormCells(const Template& format, Variants variants = Variants::leave_out)
      : keys_(keys_of(format, variants, 0)), list_(keys_) {}
  /// What a report of this year prints: rows and columns that are bound to years are taken in where they contain it,
  /// others that only some variants print are left out. 0: none that is bound to years.
  FormCells(const Template& format, int year) : keys_(keys_of(format, Variants::leave_out, year)), list_(keys_) {}

  /// In the order of the form, each once.
  [[nodiscard]] const std::vector<ConceptKey>& keys() const noexcept { return keys_; }
  /// What checks are run in, once each: no dimension, and each span of its own (历年累计, 本期) that a column has.
  [[nodiscard]] std::vector<Dims> frames() const;
  /// The cell's own key, whose texts live as long as the template; null if there is no such cell.
  [[nodiscard]] const ConceptKey* find(const ConceptKey& key) const;

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return list_.contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    list_.ids_below(prefix, deep, dims, ids);
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override;

 private:
  static std::vector<ConceptKey> keys_of(const Template& format, Variants variants, int year);

  std::vector<ConceptKey> keys_;
  KeyList list_;
};

/// The spans of years in which the form stayed the same, oldest first: a single open one where no row or column is
/// bound to years.
[[nodiscard]] std::vector<YearRange> generations_of(const Template& format);
/// A year of the span; 0 of an open one.
[[nodiscard]] int year_in(const YearRange& generation) noexcept;

}  // namespace nianbao
