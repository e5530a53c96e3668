// A vocabulary without rule packs, for tests of forms.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao::test {

class SimpleVocabulary final : public Vocabulary {
 public:
  SimpleVocabulary() {
    for (const char* id : {"fee.amount", "procurement.amount", "fee.request_cost", "staffing.budget"}) {
      set_unit(id, "万元");
    }
    for (const char* id : {"disclosure.total", "disclosure.normative", "disclosure.by_channel"}) {
      set_unit(id, "条");
    }
  }

  void set_unit(const std::string& id, const std::string& unit) {
    units_[id] = unit;
    ConceptInfo info;
    info.id = units_.find(id)->first;
    info.unit = units_.find(id)->second;
    infos_[id] = info;
  }

  [[nodiscard]] const ConceptInfo* concept_info(std::string_view id) const noexcept override {
    const auto it = infos_.find(id);
    return it == infos_.end() ? nullptr : &it->second;
  }
  [[nodiscard]] std::string_view member_name(std::string_view, std::string_view) const noexcept override { return {}; }
  [[nodiscard]] std::string_view canonical_label(std::string_view key) const noexcept override { return key; }
  [[nodiscard]] bool is_unit(std::string_view folded) const noexcept override {
    return exponent(folded) >= 0 || is_counter(folded) || folded == "期" || folded == "次" || folded == "篇" ||
           folded == "人" || folded == "人次";
  }
  [[nodiscard]] Measure measure(const Number& number, std::string_view printed, std::string_view asked) const override {
    Measure result{number.value, number.step, std::string(asked), UnitFit::same};
    if (printed.empty() || printed == asked || asked.empty() || (is_counter(printed) && is_counter(asked))) {
      return result;
    }
    const int from = exponent(printed);
    const int to = exponent(asked);
    if (from < 0 || to < 0) {
      result.unit = std::string(printed);
      result.fit = UnitFit::foreign;
      return result;
    }
    result.value = *number.value.shifted(from - to);
    result.step = *number.step.shifted(from - to);
    result.fit = UnitFit::converted;
    return result;
  }

 private:
  static int exponent(std::string_view unit) { return unit == "元" ? 0 : unit == "万元" ? 4 : unit == "亿元" ? 8 : -1; }
  static bool is_counter(std::string_view unit) {
    return unit == "件" || unit == "条" || unit == "宗" || unit == "起" || unit == "个" || unit == "项";
  }

  std::map<std::string, std::string, std::less<>> units_;
  std::map<std::string, ConceptInfo, std::less<>> infos_;
};

}  // namespace nianbao::test
