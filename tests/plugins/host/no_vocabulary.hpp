// For families tried out without rule packs.
#pragma once

#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao::test {

/// Knows no concept, no synonym and no unit.
class NoVocabulary final : public Vocabulary {
 public:
  const ConceptInfo* concept_info(std::string_view) const noexcept override { return nullptr; }
  std::string_view member_name(std::string_view, std::string_view) const noexcept override { return {}; }
  std::string_view canonical_label(std::string_view key) const noexcept override { return key; }
  bool is_unit(std::string_view) const noexcept override { return false; }
  Measure measure(const Number& number, std::string_view, std::string_view asked) const override {
    Measure measure;
    measure.value = number.value;
    measure.unit = asked;
    return measure;
  }
};

}  // namespace nianbao::test
