// Headings, labels, issuers and patterns without effect.
#include <algorithm>
#include <map>
#include <set>

#include <nianbao/sdk/text.hpp>

#include "trial/rule_notes.hpp"

namespace nianbao {
namespace {

std::string key_of(std::string_view text) { return label_key(text).key; }

bool overlap(const YearRange& a, const YearRange& b) {
  return (a.to == 0 || b.from <= a.to) && (b.to == 0 || a.from <= b.to);
}

/// The labels that formats print, and the other wordings that templates list for them.
class PrintedLabels {
 public:
  explicit PrintedLabels(const std::vector<const Template*>& templates) {
    for (const auto* format : templates) {
      own_.emplace_back();
      for (const auto& form : format->forms) {
        add_own({form.caption});
        for (const auto& block : form.blocks) {
          add_block(block);
        }
      }
    }
  }
  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
  [[nodiscard]] bool has(const std::string& key) const { return all_.count(key) != 0; }
  /// True if one format prints both as labels of their own.
  [[nodiscard]] bool print_both(const std::string& a, const std::string& b) const {
    return std::any_of(own_.begin(), own_.end(),
                       [&](const auto& labels) { return labels.count(a) != 0 && labels.count(b) != 0; });
  }

 private:
  using Labels = std::vector<std::string_view>;

  void add_block(const TemplateBlock& block) {
    add_own({block.heading, block.corner});
    add_all(block.rows);
    add_all(block.columns);
    add_all(block.groups);
  }

  template <typename Parts>
  void add_all(const Parts& parts) {
    for (const auto& part : parts) {
      add_own(part.path);
      for (const auto alias : part.aliases) {
        all_.insert(key_of(alias));
      }
    }
  }

  void add_own(const Labels& labels) {
    for (const auto label : labels) {
      own_.back().insert(key_of(label));
      all_.insert(key_of(label));
    }
  }

  std::vector<std::set<std::string>> own_;  // of each format
  std::set<std::string> all_;
};

class IdleWords {
 public:
  IdleWords(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes)
      : rules_(rules), forms_(forms), notes_(notes), printed_(forms.templates) {}

  void run() {
    look_at_headings();
    look_at_labels();
    look_at_issuers();
    look_at_patterns();
  }

 private:
  void look_at_headings() {
    std::map<std::string, std::vector<const HeadingRule*>> by_phrase;
    for (const auto& rule : rules_.headings()) {
      bool any = false;
      for (const auto& phrase : rule.phrases) {
        const auto key = key_of(phrase);
        any |= !key.empty();
        if (!key.empty()) {
          look_at_phrase(phrase, rule, by_phrase[key]);
        }
      }
      if (!any) {
        notes_.add("no-phrase", rule.origin,
                   {"标题 " + rule.id + " 没有任何写法", "Heading " + rule.id + " has no phrase"},
                   {"请在 phrases 中写出标题的文字。", "Give the heading's text under phrases."});
      }
    }
  }

  void look_at_phrase(const std::string& phrase, const HeadingRule& rule, std::vector<const HeadingRule*>& others) {
    const auto other = std::find_if(others.begin(), others.end(),
                                    [&](const HeadingRule* known) { return overlap(known->years, rule.years); });
    if (other == others.end()) {
      others.push_back(&rule);
      return;
    }
    const bool same_section = (*other)->kind == rule.kind;
    notes_.add("phrase-twice", rule.origin,
               {"标题写法“" + phrase + "”已在 " + (*other)->id + " 中" + (same_section ? "" : "用于另一种章节"),
                "Heading \"" + phrase + "\" stands in " + (*other)->id + " already" +
                    (same_section ? "" : ", for another section")},
               {"请删去其中一处，或用 years 分开。", "Remove one of them, or part them by years."});
  }

  void look_at_labels() {
    for (const auto& rule : rules_.labels()) {
      const auto label = key_of(rule.label);
      if (!printed_.empty() && !printed_.has(label) && !is_wording(label)) {
        notes_.add("unknown-label", rule.origin,
                   {"任何格式都没有标签“" + rule.label + "”", "No format prints the label \"" + rule.label + "\""},
                   {"请照格式的表样写标签。", "Write the label as the format prints it."});
      }
      for (const auto& wording : rule.wordings) {
        const auto key = key_of(wording);
        if (key != label && printed_.print_both(key, label)) {
          notes_.add("wording-is-label", rule.origin,
                     {"“" + wording + "”本身就是表样上的标签，作为“" + rule.label + "”的写法不起作用",
                      "\"" + wording + "\" is a label of a form itself: as a wording of \"" + rule.label +
                          "\" it has no effect"});
        }
      }
    }
  }

  /// Labels may be wordings of others.
  [[nodiscard]] bool is_wording(const std::string& label) const {
    return rules_.vocabulary().canonical_label(label) != label;
  }

  void look_at_issuers() {
    std::map<std::string, const IssuerRule*> known;
    for (const auto& rule : rules_.issuers()) {
      for (const auto& alias : rule.aliases) {
        const auto [other, added] = known.try_emplace(key_of(alias), &rule);
        if (!added && other->second != &rule) {
          notes_.add(
              "alias-twice", rule.origin,
              {"“" + alias + "”同时是“" + other->second->name + "”和“" + rule.name + "”的别名",
               "\"" + alias + "\" is another name of both \"" + other->second->name + "\" and \"" + rule.name + "\""},
              {"一个别名只能指一个机关。", "Another name stands for one issuer."});
        }
      }
    }
  }

  void look_at_patterns() {
    for (const auto& pattern : rules_.prose().patterns) {
      for (const auto& dimension : pattern.key.dims) {
        if (forms_.print(pattern.key.id) && !forms_.print_with(pattern.key.id, dimension.name)) {
          notes_.add(
              "no-such-dimension", pattern.origin,
              {"句式 " + pattern.id + " 的指标在任何格式中都不分“" + std::string(dimension.name) + "”",
               "Pattern " + pattern.id + ": its concept has \"" + std::string(dimension.name) + "\" in no format"},
              {"请核对 concept 和 dims。", "Check concept and dims."});
        }
      }
    }
  }

  const RuleSet& rules_;
  const FormsAtHand& forms_;
  RuleNotes& notes_;
  PrintedLabels printed_;
};

}  // namespace

void note_idle_words(const RuleSet& rules, const FormsAtHand& forms, RuleNotes& notes) {
  IdleWords(rules, forms, notes).run();
}

}  // namespace nianbao
