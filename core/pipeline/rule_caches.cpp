#include <algorithm>

#include "pipeline/extraction.hpp"

namespace nianbao {
namespace {

constexpr std::string_view kBasePack = "national";

}  // namespace

RuleCaches::RuleCaches(const Engine& engine) : engine_(engine) {}

Result<void> RuleCaches::load_outline_rules() {
  if (outline_rules_ != nullptr) {
    return {};
  }
  const auto& packs = engine_.rules().packs();
  const auto base = std::find_if(packs.begin(), packs.end(), [](const PackInfo& pack) { return pack.id == kBasePack; });
  if (base == packs.end()) {
    return Error{ErrorKind::rules,
                 "no-base-pack",
                 {"找不到基础规则包 national。", "The base rule pack, national, is missing."},
                 "",
                 {"请检查安装是否完整（nianbao rules list）。",
                  "Check that the installation is complete (nianbao rules list)."}};
  }
  NIANBAO_TRY(auto rules, OutlineRules::load(base->folder + "/outline.yaml"));
  outline_rules_ = std::make_unique<OutlineRules>(std::move(rules));
  jurisdictions_ = std::make_shared<const Jurisdictions>(base->folder + "/jurisdictions.tsv");
  return {};
}

Result<const OutlineReader*> RuleCaches::outline_reader(const std::shared_ptr<const RuleSet>& rules) {
  const std::lock_guard lock(mutex_);
  NIANBAO_CHECK(load_outline_rules());
  auto it = readers_.find(rules);
  if (it == readers_.end()) {
    it = readers_.emplace(rules, OutlineReader(*outline_rules_, rules->headings(), jurisdictions_)).first;
  }
  return &it->second;
}

const CheckPlan& RuleCaches::check_plan(const std::shared_ptr<const RuleSet>& rules) {
  const std::lock_guard lock(mutex_);
  auto& plan = plans_[rules];
  if (plan == nullptr) {
    plan = std::make_unique<const CheckPlan>(rules, all_templates(engine_));
  }
  return *plan;
}

const forms::LabelLexicon& RuleCaches::lexicon() {
  const std::lock_guard lock(mutex_);
  if (lexicon_ == nullptr) {
    lexicon_ = std::make_unique<const forms::LabelLexicon>(all_templates(engine_));
  }
  return *lexicon_;
}

std::vector<const Template*> all_templates(const Engine& engine) {
  std::vector<const Template*> all;
  for (const auto& format : engine.templates().templates) {
    all.push_back(format.get());
  }
  return all;
}

}  // namespace nianbao
