// Rules that are right and of no use.
#include <algorithm>
#include <map>
#include <set>

#include <nianbao/rule_trial.hpp>

#include "check/run.hpp"
#include "rules/source.hpp"
#include "trial/form_cells.hpp"

namespace nianbao {
namespace {

class IdleRules {
 public:
  IdleRules(const RuleSet& rules, const std::vector<const Template*>& templates)
      : rules_(rules), templates_(templates) {
    for (const auto* format : templates) {
      cells_.emplace_back(*format, FormCells::Variants::take_in);
      ids_.push_back(format->id);
    }
  }

  std::vector<RuleFault> run() {
    std::map<std::string, const CheckRule*> checks;
    for (const auto& rule : rules_.checks()) {
      look_at_formats(rule.formats, rule.id, rule.origin);
      if (rule.assertion != nullptr && speaks_of_nothing(rule)) {
        note(
            "no-cell", rule.origin,
            {"规则 " + rule.id + " 所说的数据，任何格式都没有", "Rule " + rule.id + " speaks of no cell of any format"},
            {"请核对指标和维度，以及 formats。", "Check its concepts, dimensions and formats."});
      }
      const auto [same, added] = checks.try_emplace(signature(rule), &rule);
      if (!added) {
        note("same-rule", rule.origin,
             {"规则 " + rule.id + " 与 " + same->second->id + " 内容相同",
              "Rule " + rule.id + " demands the same as " + same->second->id},
             {"删去其中一条，或用 override 修改原规则。", "Remove one, or change the other by override."});
      }
    }
    look_at_mappings();
    return std::move(notes_);
  }

 private:
  void note(const char* code, const RuleOrigin& where, Message message, Message hint = {}) {
    notes_.push_back({code, std::move(message), std::move(hint), where, {}});
  }

  void look_at_formats(const std::vector<std::string>& formats, const std::string& id, const RuleOrigin& where) {
    for (const auto& format : formats) {
      if (std::find(ids_.begin(), ids_.end(), format) == ids_.end()) {
        note("unknown-format", where,
             {"规则 " + id + "：没有格式“" + format + "”", "Rule " + id + ": there is no format \"" + format + "\""},
             did_you_mean(format, ids_));
      }
    }
  }

  /// True if no format the rule is for has a cell it asks for. Groups that only prose states count as cells.
  [[nodiscard]] bool speaks_of_nothing(const CheckRule& rule) const {
    for (std::size_t i = 0; i < templates_.size(); ++i) {
      if (!check::is_for_format(rule, templates_, templates_[i]->id)) {
        continue;
      }
      for (const auto& round : rounds_of(rule.each, rule.concepts, rules_.concepts(), cells_[i])) {
        if (!rule.assertion->evaluate(cells_[i], round).not_applicable) {
          return false;
        }
      }
    }
    return true;
  }

  static std::string signature(const CheckRule& rule) {
    std::string text = rule.assertion == nullptr ? std::string() : rule.assertion->text();
    text += rule.when == nullptr ? "|" : "|" + rule.when->text();
    for (const auto* list : {&rule.each, &rule.concepts, &rule.formats}) {
      text += "|";
      for (const auto& word : *list) {
        text += word + ",";
      }
    }
    return text + std::to_string(rule.years.from) + ".." + std::to_string(rule.years.to);
  }

  void look_at_mappings() {
    std::map<std::string, const MappingRule*> lines;
    for (const auto& line : rules_.mappings()) {
      look_at_formats(line.from_formats, line.id, line.origin);
      look_at_formats(line.to_formats, line.id, line.origin);
      if (line.from != nullptr && !leads_anywhere(line)) {
        note("no-cell", line.origin,
             {"对应关系 " + line.id + " 的目标，任何格式都没有",
              "Mapping line " + line.id + " leads to no cell of any format"});
      }
      const auto [before, added] = lines.try_emplace(signature(line), &line);
      if (!added) {
        note("never-reached", line.origin,
             {"对应关系 " + line.id + " 排在条件和来源都相同的 " + before->second->id + " 之后，永远用不到",
              "Mapping line " + line.id + " stands behind " + before->second->id +
                  ", which says the same: it is never used"});
      }
    }
  }

  [[nodiscard]] bool leads_anywhere(const MappingRule& line) const {
    return std::any_of(cells_.begin(), cells_.end(), [&](const FormCells& cells) {
      return std::any_of(cells.keys().begin(), cells.keys().end(),
                         [&](const ConceptKey& key) { return round_to(line, key).has_value(); });
    });
  }

  static std::string signature(const MappingRule& line) {
    std::string text = to_string(line.to) + "|" + (line.from == nullptr ? std::string() : line.from->text()) + "|" +
                       (line.when == nullptr ? std::string() : line.when->text());
    for (const auto* list : {&line.each, &line.from_formats, &line.to_formats}) {
      text += "|";
      for (const auto& word : *list) {
        text += word + ",";
      }
    }
    return text;
  }

  const RuleSet& rules_;
  const std::vector<const Template*>& templates_;
  std::vector<FormCells> cells_;
  std::vector<std::string_view> ids_;
  std::vector<RuleFault> notes_;
};

}  // namespace

std::vector<RuleFault> idle_rules(const RuleSet& rules, const std::vector<const Template*>& templates) {
  return IdleRules(rules, templates).run();
}

}  // namespace nianbao
