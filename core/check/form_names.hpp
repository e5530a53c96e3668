// The printed names of a form's rows and columns.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao::check {

/// Where the cells of a form stand and what its rows and columns are called. Immutable; thread-safe. The form must
/// outlive it.
class FormNames {
 public:
  /// A row's or a column's own label and that of the group above it, without numbering; empty if there is none.
  struct Labels {
    std::string own;
    std::string group;
  };
  struct Position {
    const Labels* row_labels = nullptr;
    const Labels* column_labels = nullptr;
    std::uint32_t block = 0, row = 0, column = 0;
    bool only_column = false;
  };

  explicit FormNames(const TemplateForm& form);
  FormNames(const FormNames&) = delete;
  FormNames& operator=(const FormNames&) = delete;

  /// Null if the form has no such cell.
  [[nodiscard]] const Position* find(const ConceptKey& key) const;

 private:
  void add(const TemplateBlock& block, std::uint32_t index);
  [[nodiscard]] static const TemplateCell* cell_at(const TemplateBlock& block, std::size_t row, std::size_t column);
  const Labels* add_labels(const std::vector<std::string_view>& path);

  std::deque<Labels> labels_;
  std::unordered_map<ConceptKey, Position, ConceptKeyHash> positions_;  ///< looked up only
};

}  // namespace nianbao::check
