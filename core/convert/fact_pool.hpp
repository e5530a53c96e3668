// The source's facts as a conversion sees them: what each stands for, and whether it is certain.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <nianbao/convert.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao {

/// The template with this id; null if it is not among them.
[[nodiscard]] const Template* find_template(const std::vector<const Template*>& templates,
                                            std::string_view id) noexcept;

/// Indexes a Report's facts by what they stand for. Where the output has the target's forms, those a report
/// prints more than once count once: the instance of the report's own scope, or else the first. Keeps
/// references to the source and the options.
class FactPool {
 public:
  /// `own_forms`: the output has the source's own forms, where every figure stands as it was reported.
  FactPool(const Report& source, const ConvertOptions& options, bool own_forms);

  [[nodiscard]] const Report& source() const noexcept { return source_; }
  [[nodiscard]] bool own_forms() const noexcept { return own_forms_; }
  [[nodiscard]] const Fact& fact(std::uint32_t index) const noexcept { return source_.facts[index]; }
  /// What the fact stands for: its key, without the instance where instances count once.
  [[nodiscard]] const ConceptKey& key(std::uint32_t index) const noexcept { return keys_[index]; }
  /// Facts that stand for the key, in the order of the report; certain or not.
  [[nodiscard]] const std::vector<std::uint32_t>& facts_of(const ConceptKey& key) const noexcept;
  /// Why the fact is not certain to be the report's own figure; none if it is.
  [[nodiscard]] std::optional<FactReason> obstacle(std::uint32_t index) const noexcept { return obstacles_[index]; }
  /// The other meaning with which the fact's form prints the concept; empty if it is the concept's own.
  [[nodiscard]] std::string_view meaning(std::uint32_t index) const noexcept;
  /// True if a form of the report has a cell for it, also where the row is lost. Only where there is
  /// none may prose fill a cell.
  [[nodiscard]] bool table_has(const ConceptKey& key) const { return printed_.count(key) != 0; }
  /// True if the report's own format has a cell for it, whether or not the report has the form.
  [[nodiscard]] bool format_has(const ConceptKey& key) const { return table_has(key) || of_format_.count(key) != 0; }
  /// All keys of facts and of cells of the report's forms, sorted.
  [[nodiscard]] std::vector<ConceptKey> keys() const;

 private:
  void choose_instances();
  void index_templates();
  [[nodiscard]] std::optional<FactReason> find_obstacle(const Fact& fact) const;
  [[nodiscard]] bool in_other_scope(const Fact& fact) const noexcept;
  /// Takes figures of the whole area for the report's own where it does not say whom it covers, a government
  /// issued it, and no other figure says otherwise.
  void adopt_area_figures();
  [[nodiscard]] bool chosen_instance(const Fact& fact) const;

  const Report& source_;
  const ConvertOptions& options_;
  bool own_forms_;
  std::vector<bool> chosen_;  // per form
  std::vector<ConceptKey> keys_;
  std::vector<std::optional<FactReason>> obstacles_;
  std::unordered_map<ConceptKey, std::vector<std::uint32_t>, ConceptKeyHash> by_key_;
  std::unordered_set<ConceptKey, ConceptKeyHash> printed_;    // by the report's forms
  std::unordered_set<ConceptKey, ConceptKeyHash> of_format_;  // by all forms of its format
  std::vector<std::unordered_map<ConceptKey, std::string_view, ConceptKeyHash>> meanings_;  // per form
};

}  // namespace nianbao
