// Labels of a template found in the rows of a Document.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <nianbao/sdk/forms.hpp>

#include "forms/key_memo.hpp"

namespace nianbao::forms {

/// Labels with one key: a range of Template::labels.
struct LabelRange {
  const TemplateLabel* first = nullptr;
  const TemplateLabel* last = nullptr;

  [[nodiscard]] bool empty() const noexcept { return first == last; }
  [[nodiscard]] const TemplateLabel* begin() const noexcept { return first; }
  [[nodiscard]] const TemplateLabel* end() const noexcept { return last; }
  [[nodiscard]] bool has(LabelRole role, std::size_t form) const noexcept;
  /// True if some label of the form has this key, whatever its role.
  [[nodiscard]] bool has_form(std::size_t form) const noexcept;
  /// True if labels of several forms have this key.
  [[nodiscard]] bool ambiguous() const noexcept;
};

/// Finds labels by key, with the synonyms of the vocabulary.
class LabelIndex {
 public:
  LabelIndex(const Template& format, const Vocabulary& vocabulary);
  [[nodiscard]] LabelRange find(const TextKey& key) const;
  [[nodiscard]] LabelRange find(const Token& token) const;

 private:
  [[nodiscard]] LabelRange exact(std::uint64_t hash) const;

  const Template& format_;
  const Vocabulary& vocabulary_;
  // Most words are no labels. A bit for the lowest bits of each label's hash says so of nearly all of them.
  static constexpr std::size_t kBits = 4096;
  std::array<std::uint64_t, kBits / 64> known_{};
};

/// A label in a row: tokens [from, to).
struct Hit {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  LabelRange labels;
};

/// The labels of a row, the longest run of words first. Cells that reach down from above are left out.
void find_hits(const Rows& rows, const Row& row, const LabelIndex& index, std::vector<Hit>& hits);

/// True if the row only heads figures: labels of columns, groups of columns or blocks, and no figure.
[[nodiscard]] bool is_header(const Rows& rows, const Row& row, std::span<const Hit> hits, std::size_t form);

}  // namespace nianbao::forms
