// units.yaml
#include <algorithm>
#include <iterator>
#include <map>

#include "rules/load.hpp"
#include "rules/locks.hpp"

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

/// The lists of counters and the quantities of all packs, before they become a UnitTable.
class UnitLists {
 public:
  explicit UnitLists(RuleFaults& faults) : faults_(faults) {}

  void load(const SourceFile& source) {
    auto file = whole_file(source, faults_);
    for (const auto& name : file.words("remove-units")) {
      remove(name, file);
    }
    if (auto counters = file.mapping("counters")) {
      for (const auto& entry : file.node("counters")->entries) {
        auto words = counters->texts(entry.key);
        if (locks_.allow(entry.key, entry.key, source, entry.at, faults_)) {
          std::move(words.begin(), words.end(), std::back_inserter(counters_[entry.key]));
        }
      }
    }
    if (auto measures = file.mapping("measures")) {
      for (const auto& entry : file.node("measures")->entries) {
        load_measure(entry, measures->pairs(entry.key), source);
      }
    }
    locks_.read(file, "lock-units", [&](const std::string& name) { return is_known(name); });
    file.refuse_unknown_keys();
  }

  void fill(UnitTable& table) const {
    for (const auto& [name, words] : counters_) {
      table.add_counters(words);
    }
    for (const auto& [quantity, units] : measures_) {
      for (const auto& [unit, exponent] : units) {
        table.add_measure(quantity, unit, exponent);
      }
    }
  }

 private:
  [[nodiscard]] bool is_known(const std::string& name) const {
    return counters_.count(name) != 0 || measures_.count(name) != 0;
  }

  void load_measure(const yaml::Node::Entry& quantity, const std::vector<std::pair<Word, Word>>& units,
                    const SourceFile& source) {
    const bool allowed = locks_.allow(quantity.key, quantity.key, source, quantity.at, faults_);
    for (const auto& [unit, factor] : units) {
      const auto exponent = exponent_of(factor.text);
      if (!exponent) {
        faults_.add(source, factor.at, "bad-factor",
                    {"“" + factor.text + "”不是10的整数次幂", "\"" + factor.text + "\" is no power of ten"},
                    {"写法如 10000 或 0.01。", "Write 10000 or 0.01."});
      } else if (allowed) {
        measures_[quantity.key][unit.text] = *exponent;
      }
    }
  }

  void remove(const Word& name, Item& file) {
    if (!is_known(name.text)) {
      std::vector<std::string_view> known;
      for (const auto& [list, words] : counters_) {
        known.push_back(list);
      }
      for (const auto& [quantity, units] : measures_) {
        known.push_back(quantity);
      }
      file.fault_at(
          name, "unknown-id",
          {"所扩展的规则包中没有“" + name.text + "”", "No pack that this one extends has \"" + name.text + "\""},
          did_you_mean(name.text, known));
    } else if (locks_.allow(name.text, name.text, file.file(), name.at, faults_)) {
      counters_.erase(name.text);
      measures_.erase(name.text);
    }
  }

  RuleFaults& faults_;
  Locks locks_{{"计量单位组", "The list of units"}};
  std::map<std::string, std::vector<std::string>> counters_;
  std::map<std::string, std::map<std::string, int>> measures_;
};

}  // namespace

void load_units(const Packs& packs, Catalog& catalog, RuleFaults& faults) {
  UnitLists lists(faults);
  for (const auto& pack : packs) {
    if (pack->units != nullptr && pack->units->root != nullptr) {
      lists.load(*pack->units);
    }
  }
  lists.fill(catalog.units);
}

}  // namespace nianbao
