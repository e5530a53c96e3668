// The vocabulary of the packs in force.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <nianbao/sdk/vocabulary.hpp>

#include "rules/catalog.hpp"

namespace nianbao {

/// Hashed look-ups over a catalog and the synonyms of labels.
class RuleVocabulary : public Vocabulary {
 public:
  explicit RuleVocabulary(std::shared_ptr<const Catalog> catalog) : catalog_(std::move(catalog)) {}

  [[nodiscard]] const ConceptInfo* concept_info(std::string_view id) const noexcept override;
  [[nodiscard]] std::string_view member_name(std::string_view dimension,
                                             std::string_view member) const noexcept override;
  [[nodiscard]] std::string_view canonical_label(std::string_view key) const noexcept override;
  [[nodiscard]] bool is_unit(std::string_view folded) const noexcept override;
  [[nodiscard]] Measure measure(const Number& number, std::string_view printed, std::string_view asked) const override;

  /// Keys of labels (label_key). A wording given to two labels belongs to the later one.
  void add_synonym(const std::string& wording, const std::string& label) { labels_[wording] = label; }
  void remove_synonym(const std::string& wording) { labels_.erase(wording); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };
  std::shared_ptr<const Catalog> catalog_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> labels_;
};

}  // namespace nianbao
