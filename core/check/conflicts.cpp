// Prose against tables: the same meaning, stated twice.

#include <algorithm>
#include <optional>

#include "check/run.hpp"
#include "rules/interval.hpp"

namespace nianbao::check {
namespace {

/// What the tables say of a meaning, and by which facts.
struct TableValue {
  Interval interval;
  std::vector<std::uint32_t> facts;
  bool at_least = false;  ///< some parts are blank: figures are never negative, so the true sum is no less
};

class Conflicts {
 public:
  explicit Conflicts(Run& run) : run_(run), concepts_(run.rules.concepts()) {}

  void run() {
    const auto& prose = run_.prose.facts();
    for (std::size_t i = 0; i < prose.size(); ++i) {
      const Fact& fact = run_.report.facts[prose[i]];
      const bool repeated =
          std::any_of(prose.begin(), prose.begin() + static_cast<std::ptrdiff_t>(i), [&](std::uint32_t other) {
            return run_.report.facts[other].key == fact.key && run_.report.facts[other].value == fact.value;
          });
      if (!repeated && fact.key.dims.get("span").empty()) {
        compare(prose[i]);
      }
    }
  }

 private:
  void compare(std::uint32_t stated) {
    const Figure figure = run_.prose.figure_of(stated);
    if (figure.state != FigureState::known) {
      return;
    }
    const ConceptKey& key = run_.report.facts[stated].key;
    const Interval interval = interval_of(figure, measure(key));
    std::optional<TableValue> first;
    for (const auto& table : run_.tables) {
      for (const auto& frame : table.frames) {
        ConceptKey cell = key;
        for (const auto& dim : frame) {
          cell.dims.set(dim.name, dim.member);
        }
        auto value = frame.get("span").empty() ? by_meaning(*table.source, cell, 0) : std::nullopt;
        if (value && can_equal(interval, value->interval, Decimal(0))) {
          run_.held();
          return;
        }
        const bool open = value && value->at_least && !can_be_less(interval, value->interval, Decimal(0), false);
        if (!first && !open) {
          first = std::move(value);
        }
      }
    }
    if (first) {
      report(stated, figure, *first);
    }
  }

  bool measure(const ConceptKey& key) const {
    const auto* info = concepts_.find(key.id);
    return info != nullptr && concepts_.unit_kind(info->unit) == UnitKind::measure;
  }

  /// The stated figure of a cell; a total or group that is not stated is the sum of its members.
  std::optional<TableValue> by_meaning(const FigureSource& source, const ConceptKey& key, int depth) const {
    const Figure figure = source.figure(key);
    if (figure.state == FigureState::known) {
      return TableValue{interval_of(figure, measure(key)), {figure.fact}};
    }
    if (depth > 3 || (figure.state != FigureState::absent && figure.state != FigureState::blank)) {
      return std::nullopt;
    }
    if (auto sum = sum_of_group(source, key, depth)) {
      return sum;
    }
    for (const auto& dim : key.dims) {
      std::vector<ConceptKey> members;
      for (const auto member : concepts_.sum_of(dim.name, dim.member)) {
        members.push_back(key);
        members.back().dims.set(dim.name, member);
      }
      if (auto sum = sum_of(source, members, depth)) {
        return sum;
      }
    }
    return std::nullopt;
  }

  /// A group that no cell states is the sum of its rows.
  std::optional<TableValue> sum_of_group(const FigureSource& source, const ConceptKey& key, int depth) const {
    std::vector<ConceptKey> members;
    std::vector<std::string_view> ids;
    if (concepts_.group(key.id) != nullptr) {
      source.ids_below(key.id, false, key.dims, ids);
    }
    for (const auto id : ids) {
      members.push_back({id, key.dims});
    }
    return sum_of(source, members, depth);
  }

  std::optional<TableValue> sum_of(const FigureSource& source, const std::vector<ConceptKey>& members,
                                   int depth) const {
    std::optional<TableValue> sum;
    bool blanks = false;
    for (const auto& member : members) {
      auto part = by_meaning(source, member, depth + 1);
      if (!part && source.figure(member).state != FigureState::blank) {
        return std::nullopt;
      }
      blanks = blanks || !part || part->at_least;
      if (!part) {
        continue;
      }
      if (!sum) {
        sum = std::move(part);
        continue;
      }
      sum->interval = sum->interval + part->interval;
      sum->facts.insert(sum->facts.end(), part->facts.begin(), part->facts.end());
    }
    if (sum) {
      sum->at_least = blanks;
    }
    return sum;
  }

  void report(std::uint32_t stated, const Figure& figure, const TableValue& value) {
    const Fact& prose = run_.report.facts[stated];
    const Scope table_scope = scope_of(value);
    const bool same_scope = prose.scope != Scope::unknown && prose.scope == table_scope;
    const bool other_scope = prose.scope != Scope::unknown && table_scope != Scope::unknown && !same_scope;
    Finding finding;
    finding.rule = "check/prose-against-table";
    finding.kind = FindingKind::conflict;
    finding.severity = same_scope || (prose.status == Status::stated_zero && !other_scope) ? FindingSeverity::error
                                                                                           : FindingSeverity::doubt;
    finding.message = message(stated, figure, value);
    if (finding.severity == FindingSeverity::error) {
      finding.message.zh += "请核对正文或表格。";
      finding.message.en += " Check the text or the table.";
    } else {
      const Message scopes = scopes_text(prose.scope, table_scope);
      finding.message.zh += "两者口径可能不同（" + scopes.zh + "）。如属口径差异，请在正文注明。";
      finding.message.en += " Their scopes may differ (" + scopes.en + "); if so, say it in the text.";
    }
    std::vector<std::uint32_t> facts{stated};
    facts.insert(facts.end(), value.facts.begin(), value.facts.end());
    name_facts(finding, run_.report, facts);
    run_.failed(std::move(finding));
  }

  Scope scope_of(const TableValue& value) const {
    const Fact& fact = run_.report.facts[value.facts.front()];
    if (fact.scope != Scope::unknown || fact.form >= run_.report.forms.size()) {
      return fact.scope;
    }
    // What the report says of all its data holds for a table that says nothing else.
    const auto& form = run_.report.forms[fact.form];
    const bool own = form.scope != Scope::unknown || form.instance > 1;
    return own ? form.scope : run_.report.coverage.scope;
  }

  static Message scope_name(Scope scope) {
    switch (scope) {
      case Scope::area:
        return {"全行政区域", "the whole area"};
      case Scope::body:
        return {"本机关", "the body itself"};
      case Scope::unknown:
        break;
    }
    return {"未说明的范围", "not stated"};
  }

  static Message scopes_text(Scope prose, Scope table) {
    if (prose == Scope::unknown && table == Scope::unknown) {
      return {"正文、表格均未说明口径", "neither states its scope"};
    }
    return {"正文为" + scope_name(prose).zh + "，表格为" + scope_name(table).zh,
            "text: " + scope_name(prose).en + ", table: " + scope_name(table).en};
  }

  Message message(std::uint32_t stated, const Figure& figure, const TableValue& value) const {
    const Fact& prose = run_.report.facts[stated];
    const auto name = run_.names.of(stated).meaning;
    const auto* info = concepts_.find(prose.key.id);
    const std::string unit(info != nullptr ? info->unit : std::string_view{});
    const auto cell = cell_text(value, unit);
    const std::string quote = prose.status == Status::stated_zero && !prose.text.empty()
                                  ? "（“" + std::string(prose.text) + "”）"
                                  : std::string{};
    return {
        "文字与表格不一致：正文称“" + name.zh + "”为" + figure.value.to_string() + unit + quote + "，" + cell.zh + "。",
        "Text and table differ: the text says " + figure.value.to_string() + " for “" + name.en + "”, " + cell.en +
            "."};
  }

  /// 表三“本年新收·总计”为95件; of a sum: 表四“…”25＋“…”52＝77件.
  Message cell_text(const TableValue& value, const std::string& unit) const {
    const bool sum = value.facts.size() > 1;
    const auto total = value.interval.value.decimal();
    const std::string number = total ? total->to_string() : std::string("?");
    Message parts;
    for (const auto fact : value.facts) {
      const auto& part = run_.report.facts[fact].value;
      if (sum && (!part || part->is_zero())) {
        continue;
      }
      const std::string label = "“" + run_.names.of(fact).cell() + "”";
      const std::string shown = part ? part->to_string() : std::string{};
      parts.zh += (parts.zh.empty() ? "" : "＋") + label + (sum ? shown : "");
      parts.en += (parts.en.empty() ? "" : " + ") + label + (sum ? " " + shown : "");
    }
    const Message form = run_.names.of(value.facts.front()).form;
    const Message blanks = value.at_least ? Message{"（空白单元格未计入，实际只会更大）",
                                                    " (blank cells left out, so it can only be more)"}
                                          : Message{};
    return {form.zh + parts.zh + (sum ? "＝" : "为") + number + unit + blanks.zh,
            (sum ? form.en + " has " + parts.en + " = " + number : form.en + " has " + number + " for " + parts.en) +
                blanks.en};
  }

  Run& run_;
  const ConceptCatalog& concepts_;
};

}  // namespace

void check_prose_against_tables(Run& run) { Conflicts(run).run(); }

}  // namespace nianbao::check
