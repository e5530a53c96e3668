#include "convert/wording.hpp"

#include <nianbao/concept_catalog.hpp>

namespace nianbao::wording {
namespace {

/// `a` and `b` with `separator` between, for lists in both languages.
void append(Message& list, const std::string& zh, const std::string& en) {
  list.zh += (list.zh.empty() ? "" : "、") + zh;
  list.en += (list.en.empty() ? "" : ", ") + en;
}

Message state_name(FigureState state) {
  switch (state) {
    case FigureState::blank:
      return {"空白", "blank"};
    case FigureState::dash:
      return {"斜线", "a dash"};
    case FigureState::unsettled:
      return {"待核实", "not settled"};
    case FigureState::absent:
      return {"没有", "absent"};
    case FigureState::known:
      break;
  }
  return {};
}

Message lacking_figures(const RuleSet& rules, const Evaluation& outcome) {
  Message list;
  for (const auto index : outcome.lacking) {
    const auto& operand = outcome.operands[index];
    const Message state = state_name(operand.figure.state);
    append(list, "“" + name(rules, operand.key, Language::zh) + "”" + state.zh,
           name(rules, operand.key, Language::en) + " is " + state.en);
  }
  return list;
}

/// The signed sum of the operands, if that is what the value is.
bool is_plain_sum(const Evaluation& outcome) {
  Decimal total;
  for (const auto& operand : outcome.operands) {
    const auto& value = operand.figure.value;
    const auto next = operand.subtracted ? Decimal::subtract(total, value) : Decimal::add(total, value);
    if (operand.figure.state != FigureState::known || !next) {
      return false;
    }
    total = *next;
  }
  return outcome.value == total;
}

std::string candidates_of(const Fact& fact) {
  std::string list;
  for (const auto& candidate : fact.candidates) {
    list += (list.empty() ? "" : "／") + candidate.to_string();
  }
  return list;
}

Message with_note(Message message, const MappingRule* rule) {
  if (rule != nullptr && !rule->note.empty()) {
    message.zh += "：" + rule->note.zh;
    message.en += ": " + rule->note.en;
  }
  return message;
}

Message suspect_reason(const Fact& fact) {
  const auto list = candidates_of(fact);
  if (list.empty()) {
    return {"待核实：原文有几种读法", "not settled: the text can be read in several ways"};
  }
  return {"待核实：原文可读作 " + list, "not settled: the text can be read as " + list};
}

/// A suspect figure is placed where that is asked for, and where it stood in the same form.
Message same_concept(const Fact& fact) {
  Message message{"指标相同", "the same concept"};
  if (fact.reading == Reading::suspect) {
    const auto open = suspect_reason(fact);
    message = {message.zh + "；" + open.zh, message.en + "; " + open.en};
  }
  return message;
}

}  // namespace

std::string name(const RuleSet& rules, const ConceptKey& key, Language language) {
  return concept_name(rules.concepts(), key).in(language);
}

std::string printed(const Decimal& value, std::string_view unit, std::string_view note, std::string_view asked,
                    const ConceptCatalog& catalog) {
  const auto shift = asked.empty() ? std::optional<int>(0) : catalog.unit_shift(unit, asked);
  const auto shifted = shift ? value.shifted(*shift) : std::nullopt;
  std::string text = shifted ? shifted->to_string() : value.to_string() + "（" + std::string(unit) + "）";
  if (!note.empty()) {
    text += "（" + std::string(note) + "）";
  }
  return text;
}

std::string formula(const RuleSet& rules, const MappingRule& line, const Evaluation& outcome, Language language) {
  std::string terms;
  const bool sum = is_plain_sum(outcome);
  for (const auto& operand : outcome.operands) {
    if (operand.figure.state != FigureState::known) {
      continue;
    }
    const bool zh = language == Language::zh;
    const std::string sign = !sum ? (zh ? "，" : ", ") : operand.subtracted ? (zh ? "－" : " - ") : (zh ? "＋" : " + ");
    terms += terms.empty() && !operand.subtracted ? "" : sign;
    terms += name(rules, operand.key, language) + (zh ? "" : " ") + operand.figure.value.to_string();
  }
  return sum ? terms : line.from->text() + (language == Language::zh ? "：" : ": ") + terms;
}

Message not_assessable(const RuleSet& rules, const MappingRule& line, const Evaluation& outcome) {
  const Message lacking = lacking_figures(rules, outcome);
  if (!lacking.empty()) {
    return {"无法计算：" + lacking.zh, "cannot be computed: " + lacking.en};
  }
  if (outcome.truth == false) {
    return with_note({"对应条件不成立（" + line.when->text() + "）",
                      "the condition of the mapping does not hold (" + line.when->text() + ")"},
                     &line);
  }
  return {"无法计算：" + line.from->text(), "cannot be computed: " + line.from->text()};
}

Message fact_reason(FactReason why, const Fact& fact, const Report& source, const MappingRule* rule) {
  switch (why) {
    case FactReason::same_concept:
      return fact.source == Source::prose ? from_prose() : same_concept(fact);
    case FactReason::mapping:
      return with_note({"按对应关系计算", "computed by a mapping"}, rule);
    case FactReason::in_text:
      return {"文字保留在正文中", "the sentence that states it stays in the text"};
    case FactReason::already_placed:
      return {"该数据已经填入，文字保留在原处", "the figure is already placed; this one stays where it stands"};
    case FactReason::source_blank:
      return {"来源空白", "blank in the source"};
    case FactReason::suspect:
      return suspect_reason(fact);
    case FactReason::rounded:
      return {"约数，不填入表格", "a rounded figure is not placed"};
    case FactReason::other_year: {
      const auto year = std::to_string(fact.year.value_or(0));
      return {"是" + year + "年的数据，不是报告年度的", "a figure of " + year + ", not of the report's year"};
    }
    case FactReason::cumulative:
      return {"历年累计数，不是本年度的", "an accumulated figure, not of the report's year"};
    case FactReason::other_scope:
      return {"统计口径不同或不能确定", "the figure is of another scope, or its scope is not certain"};
    case FactReason::other_instance: {
      const auto number = std::to_string(fact.form == Fact::kNoForm ? 1 : source.forms[fact.form].instance);
      return {"同一张表出现多次，本数据取自第" + number + "张",
              "the form stands in the report more than once; this figure is from number " + number};
    }
    case FactReason::differs:
      return {"与已填入的数据不一致", "it differs from the figure that is placed"};
    case FactReason::beside_table:
      return {"来源有这张表，正文数据不填入表格", "the source has this table; prose does not fill it"};
    case FactReason::other_meaning:
      return {"两种格式中该指标含义不同", "the two formats print the concept with different meanings"};
    case FactReason::approximate:
      return with_note({"只有近似对应，未填入", "corresponds approximately only: not placed"}, rule);
    case FactReason::held_back:
      return with_note({"按选项只填完全对应的数据", "only exact figures are placed, as asked"}, rule);
    case FactReason::not_assessable:
      return with_note({"有对应关系，但所需数据不全或条件不成立",
                        "a mapping speaks of it, but lacks figures or its condition does not hold"},
                       rule);
    case FactReason::no_concept:
      return {"目标格式没有这个指标", "the target format has no such concept"};
  }
  return {};
}

Message blank_reason(BlankReason why, const CellState& state, bool lost, bool has_forms) {
  switch (why) {
    case BlankReason::source_blank:
      return lost ? Message{"来源报告缺少这一格", "the report lacks this cell"}
                  : Message{"来源空白", "blank in the source"};
    case BlankReason::no_concept:
      return with_note(
          has_forms ? Message{"来源格式没有这个指标", "the source's format has no such concept"}
                    : Message{"来源没有表格，正文没有写明", "the source has no table and its text does not state it"},
          state.unmapped);
    case BlankReason::not_assessable:
      return state.obstacle;
    case BlankReason::offered_only:
      return {"有可供参考的数据，未填入", "there are figures to consider; none was placed"};
  }
  return {};
}

Message from_prose() { return {"取自正文", "taken from the text"}; }

}  // namespace nianbao::wording
