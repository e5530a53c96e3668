// The cells of a template by number.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/template.hpp>

#include "check/key_table.hpp"

namespace nianbao::check {

/// Numbers the cells of a template and knows which of its forms prescribe each. Immutable; thread-safe. The template
/// must outlive it.
class CellIndex {
 public:
  static constexpr std::uint32_t npos = KeyTable::npos;

  explicit CellIndex(const Template& format);

  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }
  /// The keys by their numbers, each once.
  [[nodiscard]] const std::vector<const ConceptKey*>& keys() const noexcept { return keys_; }
  /// npos if there is no such cell. `hash` is ConceptKeyHash of the key.
  [[nodiscard]] std::uint32_t find(const ConceptKey& key, std::size_t hash) const noexcept;
  [[nodiscard]] std::uint32_t find(const ConceptKey& key) const noexcept { return find(key, ConceptKeyHash()(key)); }
  /// The forms, by their index in the template, that always print the cell; optional rows and columns are none.
  [[nodiscard]] std::span<const std::uint32_t> prescribing(std::uint32_t cell) const noexcept;
  /// The ids of all cells, sorted, each once.
  [[nodiscard]] const std::vector<std::string_view>& ids() const noexcept { return ids_; }

 private:
  void add(const TemplateBlock& block, std::uint32_t form, std::vector<std::vector<std::uint32_t>>& prescribing);

  std::vector<const ConceptKey*> keys_;
  KeyTable numbers_;
  std::vector<std::uint32_t> forms_;  ///< of all cells
  std::vector<std::uint32_t> first_;  ///< per cell: where its forms begin, and where the last one's end
  std::vector<std::string_view> ids_;
};

}  // namespace nianbao::check
