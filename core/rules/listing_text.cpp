// Listings for people.
#include "plugin/text_table.hpp"
#include "rules/listing.hpp"
#include "text/joined.hpp"

namespace nianbao {
namespace {

using plugin::TextTable;

/// Chooses between the two languages of a fixed text.
class Words {
 public:
  explicit Words(Language language) : language_(language) {}
  std::string operator()(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
  [[nodiscard]] const std::string& of(const Message& message) const { return message.in(language_); }

 private:
  Language language_;
};

std::string applies_text(const PackInfo& pack, const Words& say) {
  if (pack.id == "national") {
    return say("始终启用", "always");
  }
  const auto& to = pack.applies_to;
  if (!to.stated) {
    return say("仅在指定时启用", "only when asked for");
  }
  std::vector<std::string> parts;
  for (const auto& part : {joined(to.jurisdictions), years_text(to.years), joined(to.formats)}) {
    if (!part.empty()) {
      parts.push_back(part);
    }
  }
  return parts.empty() ? say("始终启用", "always") : joined(parts, "; ");
}

std::string expression_text(const std::shared_ptr<const Expression>& expression) {
  return expression == nullptr ? std::string() : expression->text();
}

/// One titled list of a rules listing. Items in a row that stand on the same basis have it before them once.
class Part {
 public:
  Part(std::string title, std::size_t number) { table_.note(std::move(title) + " (" + std::to_string(number) + ")"); }
  void row(const std::string& id, const std::string& what, const RuleOrigin& origin) {
    table_.row({"  " + id, place_text(origin), what});
  }
  void basis(const Message& basis, const Words& say) {
    if (basis.zh != last_basis_) {
      table_.note(say("  依据：", "  basis: ") + (basis.empty() ? say("未写明", "not stated") : say.of(basis)));
      last_basis_ = basis.zh;
    }
  }
  void more(const std::string& text) { table_.note("      " + text); }
  /// Where packs further down changed the rule, and where it is locked.
  void state(const RuleChanges& changes, const std::optional<RuleOrigin>& lock, const Words& say) {
    if (!changes.empty()) {
      more(say("修改于：", "changed in: ") + places_text(changes));
    }
    if (lock) {
      more(say("锁定于：", "locked in: ") + place_text(*lock));
    }
  }
  [[nodiscard]] std::string print() const { return table_.print() + "\n"; }

 private:
  TextTable table_;
  std::string last_basis_;
};

std::string concepts_part(const RuleSet& rules, const Words& say) {
  const auto& concepts = rules.concepts().concepts();
  Part part(say("指标", "Concepts"), concepts.size());
  for (const auto* info : concepts) {
    const auto* origin = rules.concept_origin(info->id);
    const auto* basis = rules.concept_basis(info->id);
    part.basis(basis == nullptr ? Message{} : *basis, say);
    part.row(std::string(info->id), std::string(info->name) + " [" + std::string(info->unit) + "]",
             origin == nullptr ? RuleOrigin{} : *origin);
  }
  return part.print();
}

std::string labels_part(const RuleSet& rules, const Words& say) {
  Part part(say("标签的其他写法", "Wordings of labels"), rules.labels().size());
  for (const auto& rule : rules.labels()) {
    part.basis(rule.basis, say);
    part.row(rule.label, joined(rule.wordings, "、"), rule.origin);
  }
  return part.print();
}

std::string headings_part(const RuleSet& rules, const Words& say) {
  Part part(say("标题", "Headings"), rules.headings().size());
  for (const auto& rule : rules.headings()) {
    part.basis(rule.basis, say);
    part.row(rule.id, std::string(to_string(rule.kind)) + " " + years_text(rule.years), rule.origin);
    part.more(joined(rule.phrases, "、"));
    part.state(rule.changes, rule.lock, say);
  }
  return part.print();
}

std::string checks_part(const RuleSet& rules, const Words& say) {
  Part part(say("审核规则", "Checks"), rules.checks().size());
  for (const auto& rule : rules.checks()) {
    part.row(rule.id, std::string(to_string(rule.severity)) + " " + joined(rule.formats), rule.origin);
    if (rule.when != nullptr) {
      part.more(say("条件：", "when: ") + rule.when->text());
    }
    part.more(expression_text(rule.assertion));
    if (!rule.tolerance.is_zero()) {
      part.more(say("容许误差：", "tolerance: ") + rule.tolerance.to_string());
    }
    part.more(say("依据：", "basis: ") + say.of(rule.basis) + " (" + std::string(to_string(rule.basis_kind)) + ")");
    part.state(rule.changes, rule.lock, say);
  }
  return part.print();
}

std::string mappings_part(const RuleSet& rules, const Words& say) {
  Part part(say("对应关系", "Mappings"), rules.mappings().size());
  for (const auto& rule : rules.mappings()) {
    part.basis(rule.basis, say);
    part.row(rule.id, to_string(rule.to), rule.origin);
    part.more(rule.from == nullptr ? say("无对应：", "unmapped: ") + say.of(rule.note)
                                   : std::string(to_string(rule.fidelity)) + ": " + rule.from->text());
    if (rule.when != nullptr) {
      part.more(say("条件：", "when: ") + rule.when->text());
    }
    if (!rule.each.empty()) {
      part.more(say("逐项：", "each: ") + joined(rule.each, "、"));
    }
    if (!rule.from_formats.empty() || !rule.to_formats.empty()) {
      part.more(say("格式：", "formats: ") + joined(rule.from_formats) + " → " + joined(rule.to_formats));
    }
    part.state(rule.changes, rule.lock, say);
  }
  return part.print();
}

std::string patterns_part(const RuleSet& rules, const Words& say) {
  Part part(say("句式", "Sentence patterns"), rules.prose().patterns.size());
  for (const auto& pattern : rules.prose().patterns) {
    part.basis(pattern.basis, say);
    part.row(pattern.id, pattern.key.id.empty() ? std::string() : to_string(pattern.key), pattern.origin);
    part.more(pattern.pattern);
    part.state(pattern.changes, pattern.lock, say);
  }
  return part.print();
}

std::string dimensions_part(const RuleSet& rules, const Words& say) {
  const auto& dimensions = rules.concepts().dimensions();
  Part part(say("维度", "Dimensions"), dimensions.size());
  for (const auto& dimension : dimensions) {
    std::vector<std::string> members;
    for (const auto& member : dimension.members) {
      members.push_back(std::string(member.id) + " " + say.of(member.name));
    }
    part.more(std::string(dimension.name) + ": " + joined(members, "、"));
  }
  return part.print();
}

std::string units_part(const RuleSet& rules, const Words& say) {
  Part part(say("计量单位", "Units"), rules.units().size());
  for (const auto& list : rules.units()) {
    std::vector<std::string> units;
    for (const auto& [unit, exponent] : list.units) {
      units.push_back(list.measure ? unit + " 10^" + std::to_string(exponent) : unit);
    }
    part.row(list.name, joined(units, "、"), list.origin);
    part.state(list.changes, std::nullopt, say);
  }
  return part.print();
}

std::string lists_part(const RuleSet& rules, const Words& say) {
  Part part(say("词表和名称", "Lists of words and names"), rules.prose().words.size() + rules.issuers().size() + 1);
  for (const auto& list : rules.prose().words) {
    part.row("<" + list.name + ">", joined(list.words, "、"), list.origin);
  }
  for (const auto& issuer : rules.issuers()) {
    part.row(issuer.name, joined(issuer.aliases, "、"), issuer.origin);
  }
  part.more(say("结构性语句：", "structure sentences: ") + joined(rules.structure_sentences(), "、"));
  return part.print();
}

std::string disabled_part(const RuleSet& rules, const Words& say) {
  if (rules.disabled().empty()) {
    return {};
  }
  Part part(say("已停用", "Disabled"), rules.disabled().size());
  for (const auto& rule : rules.disabled()) {
    part.row(rule.id, rule.by + " " + say.of(rule.reason), rule.origin);
  }
  return part.print();
}

std::string fidelity_word(Fidelity fidelity, const Words& say) {
  switch (fidelity) {
    case Fidelity::exact:
      return say("完全对应", "exact");
    case Fidelity::derived:
      return say("计算得出", "derived");
    case Fidelity::approximate:
      break;
  }
  return say("近似对应", "approximate");
}

}  // namespace

std::string packs_text(const RuleStore& store, Language language) {
  const Words say(language);
  TextTable table;
  table.row({say("规则包", "pack"), say("版本", "version"), say("名称", "title"), say("扩展自", "extends"),
             say("启用条件", "in force for"), say("位置", "from")});
  for (const auto& pack : store.packs()) {
    table.row({pack.id, pack.version, say.of(pack.title), pack.extends.empty() ? "-" : pack.extends,
               applies_text(pack, say), pack.folder});
    if (pack.shadowed) {
      table.note(say("  未用：前面已有同名规则包", "  not used: an earlier pack has this id"));
    }
  }
  for (const auto& fault : store.faults()) {
    table.note(to_string(fault, language));
  }
  return table.print();
}

std::string rules_text(const RuleSet& rules, Language language) {
  const Words say(language);
  std::vector<std::string> packs;
  for (const auto& pack : rules.packs()) {
    packs.push_back(pack.id + " " + pack.version);
  }
  return say("规则包：", "Packs: ") + joined(packs, " → ") + "\n\n" + concepts_part(rules, say) +
         dimensions_part(rules, say) + units_part(rules, say) + lists_part(rules, say) + labels_part(rules, say) +
         headings_part(rules, say) + checks_part(rules, say) + mappings_part(rules, say) + patterns_part(rules, say) +
         disabled_part(rules, say);
}

std::string mapping_text(const RuleSet& rules, const std::vector<MappingRow>& table, Language language) {
  const Words say(language);
  TextTable text;
  text.row({say("目标指标", "to"), say("名称", "name"), say("对应程度", "fidelity"), say("取自", "from")});
  const std::vector<ConceptKey>* last = nullptr;
  for (const auto& row : table) {
    const auto* info = rules.concepts().find(row.cells.front().id);
    const bool again = last != nullptr && *last == row.cells;
    last = &row.cells;
    const auto to = again ? std::string() : cells_text(row.cells);
    const std::string name =
        again || info == nullptr ? std::string() : std::string(language == Language::zh ? info->name : info->name_en);
    if (row.same_concept) {
      text.row({to, name, say("同一指标", "same concept")});
    } else if (row.line == nullptr) {
      text.row({to, name, say("无", "none"), say("没有对应关系，留空", "no line: stays blank")});
    } else if (row.line->from == nullptr) {
      text.row({to, name, say("无", "none"), say.of(row.line->note)});
    } else {
      text.row({to, name, fidelity_word(row.line->fidelity, say), row.line->from->text()});
      if (row.line->when != nullptr) {
        text.row({"", "", "", say("条件：", "when: ") + row.line->when->text()});
      }
      if (!row.line->note.empty()) {
        text.row({"", "", "", say.of(row.line->note)});
      }
    }
  }
  return text.print();
}

}  // namespace nianbao
