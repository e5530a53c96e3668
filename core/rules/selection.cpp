#include "rules/selection.hpp"

#include <algorithm>

#include "rules/source.hpp"
#include "rules/whereabouts.hpp"

namespace nianbao {
namespace {

/// True if the pack applies to the report by itself.
bool applies(const PackInfo& pack, const RuleQuery& query, const Whereabouts& where, const Jurisdictions& divisions) {
  const auto& to = pack.applies_to;
  if (!to.stated) {
    return false;
  }
  const bool place = to.jurisdictions.empty() || any_holds(to.jurisdictions, where, divisions);
  const bool year = query.year == 0 || to.years.contains(query.year);
  const bool format = to.formats.empty() || std::any_of(to.formats.begin(), to.formats.end(), [&](const auto& id) {
                        return id == query.format || (!query.target.empty() && id == query.target);
                      });
  return place && year && format;
}

/// How particular a pack is: the longest code of the places it names. What no table has is smaller than all it has.
std::size_t precision(const PackInfo& pack, const Jurisdictions& divisions) {
  constexpr std::size_t kOfUnknown = 8;
  std::size_t longest = 0;
  for (const auto& place : pack.applies_to.jurisdictions) {
    if (place == kNationwide) {
      continue;
    }
    const auto code = significant_code(place, divisions);
    longest = std::max(longest, code.empty() ? kOfUnknown : code.size());
  }
  return longest;
}

class Selection {
 public:
  explicit Selection(const std::vector<PackInfo>& packs) : packs_(packs) {}

  /// Adds a pack after what it extends. `wanted_by` names the pack or key that wants it; empty: it was asked for.
  Result<void> add(const std::string& id, const std::string& wanted_by) {
    std::vector<std::size_t> chain;
    std::string next = id;
    std::string from = wanted_by;
    while (!next.empty()) {
      const auto index = find(next);
      if (index == packs_.size()) {
        return unknown(next, from);
      }
      if (std::find(chain.begin(), chain.end(), index) != chain.end()) {
        return Error{ErrorKind::rules,
                     "pack-cycle",
                     {"规则包 " + id + " 的 extends 绕回了它自身", "Pack " + id + " extends itself in a circle"},
                     packs_[index].origin.file,
                     {}};
      }
      chain.push_back(index);
      from = next;
      next = packs_[index].extends;
    }
    for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
      if (std::find(chosen_.begin(), chosen_.end(), *it) == chosen_.end()) {
        chosen_.push_back(*it);
      }
    }
    return {};
  }

  [[nodiscard]] std::vector<std::size_t> take() { return std::move(chosen_); }

 private:
  [[nodiscard]] std::size_t find(const std::string& id) const {
    const auto it =
        std::find_if(packs_.begin(), packs_.end(), [&](const PackInfo& p) { return p.id == id && !p.shadowed; });
    return static_cast<std::size_t>(it - packs_.begin());
  }

  [[nodiscard]] Error unknown(const std::string& id, const std::string& wanted_by) const {
    std::vector<std::string_view> known;
    for (const auto& pack : packs_) {
      known.push_back(pack.id);
    }
    const bool asked = wanted_by.empty();
    Error error{ErrorKind::rules,
                "unknown-pack",
                {"没有规则包“" + id + "”" + (asked ? "。" : "（" + wanted_by + "）"),
                 "There is no rule pack \"" + id + "\"" + (asked ? "." : " (" + wanted_by + ")")},
                {},
                did_you_mean(id, known)};
    if (error.hint.empty()) {
      error.hint = {"用 nianbao rules list 查看已有的规则包。", "See nianbao rules list."};
    }
    return error;
  }

  const std::vector<PackInfo>& packs_;
  std::vector<std::size_t> chosen_;
};

}  // namespace

Result<std::vector<std::size_t>> select_packs(const std::vector<PackInfo>& packs, const RuleQuery& query,
                                              const Jurisdictions& divisions) {
  Selection selection(packs);
  NIANBAO_CHECK(selection.add(std::string(kBasePack), "national"));
  const bool by_name = query.jurisdiction_code.empty() && !query.jurisdiction.empty();
  const Whereabouts where{query.jurisdiction,
                          by_name ? divisions.find(query.jurisdiction).within : query.jurisdiction_code};
  std::vector<const PackInfo*> applying;
  for (const auto& pack : packs) {
    if (!pack.shadowed && applies(pack, query, where, divisions)) {
      applying.push_back(&pack);
    }
  }
  std::stable_sort(applying.begin(), applying.end(), [&](const PackInfo* a, const PackInfo* b) {
    return precision(*a, divisions) < precision(*b, divisions);
  });
  for (const auto* pack : applying) {
    NIANBAO_CHECK(selection.add(pack->id, "applies-to"));
  }
  for (const auto& id : query.packs) {
    NIANBAO_CHECK(selection.add(id, {}));
  }
  return selection.take();
}

}  // namespace nianbao
