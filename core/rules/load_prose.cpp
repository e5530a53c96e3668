// prose.yaml
#include <algorithm>
#include <array>
#include <iterator>

#include "rules/load.hpp"
#include "rules/locks.hpp"
#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

constexpr std::array<std::pair<std::string_view, std::optional<ClaimKind>>, 3> kClaims{
    {{"share", ClaimKind::share}, {"sum", ClaimKind::sum}, {"growth", ClaimKind::growth}}};
constexpr std::array<std::pair<std::string_view, std::optional<Status>>, 4> kStatuses{
    {{"reported", Status::reported},
     {"blank", Status::blank},
     {"dash", Status::dash},
     {"stated_zero", Status::stated_zero}}};

/// The unit that a pattern asks for, and money where the concept counts things (or the other way about).
void refuse_other_unit(Item& item, const ProsePattern& pattern, const Catalog& catalog) {
  const auto* info = catalog.find(pattern.key.id);
  const auto measured = [&](std::string_view unit) { return catalog.unit_kind(unit) == UnitKind::measure; };
  if (pattern.unit.empty() || info == nullptr || measured(pattern.unit) == measured(info->unit)) {
    return;
  }
  const std::string wanted(info->unit);
  item.fault("unit", "unit-mismatch",
             {"计量单位不同：" + std::string(info->name) + "以“" + wanted + "”计，不能以“" + pattern.unit + "”读取",
              "Units that do not fit: " + std::string(info->id) + " is in \"" + wanted + "\", not in \"" +
                  pattern.unit + "\""});
}

ProsePattern load_pattern(OverlaidItem& overlaid, const Catalog& catalog, Arena& arena) {
  auto& item = overlaid.item;
  ProsePattern pattern;
  pattern.id = overlaid.full_id();
  pattern.pattern = item.text("pattern");
  pattern.pattern_origin = item.origin_of("pattern");
  const auto key = read_key(item, "concept", catalog, arena);
  if (key) {
    pattern.key = *key;
  }
  for (const auto& [name, member] : item.pairs("dims")) {
    const auto* dimension = catalog.dimension(name.text);
    if (dimension == nullptr || (!dimension->free && dimension->member(member.text) == nullptr)) {
      item.fault_at(
          dimension == nullptr ? name : member, "unknown-member",
          {"没有维度取值 " + name.text + "=" + member.text, "Unknown member " + name.text + "=" + member.text});
      continue;
    }
    pattern.key.dims.set(dimension->name, arena.store(member.text));
  }
  pattern.unit = item.text("unit");
  refuse_other_unit(item, pattern, catalog);
  pattern.status = item.choice("status", kStatuses, std::optional<Status>());
  pattern.claim = item.choice("claim", kClaims, std::optional<ClaimKind>());
  for (const auto& word : item.words("context")) {
    if (const auto kind = read_section_kind(item, word)) {
      pattern.context.push_back(*kind);
    }
  }
  pattern.years = item.years("years");
  for (const auto& [name, value] : item.pairs("options")) {
    pattern.options.emplace_back(name.text, value.text);
  }
  pattern.basis = item.message("basis");
  pattern.lock = overlaid.lock;
  pattern.changes = overlaid.changes;
  pattern.origin = item.origin();
  return pattern;
}

/// The word lists of all packs; lists of one name join.
class WordLists {
 public:
  WordLists(std::vector<ProseWords>& lists, RuleFaults& faults) : lists_(lists), faults_(faults) {}

  void load(const SourceFile& source) {
    auto file = whole_file(source, faults_);
    if (auto lists = file.mapping("words")) {
      for (const auto& entry : file.node("words")->entries) {
        auto words = lists->texts(entry.key);
        if (locks_.allow(entry.key, entry.key, source, entry.at, faults_)) {
          add(entry.key, std::move(words), source.origin(entry.at));
        }
      }
    }
    locks_.read(file, "lock-words", [&](const std::string& name) { return find(name) != lists_.end(); });
  }

 private:
  [[nodiscard]] std::vector<ProseWords>::iterator find(const std::string& name) {
    return std::find_if(lists_.begin(), lists_.end(), [&](const ProseWords& list) { return list.name == name; });
  }

  void add(const std::string& name, std::vector<std::string> words, RuleOrigin origin) {
    const auto known = find(name);
    if (known == lists_.end()) {
      lists_.push_back({name, std::move(words), std::move(origin)});
    } else {
      std::move(words.begin(), words.end(), std::back_inserter(known->words));
    }
  }

  std::vector<ProseWords>& lists_;
  RuleFaults& faults_;
  Locks locks_{{"词表", "Word list"}};
};

}  // namespace

ProseRules load_prose(const Packs& packs, Overlay& overlay, const Catalog& catalog, Arena& arena, RuleFaults& faults) {
  ProseRules rules;
  WordLists words(rules.words, faults);
  for (const auto& pack : packs) {
    if (pack->prose != nullptr && pack->prose->root != nullptr) {
      words.load(*pack->prose);
    }
  }
  for (auto& overlaid : overlay.items()) {
    if (overlaid.in_force) {
      auto pattern = load_pattern(overlaid, catalog, arena);
      finish(overlaid.item);
      rules.patterns.push_back(std::move(pattern));
    }
  }
  return rules;
}

}  // namespace nianbao
