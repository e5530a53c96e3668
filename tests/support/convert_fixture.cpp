#include "convert_fixture.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace nianbao::test {
namespace {

constexpr const char* kOld = R"yaml(
id: old
title: {zh: 旧格式, en: Old form}
family: legacy-table
in-force: ..2018
report-title: "{issuer}{year}年政府信息公开年度报告"
sections:
  - {kind: overview, number: 一, heading: 概述, takes: [overview, key_areas, organisation, consultation]}
  - {kind: proactive, number: 二, heading: 主动公开情况}
  - {kind: requests, number: 三, heading: 依申请公开情况, takes: [requests, disputes]}
  - {kind: problems, number: 四, heading: 存在问题, takes: [problems, other_matters, fees]}
  - {kind: attachment, heading: 统计表, forms: [statistics], attachment: true}
forms:
  - id: statistics
    title: {zh: 统计表, en: Statistics}
    lead: ["({year}年度)"]
    blocks:
      - corner: 指标
        columns:
          - {label: 单位, role: unit}
          - {label: 统计数}
        rows:
          - {label: 公开数, unit: 条, concept: disclosure.total}
          - {label: 收到申请数, unit: 件, concept: request.received, dims: {applicant: total}}
          - {label: 办结数, unit: 件, concept: request.closed}
          - {label: 同意公开数, unit: 件, concept: reply.granted}
          - {label: 已公开数, unit: 件, concept: reply.already_public}
          - {label: 制发文件数, unit: 件, concept: normative.made}
          - {label: 经费, unit: 万元, concept: staffing.budget}
)yaml";

constexpr const char* kNew = R"yaml(
id: new
title: {zh: 新格式, en: New form}
family: standard
in-force: 2019..
report-title: "{issuer}{year}年政府信息公开工作年度报告"
sections:
  - kind: overview
    number: 一
    heading: 总体情况
    takes: [overview, key_areas]
    parts:
      - {kind: proactive, number: （一）, heading: 主动公开}
      - {kind: requests, number: （二）, heading: 依申请公开, takes: [requests, disputes]}
      - {kind: consultation, number: （三）, heading: 平台建设}
      - {kind: organisation, number: （四）, heading: 监督保障}
  - {kind: requests, number: 二, heading: 申请情况, forms: [table]}
  - {kind: problems, number: 三, heading: 存在问题}
  - {kind: other_matters, number: 四, heading: 其他事项, takes: [other_matters, fees]}
forms:
  - id: table
    title: {zh: 表一, en: Table 1}
    blocks:
      - corner: 信息内容
        columns:
          - {label: 自然人, dims: {applicant: natural_person}}
          - {label: 总计, dims: {applicant: total}}
        rows:
          - {label: 新收, concept: request.received}
          - {label: 予以公开, concept: outcome.granted}
      - corner: 文件
        columns: [{label: 制发, concept: .made}, {label: 有效, concept: .in_force}]
        rows: [{label: 规范性文件, concept: normative}]
      - corner: 收费
        columns: [{label: 金额（元）, unit: 元}]
        rows: [{label: 经费, concept: staffing.budget}]
)yaml";

/// A later form: a row more, and a label with another meaning.
constexpr const char* kFuture = R"yaml(
id: future
title: {zh: 将来格式, en: Future form}
extends: new
in-force: 2027..
forms:
  - id: table
    title: {zh: 表一, en: Table 1}
    blocks:
      - corner: 信息内容
        columns:
          - {label: 总计, dims: {applicant: total}}
        rows:
          - {label: 新收, concept: request.received, meaning: 含上年结转}
          - {label: 公开数, concept: disclosure.total}
)yaml";

class NoVocabulary : public Vocabulary {
 public:
  [[nodiscard]] const ConceptInfo* concept_info(std::string_view) const noexcept override { return nullptr; }
  [[nodiscard]] std::string_view member_name(std::string_view, std::string_view) const noexcept override { return {}; }
  [[nodiscard]] std::string_view canonical_label(std::string_view key) const noexcept override { return key; }
  [[nodiscard]] bool is_unit(std::string_view) const noexcept override { return false; }
  [[nodiscard]] Measure measure(const Number& number, std::string_view, std::string_view asked) const override {
    return {number.value, number.step, std::string(asked), UnitFit::same};
  }
};

std::uint32_t add(Report& report, const ConceptKey& key, Source source) {
  Fact fact;
  fact.key = key;
  fact.source = source;
  fact.unit = "件";
  fact.step = Decimal(1);
  fact.form = source == Source::table ? 0 : Fact::kNoForm;
  report.facts.push_back(fact);
  return static_cast<std::uint32_t>(report.facts.size() - 1);
}

}  // namespace

SmallCatalog::SmallCatalog() {
  for (const auto& [id, unit] : {std::pair{"disclosure.total", "条"},
                                 {"request.received", "件"},
                                 {"request.closed", "件"},
                                 {"reply.granted", "件"},
                                 {"reply.already_public", "件"},
                                 {"reply.items", "件"},
                                 {"normative.made", "件"},
                                 {"normative.in_force", "件"},
                                 {"outcome.granted", "件"},
                                 {"outcome.total", "件"},
                                 {"outcome.partial", "件"},
                                 {"reply.partial", "件"},
                                 {"staffing.budget", "万元"}}) {
    ConceptInfo info;
    info.id = id;
    info.unit = unit;
    info.name = id;
    infos_.push_back(info);
  }
  for (const auto& info : infos_) {
    list_.push_back(&info);
  }
  DimensionInfo applicant;
  applicant.name = "applicant";
  applicant.members = {{"total", {"总计", "total"}}, {"natural_person", {"自然人", "natural persons"}}};
  dimensions_.push_back(applicant);
}

const ConceptInfo* SmallCatalog::find(std::string_view id) const noexcept {
  const auto it = std::find_if(infos_.begin(), infos_.end(), [&](const ConceptInfo& info) { return info.id == id; });
  return it == infos_.end() ? nullptr : &*it;
}

const DimensionInfo* SmallCatalog::dimension(std::string_view name) const noexcept {
  return name == "applicant" ? &dimensions_.front() : nullptr;
}

std::optional<int> SmallCatalog::unit_shift(std::string_view from, std::string_view to) const noexcept {
  const auto power = [](std::string_view unit) { return unit == "元" ? 0 : (unit == "万元" ? 4 : -1); };
  if (from == to || (power(from) < 0 && power(to) < 0 && from != "期" && to != "期")) {
    return 0;
  }
  return power(from) < 0 || power(to) < 0 ? std::nullopt : std::optional<int>(power(from) - power(to));
}

SmallRules::SmallRules() : catalog_(std::make_shared<SmallCatalog>()), vocabulary_(std::make_unique<NoVocabulary>()) {}

MappingRule& SmallRules::map(ConceptKey to, const std::string& from, Fidelity fidelity, const std::string& when) {
  const auto compiled = [&](const std::string& text) -> std::shared_ptr<const Expression> {
    if (text.empty()) {
      return nullptr;
    }
    auto expression = compile_expression(text, catalog_);
    BOOST_REQUIRE_MESSAGE(expression.ok(), text);
    return *expression;
  };
  MappingRule rule;
  rule.id = "test/" + std::to_string(mappings_.size() + 1);
  rule.to = std::move(to);
  rule.from = compiled(from);
  rule.when = compiled(when);
  rule.fidelity = fidelity;
  rule.note = {"依据标签推定", "inferred from the labels"};
  mappings_.push_back(std::move(rule));
  return mappings_.back();
}

SmallFormats::SmallFormats() {
  set_ = load_templates({{"old.yaml", kOld}, {"new.yaml", kNew}, {"future.yaml", kFuture}});
  for (const auto& fault : set_.faults) {
    BOOST_FAIL(fault.where << ": " << fault.message.en);
  }
}

const Template& SmallFormats::get(std::string_view id) const {
  const auto it =
      std::find_if(set_.templates.begin(), set_.templates.end(), [&](const auto& t) { return t->id == id; });
  BOOST_REQUIRE(it != set_.templates.end());
  return **it;
}

std::vector<const Template*> SmallFormats::all() const {
  std::vector<const Template*> result;
  for (const auto& format : set_.templates) {
    result.push_back(format.get());
  }
  return result;
}

Report old_report() {
  Report report;
  report.format = "old";
  report.issuer = "清河市人民政府";
  report.year = 2018;
  Form form;
  form.id = "statistics";
  form.format = "old";
  report.forms.push_back(form);
  return report;
}

std::uint32_t add_table(Report& report, const ConceptKey& key, std::int64_t value) {
  const auto index = add(report, key, Source::table);
  report.facts[index].value = Decimal(value);
  return index;
}

std::uint32_t add_prose(Report& report, const ConceptKey& key, std::int64_t value) {
  const auto index = add(report, key, Source::prose);
  report.facts[index].value = Decimal(value);
  return index;
}

std::uint32_t add_blank(Report& report, const ConceptKey& key) {
  const auto index = add(report, key, Source::table);
  report.facts[index].status = Status::blank;
  report.facts[index].step.reset();
  return index;
}

const LedgerCell& cell_of(const Conversion& conversion, const ConceptKey& key) {
  const auto& cells = conversion.ledger.cells;
  const auto it = std::find_if(cells.begin(), cells.end(), [&](const LedgerCell& cell) { return cell.key == key; });
  BOOST_REQUIRE_MESSAGE(it != cells.end(), to_string(key));
  return *it;
}

const LedgerFact& entry_of(const Conversion& conversion, std::uint32_t fact) {
  return conversion.ledger.facts.at(fact);
}

Conversion converted(const Report& source, const Template& target, const RuleSet& rules,
                     const ConvertOptions& options) {
  auto result = convert(source, target, rules, options);
  BOOST_REQUIRE_MESSAGE(result.ok(), (result.ok() ? "" : result.error().message.en));
  for (const auto& fault : result->ledger.faults()) {
    BOOST_ERROR(fault);
  }
  return std::move(*result);
}

}  // namespace nianbao::test
