#include <algorithm>

#include "outline/names.hpp"
#include "pipeline/extraction.hpp"
#include "rules/selection.hpp"

namespace nianbao {
namespace {

Error no_jurisdiction(std::string_view asked, bool code, const std::vector<std::string_view>& like) {
  Message known;
  for (const auto name : like) {
    known.zh += (known.zh.empty() ? "" : "、") + std::string(name);
    known.en += (known.en.empty() ? "" : ", ") + std::string(name);
  }
  const std::string text(asked);
  Error error{ErrorKind::usage,
              "unknown-jurisdiction",
              {"没有行政区划" + std::string(code ? "代码" : "") + "“" + text + "”。",
               "There is no jurisdiction " + std::string(code ? "of the code " : "") + "\"" + text + "\"."},
              "",
              {"请写名称的全称（如 山西省）或六位代码（如 140000）。",
               "Give its full name, such as 山西省, or its six-digit code, such as 140000."}};
  if (!known.empty()) {
    error.hint = {"是否要写 " + known.zh + "？", "Did you mean " + known.en + "?"};
  }
  return error;
}

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
  return {};
}

Result<const OutlineReader*> RuleCaches::outline_reader(const std::shared_ptr<const RuleSet>& rules) {
  const std::lock_guard lock(mutex_);
  NIANBAO_CHECK(load_outline_rules());
  auto it = readers_.find(rules);
  if (it == readers_.end()) {
    it = readers_.emplace(rules, OutlineReader(*outline_rules_, rules->headings(), engine_.rules().divisions())).first;
  }
  return &it->second;
}

Result<void> RuleCaches::expect_jurisdiction(std::string_view name_or_code) {
  const std::lock_guard lock(mutex_);
  NIANBAO_CHECK(load_outline_rules());
  const auto divisions = engine_.rules().divisions();
  NIANBAO_CHECK(divisions->load());
  const bool code = name_or_code.find_first_not_of("0123456789") == std::string_view::npos;
  const bool known = code ? !divisions->name(name_or_code).empty()
                          : !divisions->find(name_or_code).name.empty() ||
                                is_area(fold(name_or_code).chars(), outline_rules_->words());
  if (known) {
    return {};
  }
  return no_jurisdiction(name_or_code, code, divisions->like(name_or_code));
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
