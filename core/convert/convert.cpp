// From a Report in one format to a Report in another, with the account of it.
#include <nianbao/convert.hpp>

#include <algorithm>

#include "convert/fact_pool.hpp"
#include "convert/mapping.hpp"
#include "convert/narrative.hpp"
#include "convert/placing.hpp"
#include "convert/settle.hpp"
#include "convert/target_cells.hpp"
#include "convert/target_report.hpp"
#include "report/copy.hpp"

namespace nianbao {
namespace {

std::string origin_of(const Fact& fact, const Report& source, const ConvertOptions& options) {
  if (fact.source == Source::prose || fact.form == Fact::kNoForm) {
    return options.language == Language::zh ? "正文" : "text";
  }
  const auto& form = source.forms[fact.form];
  const auto* format = find_template(options.templates, form.format);
  const auto* known = format == nullptr ? nullptr : format->form(form.id);
  std::string name = known == nullptr ? std::string(form.id) : known->title.in(options.language);
  if (form.instance > 1) {
    name += "（" + std::to_string(form.instance) + "）";
  }
  return name;
}

void open_ledger(const Report& source, const Template& target, const ConvertOptions& options, Conversion& conversion) {
  auto& ledger = conversion.ledger;
  const auto* format = find_template(options.templates, source.format);
  ledger.source_format = source.format;
  ledger.target_format = std::string(target.id);
  const bool unknown = source.format.empty();
  ledger.source_title = format != nullptr ? format->title
                        : unknown         ? Message{"没有表格的报告", "a report without forms"}
                                          : Message{source.format, source.format};
  ledger.target_title = target.title;
  ledger.issuer = std::string(source.issuer);
  ledger.year = source.year;
  ledger.source_facts = source.facts.size();
  ledger.facts.reserve(source.facts.size());
  for (const auto& fact : source.facts) {
    LedgerFact entry;
    entry.fact = copy(fact, conversion.report.arena());
    entry.origin = origin_of(fact, source, options);
    ledger.facts.push_back(std::move(entry));
  }
}

/// What the page had around the report.
void list_page_lines(const Report& source, Ledger& ledger) {
  for (const auto& line : source.left_out) {
    ledger.omissions.push_back({LedgerOmission::Kind::furniture, std::string(line.text), line.at});
  }
}

/// The sign-off of the old form names people: they are told to the reader of the ledger only.
void list_persons(const SignOff& signoff, Ledger& ledger) {
  const auto filled = to_string(signoff.date);
  for (const auto& [label, value] : {std::pair<const char*, std::string_view>{"单位负责人", signoff.responsible},
                                     {"审核人", signoff.reviewer},
                                     {"填报人", signoff.preparer},
                                     {"联系电话", signoff.phone},
                                     {"填报日期", filled}}) {
    if (!value.empty()) {
      ledger.omissions.push_back({LedgerOmission::Kind::person, label + std::string("：").append(value), {}});
    }
  }
}

void place_facts(const Report& source, const Template& target, const RuleSet& rules, const ConvertOptions& options,
                 Conversion& conversion) {
  auto& ledger = conversion.ledger;
  const FactPool pool(source, options, conversion.own_forms);
  ledger.cells = target_cells(conversion.forms, pool, options.language, conversion.report.arena());
  ledger.target_cells = ledger.cells.size();
  if (conversion.same_format) {
    copy_whole(source, conversion.report);
  } else {
    move_narrative(
        {source, target, conversion.forms, conversion.own_forms, options.templates, rules.structure_sentences()},
        conversion.report, ledger);
    list_persons(source.signoff, ledger);
  }
  list_page_lines(source, ledger);
  Placing placing(pool, conversion);
  place_same_concepts(placing);
  place_mappings(placing, target, rules, options);
  settle(placing, rules, options.language);
  if (!conversion.same_format) {
    build_report(placing, target, conversion.report);
  }
  if (conversion.own_forms) {
    count_kept_notes(source, ledger);
  }
}

/// Any text can be read; a report has a title, figures, or a section that reports have.
bool is_report(const Report& source) {
  return !source.title.empty() || !source.forms.empty() || !source.facts.empty() ||
         std::any_of(source.sections.begin(), source.sections.end(),
                     [](const Section& section) { return section.kind != SectionKind::preamble; });
}

}  // namespace

Result<Conversion> convert(const Report& source, const Template& target, const RuleSet& rules,
                           const ConvertOptions& options) {
  if (target.sections.empty()) {
    return Error{ErrorKind::rules,
                 "template-without-sections",
                 {"报告模板“" + std::string(target.id) + "”没有章节，不能作为转换的目标",
                  "the template " + std::string(target.id) + " has no sections and cannot be converted to"},
                 target.file,
                 {"请在模板中写明 sections", "state its sections in the template"}};
  }
  if (!is_report(source)) {
    return Error{
        ErrorKind::input,
        "not-a-report",
        {"没有找到政府信息公开工作年度报告的内容：没有标题、统计表、数据，也没有年报的章节。",
         "This is no annual report of information disclosure: it has no title, table, figure or section of one."},
        source.input.file,
        {"请核对文件；网页或扫描件请先另存为带文字的文件。",
         "Check the file; save a page or a scan as a file with text first."}};
  }
  Conversion conversion;
  conversion.target = &target;
  conversion.same_format = source.format == target.id;
  conversion.own_forms = conversion.same_format || target.forms.empty();
  conversion.forms = output_forms(target, source, options.templates, conversion.own_forms);
  open_ledger(source, target, options, conversion);
  place_facts(source, target, rules, options, conversion);
  return conversion;
}

}  // namespace nianbao
