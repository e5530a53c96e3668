// Checks that no pack writes: they look at what a report says in words.
#include <algorithm>
#include <array>

#include <nianbao/rule_listing.hpp>

#include "rules/source.hpp"

namespace nianbao {
namespace {

struct OwnCheck {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<OwnCheck, 5> kOwnChecks{
    {{"check/prose-against-table", "正文所说的数与表格中同一指标的数一致",
      "a figure of the text is that of the same concept in the tables; parts the text states are not more than the "
      "total"},
     {"check/stated-sum", "正文所说的合计等于它列出的各项之和",
      "a sum that the text states is that of the parts it lists"},
     {"check/share", "正文所说的百分比与所依据的数一致", "a share that the text states follows from its figures"},
     {"check/growth", "正文所说的增减与上年报告的数一致（需用 --previous 给出上年报告）",
      "growth that the text states follows from last year's report (given by --previous)"},
     {"check/blank-block", "表格的一部分全部空白，而其他部分已经填报",
      "a block of a form is wholly blank beside filled ones"}}};

/// The id without its pack.
std::string_view bare(std::string_view id) { return id.substr(id.find('/') + 1); }

template <typename Rules>
void add_ids(const Rules& rules, bool with_pack, std::vector<std::string_view>& ids) {
  for (const auto& rule : rules) {
    const std::string_view id = rule.id;
    ids.push_back(with_pack ? id : bare(id));
  }
}

}  // namespace

std::string own_check_in_words(std::string_view name, Language language) {
  const auto found = std::find_if(kOwnChecks.begin(), kOwnChecks.end(),
                                  [&](const OwnCheck& check) { return check.id == name || bare(check.id) == name; });
  if (found == kOwnChecks.end()) {
    return {};
  }
  const bool zh = language == Language::zh;
  return std::string(found->id) + (zh ? "\n要求：" : "\ndemands: ") + std::string(zh ? found->zh : found->en) +
         (zh ? "\n出处：程序自身的审核，不属于规则包\n" : "\nplace: a check of the program itself, of no rule pack\n");
}

Message rule_like(const RuleSet& rules, std::string_view name) {
  const bool with_pack = name.find('/') != std::string_view::npos;
  std::vector<std::string_view> ids;
  add_ids(rules.checks(), with_pack, ids);
  add_ids(rules.mappings(), with_pack, ids);
  add_ids(rules.prose().patterns, with_pack, ids);
  for (const auto& check : kOwnChecks) {
    ids.push_back(with_pack ? check.id : bare(check.id));
  }
  return did_you_mean(name, ids);
}

}  // namespace nianbao
