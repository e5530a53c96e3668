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
      : keys_(keys_of(format, variants)), list_(keys_) {}

  /// In the order of the form, each once.
  [[nodiscard]] const std::vector<ConceptKey>& keys() const noexcept { return keys_; }
  /// The cell's own key, whose texts live as long as the template; null if there is no such cell.
  [[nodiscard]] const ConceptKey* find(const ConceptKey& key) const;

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return list_.contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    list_.ids_below(prefix, deep, dims, ids);
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override;

 private:
  static std::vector<ConceptKey> keys_of(const Template& format, Variants variants);

  std::vector<ConceptKey> keys_;
  KeyList list_;
};

}  // namespace nianbao
