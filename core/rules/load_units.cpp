// units.yaml
#include <algorithm>

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
  UnitLists(std::vector<UnitList>& lists, RuleFaults& faults) : lists_(lists), faults_(faults) {}

  void load(const SourceFile& source) {
    auto file = whole_file(source, faults_);
    for (const auto& name : file.words("remove-units")) {
      remove(name, file);
    }
    if (auto counters = file.mapping("counters")) {
      for (const auto& entry : file.node("counters")->entries) {
        auto words = counters->words(entry.key);
        if (auto* list = list_to_change(entry, false, source)) {
          for (const auto& word : words) {
            add(*list, word, 0, source);
          }
        }
      }
    }
    if (auto measures = file.mapping("measures")) {
      for (const auto& entry : file.node("measures")->entries) {
        load_measure(entry, measures->pairs(entry.key), source);
      }
    }
    locks_.read(file, "lock-units", [&](const std::string& name) { return find(name) != lists_.end(); });
    file.refuse_unknown_keys();
  }

  void fill(UnitTable& table) const {
    for (const auto& list : lists_) {
      std::vector<std::string> words;
      for (const auto& [unit, exponent] : list.units) {
        if (list.measure) {
          table.add_measure(list.name, unit, exponent);
        }
        words.push_back(unit);
      }
      if (!list.measure) {
        table.add_counters(words);
      }
    }
  }

 private:
  [[nodiscard]] std::vector<UnitList>::iterator find(const std::string& name) {
    return std::find_if(lists_.begin(), lists_.end(), [&](const UnitList& list) { return list.name == name; });
  }

  /// The list of this name, a new one if there is none; null if it is locked.
  UnitList* list_to_change(const yaml::Node::Entry& entry, bool measure, const SourceFile& source) {
    if (!locks_.allow(entry.key, entry.key, source, entry.at, faults_)) {
      return nullptr;
    }
    const auto known = find(entry.key);
    if (known == lists_.end()) {
      lists_.push_back({entry.key, measure, {}, source.origin(entry.at), {}});
      return &lists_.back();
    }
    if (known->measure != measure) {
      faults_.add(source, entry.at, "unit-twice",
                  {"“" + entry.key + "”不能既是量词列表，又是同一种量的单位",
                   "\"" + entry.key + "\" cannot be both a list of counters and a quantity"});
      return nullptr;
    }
    known->changes.push_back(source.origin(entry.at));
    return &*known;
  }

  /// A unit may be in several lists of counters, but its factor is one, and of one quantity.
  void add(UnitList& list, const Word& unit, int exponent, const SourceFile& source) {
    for (const auto& other : lists_) {
      const auto known = std::find_if(other.units.begin(), other.units.end(),
                                      [&](const auto& given) { return given.first == unit.text; });
      const bool same = &other == &list && known != other.units.end() && known->second == exponent;
      if (same) {
        return;
      }
      if (known != other.units.end() && (list.measure || other.measure)) {
        faults_.add(source, unit.at, "unit-twice",
                    {"计量单位“" + unit.text + "”已列在“" + other.name + "”之下，不能改动",
                     "Unit \"" + unit.text + "\" is already listed under \"" + other.name + "\" and cannot be changed"},
                    {"已定义于 " + other.origin.file + ":" + std::to_string(other.origin.line) + "。",
                     "Defined at " + other.origin.file + ":" + std::to_string(other.origin.line) + "."});
        return;
      }
    }
    list.units.emplace_back(unit.text, exponent);
  }

  void load_measure(const yaml::Node::Entry& quantity, const std::vector<std::pair<Word, Word>>& units,
                    const SourceFile& source) {
    auto* list = list_to_change(quantity, true, source);
    for (const auto& [unit, factor] : units) {
      const auto exponent = exponent_of(factor.text);
      if (!exponent) {
        faults_.add(source, factor.at, "bad-factor",
                    {"“" + factor.text + "”不是10的整数次幂", "\"" + factor.text + "\" is no power of ten"},
                    {"写法如 10000 或 0.01。", "Write 10000 or 0.01."});
      } else if (list != nullptr) {
        add(*list, unit, *exponent, source);
      }
    }
  }

  void remove(const Word& name, Item& file) {
    const auto known = find(name.text);
    if (known == lists_.end()) {
      std::vector<std::string_view> names;
      for (const auto& list : lists_) {
        names.push_back(list.name);
      }
      file.fault_at(
          name, "unknown-id",
          {"所扩展的规则包中没有“" + name.text + "”", "No pack that this one extends has \"" + name.text + "\""},
          did_you_mean(name.text, names));
    } else if (locks_.allow(name.text, name.text, file.file(), name.at, faults_)) {
      lists_.erase(known);
    }
  }

  std::vector<UnitList>& lists_;
  RuleFaults& faults_;
  Locks locks_{{"计量单位组", "The list of units"}};
};

}  // namespace

std::vector<UnitList> load_units(const Packs& packs, Catalog& catalog, RuleFaults& faults) {
  std::vector<UnitList> units;
  UnitLists lists(units, faults);
  for (const auto& pack : packs) {
    if (pack->units != nullptr && pack->units->root != nullptr) {
      lists.load(*pack->units);
    }
  }
  lists.fill(catalog.units);
  return units;
}

}  // namespace nianbao
