// What rule packs tell plugins: concepts, units, synonyms of labels.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/concept.hpp>
#include <nianbao/sdk/decimal.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao {

/// How a printed unit relates to the unit asked for.
enum class UnitFit {
  same,       ///< the same unit or another counter of the same thing (件 宗 起 条 个)
  converted,  ///< another unit of the same quantity: 元, 亿元 where 万元 is asked
  foreign,    ///< something else is counted: 6 期 where 条 is asked
};

/// A number with its unit brought to the canonical unit where that is possible.
struct Measure {
  Decimal value;
  Decimal step;
  std::string unit;  ///< canonical unit, or the printed one where `fit` is foreign
  UnitFit fit = UnitFit::same;
};

/// What is known of a concept.
struct ConceptInfo {
  std::string_view id;
  std::string_view unit;  ///< canonical unit
  std::string_view name;  ///< short name for messages
  std::string_view name_en;  ///< in English; the id where no pack gives one
  std::vector<std::string_view> formats;  ///< generations of templates that print it: L, S19, S21, or a bundle's
};

/// The vocabulary in force for one report. Immutable, thread-safe; owned by the host.
class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  /// None if no pack knows the concept.
  [[nodiscard]] virtual const ConceptInfo* concept_info(std::string_view id) const noexcept = 0;
  /// Short Chinese (or English) name of a dimension's member: 自然人. Empty if unknown.
  [[nodiscard]] virtual std::string_view member_name(std::string_view dimension, std::string_view member) const noexcept = 0;
  /// The canonical key of a folded label key (see label_key): synonyms of packs resolved; the key
  /// itself where there is none.
  [[nodiscard]] virtual std::string_view canonical_label(std::string_view key) const noexcept = 0;
  /// True if the folded text is a unit or counter.
  [[nodiscard]] virtual bool is_unit(std::string_view folded) const noexcept = 0;
  /// Brings a number with a printed unit (folded; may be empty) to the unit asked for.
  [[nodiscard]] virtual Measure measure(const Number& number, std::string_view printed, std::string_view asked) const = 0;
};

}  // namespace nianbao
