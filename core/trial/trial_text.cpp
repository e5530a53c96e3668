// What came of trying out rules, for people.
#include <algorithm>
#include <map>

#include <nianbao/rule_trial.hpp>

#include "plugin/text_table.hpp"
#include "rules/listing.hpp"

namespace nianbao {
namespace {

using plugin::TextTable;

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) {
    return "—";
  }
  const auto tenths = part * 1000 / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

/// `fujian-legacy 2016..` where the form changed over the years.
std::string name_of(const Template& format, const YearRange& generation) {
  return std::string(format.id) + (generation.open() ? "" : " " + years_text(generation));
}

void list_cells(TextTable& table, const std::vector<ConceptKey>& cells) {
  for (const auto& key : cells) {
    table.note("  " + to_string(key));
  }
}

}  // namespace

std::string examples_text(const ExampleRun& run, Language language) {
  const bool zh = language == Language::zh;
  struct Count {
    std::size_t held = 0, all = 0;
  };
  std::map<std::string, Count> by_rule;
  for (const auto& outcome : run.outcomes) {
    auto& count = by_rule[outcome.rule];
    count.held += outcome.holds ? 1 : 0;
    ++count.all;
  }
  TextTable table;
  table.row({zh ? "规则" : "rule", zh ? "例子" : "examples", zh ? "符合" : "as expected"});
  for (const auto& [rule, count] : by_rule) {
    table.row({rule, std::to_string(count.all), std::to_string(count.held)});
  }
  for (const auto& outcome : run.outcomes) {
    if (!outcome.holds) {
      table.note(place_text(outcome.where) + ": " + outcome.rule + (zh ? "：" : ": ") + outcome.fault.in(language));
    }
  }
  for (const auto& missing : run.missing) {
    table.note(place_text(missing.where) + ": " + missing.rule +
               (missing.passing ? (zh ? "：缺成立的例子" : ": no passing example")
                                : (zh ? "：缺不成立的例子" : ": no failing example")));
  }
  for (const auto& fault : run.faults) {
    table.note(to_string(fault, language));
  }
  const auto held = std::count_if(run.outcomes.begin(), run.outcomes.end(), [](const auto& o) { return o.holds; });
  const auto all = std::to_string(run.outcomes.size());
  const auto missing = std::to_string(run.missing.size());
  table.note(zh ? "共" + all + "个例子，符合" + std::to_string(held) + "个；缺例子" + missing + "处"
                : all + " examples, " + std::to_string(held) + " as expected; " + missing + " missing");
  return table.print();
}

std::string lint_text(const std::vector<RuleFault>& unusable, const std::vector<PackLint>& packs, Language language) {
  const bool zh = language == Language::zh;
  std::string text;
  for (const auto& fault : unusable) {
    text += to_string(fault, language) + "\n";
  }
  for (const auto& lint : packs) {
    for (const auto& fault : lint.faults) {
      text += to_string(fault, language) + "\n";
    }
    for (const auto& note : lint.notes) {
      text += (zh ? "提示 " : "note ") + to_string(note, language) + "\n";
    }
    const auto number = std::to_string(lint.faults.size());
    text += lint.pack + (zh ? "：" : ": ") +
            (lint.faults.empty() ? (zh ? "没有错误" : "no faults") : number + (zh ? "处错误" : " fault(s)")) + "\n";
  }
  return text;
}

std::string coverage_text(const std::vector<RuleCoverage>& coverage, Language language) {
  const bool zh = language == Language::zh;
  TextTable table;
  table.row({zh ? "格式" : "format", zh ? "单元格" : "cells", zh ? "有规则核对" : "checked", ""});
  for (const auto& format : coverage) {
    const auto checked = format.cells - format.unchecked.size();
    table.row({name_of(*format.format, format.generation), std::to_string(format.cells), std::to_string(checked),
               percent(checked, format.cells)});
    list_cells(table, format.unchecked);
  }
  return table.print();
}

std::string mutation_text(const std::vector<MutationRun>& runs, Language language) {
  const bool zh = language == Language::zh;
  TextTable table;
  table.row({zh ? "格式" : "format", zh ? "表" : "form", zh ? "改错" : "changed", zh ? "查出" : "caught", ""});
  for (const auto& run : runs) {
    const auto id = name_of(*run.format, run.generation);
    if (!run.consistent) {
      table.note(id +
                 (zh ? "：无法生成各项关系都成立的年报" : ": no report could be made in which all relations hold"));
      continue;
    }
    std::size_t changed = 0;
    std::size_t caught = 0;
    for (const auto& form : run.forms) {
      changed += form.changed;
      caught += form.caught;
      table.row({id, std::string(form.form), std::to_string(form.changed), std::to_string(form.caught),
                 percent(form.caught, form.changed)});
    }
    table.row({id, zh ? "合计" : "all", std::to_string(changed), std::to_string(caught), percent(caught, changed)});
    for (const auto& form : run.forms) {
      list_cells(table, form.escaped);
    }
  }
  return table.print();
}

}  // namespace nianbao
