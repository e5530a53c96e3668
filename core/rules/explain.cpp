// A rule in words.
#include <algorithm>

#include <nianbao/check.hpp>
#include <nianbao/rule_listing.hpp>

#include "rules/ast.hpp"
#include "rules/listing.hpp"
#include "text/joined.hpp"

namespace nianbao {
namespace {

using ast::Node;
using ast::Op;

/// Says an expression with the names of its concepts.
class Sayer {
 public:
  Sayer(const ConceptCatalog& catalog, Language language) : catalog_(catalog), zh_(language == Language::zh) {}

  [[nodiscard]] std::string say(const Node& node) const {
    switch (node.op) {
      case Op::number:
        return node.value.to_string();
      case Op::reference:
        return reference(node);
      case Op::sum:
        return list(node, zh_ ? "、" : ", ") + (zh_ ? "各项之和" : " added up");
      case Op::blank:
        return list(node, zh_ ? "、" : ", ") + (zh_ ? "空白" : " is blank");
      case Op::known:
        return list(node, zh_ ? "、" : ", ") + (zh_ ? "已填报" : " is stated");
      case Op::count:
        return zh_ ? list(node, "、") + "中已填报的个数" : "how many of " + list(node, ", ") + " are stated";
      case Op::absolute:
        return (zh_ ? "绝对值（" : "the size of (") + list(node, "") + (zh_ ? "）" : ")");
      case Op::maximum:
        return (zh_ ? "最大者（" : "the largest of (") + list(node, zh_ ? "，" : ", ") + (zh_ ? "）" : ")");
      case Op::minimum:
        return (zh_ ? "最小者（" : "the smallest of (") + list(node, zh_ ? "，" : ", ") + (zh_ ? "）" : ")");
      case Op::round:
        return say(node.operands[0]) + (zh_ ? "（四舍五入）" : " (rounded)");
      case Op::negate:
        return "−" + say(node.operands[0]);
      case Op::implies:
        return (zh_ ? "如果" : "if ") + say(node.operands[0]) + (zh_ ? "，那么" : ", then ") + say(node.operands[1]);
      case Op::none_of:
        return (zh_ ? "并非（" : "not (") + say(node.operands[0]) + (zh_ ? "）" : ")");
      default:
        return say(node.operands[0]) + between(node.op) + say(node.operands[1]);
    }
  }

 private:
  [[nodiscard]] const char* between(Op op) const {
    switch (op) {
      case Op::add:
        return zh_ ? "＋" : " + ";
      case Op::subtract:
        return zh_ ? "－" : " − ";
      case Op::multiply:
        return zh_ ? "×" : " × ";
      case Op::divide:
        return zh_ ? "÷" : " ÷ ";
      case Op::equal:
        return zh_ ? " 等于 " : " equals ";
      case Op::not_equal:
        return zh_ ? " 不等于 " : " differs from ";
      case Op::less:
        return zh_ ? " 小于 " : " is less than ";
      case Op::less_equal:
        return zh_ ? " 不大于 " : " is not more than ";
      case Op::greater:
        return zh_ ? " 大于 " : " is more than ";
      case Op::greater_equal:
        return zh_ ? " 不小于 " : " is not less than ";
      case Op::any_of:
        return zh_ ? "，或者 " : ", or ";
      default:
        return zh_ ? "，并且 " : ", and ";
    }
  }

  [[nodiscard]] std::string list(const Node& node, const char* separator) const {
    std::vector<std::string> parts;
    for (const auto& operand : node.operands) {
      parts.push_back(say(operand));
    }
    return joined(parts, separator);
  }

  [[nodiscard]] std::string reference(const Node& node) const {
    const auto* info = catalog_.find(node.text);
    std::string name = node.text == "concept" ? (zh_ ? "该项" : "the row")
                       : info == nullptr      ? node.text
                                              : std::string(zh_ ? info->name : info->name_en);
    if (node.depth != ast::Depth::self) {
      name += zh_ ? "之下各项" : " (all below it)";
    }
    for (const auto& dim : node.dims) {
      const auto* dimension = catalog_.dimension(dim.name);
      const auto* member = dimension == nullptr ? nullptr : dimension->member(dim.member);
      const std::string every = zh_ ? "各项" : "each";
      const std::string word = dim.member == "*"   ? every
                               : member == nullptr ? dim.member
                               : zh_               ? member->name.zh
                                                   : member->name.en;
      name += zh_ ? "（" + word + "）" : " (" + word + ")";
    }
    const char* from = node.from == Operand::From::previous ? (zh_ ? "上年" : "last year's ")
                       : node.from == Operand::From::units  ? (zh_ ? "各单位" : "the units' ")
                                                            : "";
    return (zh_ ? "“" : "") + std::string(from) + name + (zh_ ? "”" : "");
  }

  const ConceptCatalog& catalog_;
  bool zh_;
};

std::string fidelity_word(Fidelity fidelity, bool zh) {
  switch (fidelity) {
    case Fidelity::exact:
      return zh ? "完全对应" : "exact";
    case Fidelity::derived:
      return zh ? "计算得出" : "derived";
    case Fidelity::approximate:
      break;
  }
  return zh ? "近似对应" : "approximate";
}

std::string basis_word(BasisKind kind, bool zh) {
  switch (kind) {
    case BasisKind::printed:
      return zh ? "表样注明" : "printed on the form";
    case BasisKind::regulation:
      return zh ? "规定" : "regulation";
    case BasisKind::inferred:
      break;
  }
  return zh ? "推定" : "inferred";
}

/// A line for each thing there is to say.
class Lines {
 public:
  void add(const std::string& label, const std::string& text) {
    if (!text.empty()) {
      text_ += label + text + "\n";
    }
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// What a rule's `each` runs over.
std::string dimension_names(const std::vector<std::string>& each, const RuleSet& rules, Language language) {
  std::vector<std::string> parts;
  for (const auto& name : each) {
    std::vector<std::string> members;
    const auto* dimension = rules.concepts().dimension(name);
    for (std::size_t i = 0; dimension != nullptr && i < dimension->members.size(); ++i) {
      members.push_back(dimension->members[i].name.in(language));
    }
    parts.push_back(members.empty() ? name
                                    : name + " (" + joined(members, language == Language::zh ? "、" : ", ") + ")");
  }
  return joined(parts, language == Language::zh ? "、" : ", ");
}

std::string explained(const CheckRule& rule, const RuleSet& rules, Language language) {
  const bool zh = language == Language::zh;
  const Sayer sayer(rules.concepts(), language);
  Lines lines;
  lines.add("", rule.id);
  lines.add(zh ? "要求：" : "demands: ", sayer.say(rule.assertion->root()));
  lines.add(zh ? "条件：" : "when: ", rule.when == nullptr ? "" : sayer.say(rule.when->root()));
  lines.add(zh ? "逐项：" : "for each: ", dimension_names(rule.each, rules, language));
  lines.add(zh ? "写法：" : "written: ", rule.assertion->text());
  lines.add(zh ? "格式：" : "formats: ", joined(rule.formats, zh ? "、" : ", "));
  lines.add(zh ? "年度：" : "years: ", years_text(rule.years));
  lines.add(zh ? "程度：" : "severity: ", severity_name(rule.severity).in(zh ? Language::zh : Language::en));
  lines.add(zh ? "容许误差：" : "tolerance: ", rule.tolerance.is_zero() ? "" : rule.tolerance.to_string());
  lines.add(zh ? "依据：" : "basis: ",
            rule.basis.in(language) + (zh ? "（" : " (") + basis_word(rule.basis_kind, zh) + (zh ? "）" : ")"));
  lines.add(zh ? "出处：" : "from: ", place_text(rule.origin));
  lines.add(zh ? "修改于：" : "changed in: ", places_text(rule.changes));
  lines.add(zh ? "锁定于：" : "locked in: ", rule.lock ? place_text(*rule.lock) : "");
  return lines.take();
}

std::string explained(const MappingRule& line, const RuleSet& rules, Language language) {
  const bool zh = language == Language::zh;
  const Sayer sayer(rules.concepts(), language);
  Lines lines;
  lines.add("", line.id);
  lines.add(zh ? "目标：" : "to: ", to_string(line.to));
  lines.add(zh ? "取自：" : "from: ",
            line.from == nullptr ? (zh ? "无，有意不对应" : "nothing, on purpose") : sayer.say(line.from->root()));
  lines.add(zh ? "条件：" : "when: ", line.when == nullptr ? "" : sayer.say(line.when->root()));
  lines.add(zh ? "写法：" : "written: ", line.from == nullptr ? "" : line.from->text());
  lines.add(zh ? "对应程度：" : "fidelity: ", line.from == nullptr ? "" : fidelity_word(line.fidelity, zh));
  lines.add(zh ? "逐项：" : "for each: ", dimension_names(line.each, rules, language));
  lines.add(zh ? "来源格式：" : "from formats: ", joined(line.from_formats, zh ? "、" : ", "));
  lines.add(zh ? "目标格式：" : "to formats: ", joined(line.to_formats, zh ? "、" : ", "));
  lines.add(zh ? "说明：" : "note: ", line.note.in(language));
  lines.add(zh ? "依据：" : "basis: ", line.basis.in(language));
  lines.add(zh ? "出处：" : "place: ", place_text(line.origin));
  lines.add(zh ? "修改于：" : "changed in: ", places_text(line.changes));
  lines.add(zh ? "锁定于：" : "locked in: ", line.lock ? place_text(*line.lock) : "");
  return lines.take();
}

std::string explained(const ProsePattern& pattern, const RuleSet& /*rules*/, Language language) {
  const bool zh = language == Language::zh;
  Lines lines;
  lines.add("", pattern.id);
  lines.add(zh ? "句式：" : "pattern: ", pattern.pattern);
  lines.add(zh ? "指标：" : "concept: ", pattern.key.id.empty() ? "" : to_string(pattern.key));
  lines.add(zh ? "计量单位：" : "unit: ", pattern.unit);
  lines.add(zh ? "填报状态：" : "states: ", pattern.status ? std::string(to_string(*pattern.status)) : "");
  lines.add(zh ? "年度：" : "years: ", years_text(pattern.years));
  lines.add(zh ? "章节：" : "sections: ", joined(context_names(pattern), zh ? "、" : ", "));
  lines.add(zh ? "依据：" : "basis: ", pattern.basis.in(language));
  lines.add(zh ? "出处：" : "place: ", place_text(pattern.origin));
  lines.add(zh ? "修改于：" : "changed in: ", places_text(pattern.changes));
  lines.add(zh ? "锁定于：" : "locked in: ", pattern.lock ? place_text(*pattern.lock) : "");
  return lines.take();
}

template <typename Rule>
void add_matching(const std::vector<Rule>& all, std::string_view name, const RuleSet& rules, Language language,
                  std::string& text) {
  for (const auto& rule : all) {
    const std::string_view id = rule.id;
    if (id == name || id.substr(id.find('/') + 1) == name) {
      text += (text.empty() ? "" : "\n") + explained(rule, rules, language);
    }
  }
}

}  // namespace

std::string rule_in_words(const RuleSet& rules, std::string_view name, Language language) {
  std::string text;
  add_matching(rules.checks(), name, rules, language, text);
  add_matching(rules.mappings(), name, rules, language, text);
  add_matching(rules.prose().patterns, name, rules, language, text);
  return text;
}

}  // namespace nianbao
