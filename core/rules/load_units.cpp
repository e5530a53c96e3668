// units.yaml
#include "rules/load.hpp"

namespace nianbao {
namespace {

/// 10000 is 4, 0.01 is -2; none if it is no power of ten.
std::optional<int> exponent_of(const std::string& factor) {
  const auto value = Decimal::parse(factor);
  for (int exponent = -12; value && exponent <= 12; ++exponent) {
    if (*Decimal::power_of_ten(exponent) == *value) {
      return exponent;
    }
  }
  return std::nullopt;
}

void load_counters(Item counters, const yaml::Node& node, Catalog& catalog) {
  for (const auto& entry : node.entries) {
    const auto words = counters.texts(entry.key);
    catalog.units.add_counters(words);
  }
}

void load_measures(Item measures, const yaml::Node& node, Catalog& catalog, RuleFaults& faults) {
  for (const auto& quantity : node.entries) {
    for (const auto& [unit, factor] : measures.pairs(quantity.key)) {
      if (const auto exponent = exponent_of(factor.text)) {
        catalog.units.add_measure(quantity.key, unit.text, *exponent);
      } else {
        faults.add(*factor.file, factor.at, "bad-factor",
                   {"“" + factor.text + "”不是10的整数次幂", "\"" + factor.text + "\" is no power of ten"},
                   {"写法如 10000 或 0.01。", "Write 10000 or 0.01."});
      }
    }
  }
}

}  // namespace

void load_units(const Packs& packs, Catalog& catalog, RuleFaults& faults) {
  for (const auto& pack : packs) {
    if (pack->units == nullptr || pack->units->root == nullptr) {
      continue;
    }
    auto file = whole_file(*pack->units, faults);
    if (auto counters = file.mapping("counters")) {
      load_counters(*std::move(counters), *file.node("counters"), catalog);
    }
    if (auto measures = file.mapping("measures")) {
      load_measures(*std::move(measures), *file.node("measures"), catalog, faults);
    }
    file.refuse_unknown_keys();
  }
}

}  // namespace nianbao
