#include <nianbao/rule_store.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

#include "rules/caret.hpp"
#include "rules/query_memo.hpp"
#include "rules/rule_set.hpp"
#include "rules/selection.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

/// Subfolders that are packs, by name.
std::vector<std::string> pack_folders(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (fs::exists(it->path() / "pack.yaml", error)) {
      found.push_back(it->path().string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// All faults in one text, as an Error shows them.
Error faults_error(const std::vector<RuleFault>& faults) {
  const auto number = std::to_string(faults.size());
  Error error{ErrorKind::rules,
              "rule-pack-faults",
              {"规则包有" + number + "处错误：", "The rule packs have " + number + " fault(s):"},
              faults.front().where.file,
              {}};
  for (const auto& fault : faults) {
    error.message.zh += "\n" + to_string(fault, Language::zh);
    error.message.en += "\n" + to_string(fault, Language::en);
  }
  return error;
}

class LoadedStore : public RuleStore {
 public:
  explicit LoadedStore(const std::vector<std::string>& folders) {
    RuleFaults faults;
    for (const auto& folder : folders) {
      for (const auto& path : pack_folders(folder)) {
        if (auto info = load_pack_info(path, faults)) {
          info->shadowed =
              std::any_of(packs_.begin(), packs_.end(), [&](const PackInfo& p) { return p.id == info->id; });
          packs_.push_back(*std::move(info));
        }
      }
    }
    faults_ = faults.take();
    read_.resize(packs_.size());
    const auto base = std::find_if(packs_.begin(), packs_.end(),
                                   [](const PackInfo& pack) { return !pack.shadowed && pack.id == kBasePack; });
    const auto folder = base != packs_.end() ? base->folder : std::string();
    const auto zones = folder + "/zones.tsv";
    divisions_ =
        std::make_shared<const Jurisdictions>(folder + "/jurisdictions.tsv", fs::exists(zones) ? zones : std::string());
  }

  [[nodiscard]] const std::vector<PackInfo>& packs() const noexcept override { return packs_; }
  [[nodiscard]] const std::vector<RuleFault>& faults() const noexcept override { return faults_; }
  [[nodiscard]] std::shared_ptr<const Jurisdictions> divisions() const noexcept override { return divisions_; }

  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> effective(const RuleQuery& query) const override {
    const std::lock_guard lock(mutex_);
    if (auto known = memo_.find(query)) {
      return known;
    }
    NIANBAO_TRY(auto rules, look_up(query));
    memo_.add(query, rules);
    return rules;
  }

  [[nodiscard]] std::vector<RuleFault> lint(std::string_view pack) const override {
    RuleQuery query;
    query.packs.emplace_back(pack);
    query.year = -1;  // no pack's years: only what is asked for
    const auto chosen = select_packs(packs_, query, *divisions_);
    RuleFaults faults;
    for (const auto& fault : faults_) {
      if (fault.where.pack == pack) {
        faults.append({fault});
      }
    }
    if (!chosen) {
      if (faults.empty()) {
        faults.add_error(chosen.error());
      }
      return faults.take();
    }
    add_unknown_places(pack, faults);
    const std::lock_guard lock(mutex_);
    static_cast<void>(LoadedRules::load(read(chosen.value()), faults));
    return faults.take();
  }

 private:
  /// The mutex must be held.
  [[nodiscard]] Result<std::shared_ptr<const RuleSet>> look_up(const RuleQuery& query) const {
    if (!faults_.empty()) {  // whether such a pack would apply cannot be told
      return faults_error(faults_);
    }
    NIANBAO_TRY(const auto chosen, select_packs(packs_, query, *divisions_));
    const auto known = sets_.find(chosen);
    if (known != sets_.end()) {
      return known->second;
    }
    RuleFaults faults;
    const std::shared_ptr<const RuleSet> rules = LoadedRules::load(read(chosen), faults);
    if (!faults.empty()) {
      return faults_error(faults.all());
    }
    sets_.emplace(chosen, rules);
    return rules;
  }

  /// Places of applies-to that are part of a name, or a code of nothing: such a pack never applies.
  void add_unknown_places(std::string_view pack, RuleFaults& faults) const {
    const auto info =
        std::find_if(packs_.begin(), packs_.end(), [&](const PackInfo& p) { return p.id == pack && !p.shadowed; });
    if (info == packs_.end() || !divisions_->load().ok()) {
      return;
    }
    for (const auto& place : info->applies_to.jurisdictions) {
      const bool code = place.find_first_not_of("0123456789") == std::string::npos;
      const auto like = code ? std::vector<std::string_view>() : divisions_->like(place);
      const bool known =
          code ? !divisions_->name(place + std::string(6 - std::min<std::size_t>(place.size(), 6), '0')).empty()
               : like.empty() || divisions_->find(place).name == place;
      if (!known) {
        const std::string near(like.empty() ? std::string_view() : like.front());
        faults.append({{"unknown-place",
                        {"没有行政区划“" + place + "”", "There is no jurisdiction \"" + place + "\""},
                        like.empty() ? Message{"见 GB/T 2260。", "See GB/T 2260."}
                                     : Message{"是否要写 " + near + "？", "Did you mean " + near + "?"},
                        info->origin,
                        {}}});
      }
    }
  }

  /// The packs with their files, read when first needed. The mutex must be held.
  [[nodiscard]] Packs read(const std::vector<std::size_t>& chosen) const {
    Packs packs;
    for (const auto index : chosen) {
      if (read_[index] == nullptr) {
        read_[index] = load_pack(packs_[index]);
      }
      packs.push_back(read_[index]);
    }
    return packs;
  }

  std::vector<PackInfo> packs_;
  std::vector<RuleFault> faults_;
  std::shared_ptr<const Jurisdictions> divisions_;
  mutable std::mutex mutex_;
  mutable std::vector<std::shared_ptr<const Pack>> read_;
  mutable std::map<std::vector<std::size_t>, std::shared_ptr<const RuleSet>> sets_;
  mutable QueryMemo memo_;
};

}  // namespace

std::string to_string(const RuleFault& fault, Language language) {
  std::string text = fault.where.file;
  if (fault.where.line != 0) {
    text += ":" + std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column);
  }
  text += (text.empty() ? "" : ": ") + fault.message.in(language);
  if (!fault.line.empty()) {
    text += "\n" + caret_text(fault.line, fault.where.column);
  }
  if (!fault.hint.empty()) {
    text += "\n  " + fault.hint.in(language);
  }
  return text;
}

std::shared_ptr<const RuleStore> RuleStore::load(const std::vector<std::string>& folders) {
  return std::make_shared<const LoadedStore>(folders);
}

}  // namespace nianbao
