// A Report with something in every field.
#pragma once

#include <nianbao/sdk/report.hpp>

namespace nianbao::test {

inline Fact blank_fact(Report& report) {
  Fact fact;
  fact.key = {"outcome.partial", {{"applicant", "enterprise"}, {"instance", "2"}}};
  fact.status = Status::blank;
  fact.form = 1;
  fact.at.block = 4;
  fact.at.row = 7;
  fact.text = report.store("");
  return fact;
}

inline Fact money_fact(Report& report) {
  Fact fact;
  fact.key = {"procurement.amount", {}};
  fact.value = Decimal::parse("142800");
  fact.unit = "万元";
  fact.step = Decimal{100};
  fact.text = report.store("14.28（亿元）");
  fact.note = report.store("含街道");
  fact.qualifier = Qualifier::about;
  fact.reading = Reading::suspect;
  fact.candidates = {*Decimal::parse("142800"), *Decimal::parse("0")};
  fact.form = 0;
  fact.year = 2018;
  fact.scope = Scope::body;
  fact.at.chars = Range{0, 9};
  fact.at.bytes = Range{100, 117};
  fact.at.box = Box{72.05, 100, 144.5, 120};
  return fact;
}

inline Report sample_report() {
  Report report;
  report.input = {"清河.txt", "text", "GB18030", 321, std::string(64, 'a')};
  report.format = "standard-2019";
  report.format_certainty = Certainty::likely;
  report.rules = {{"national", "1.0"}};
  report.title = report.store("清河市2019年政府信息公开工作年度报告");
  report.issuer = report.store("清河市人民政府");
  report.jurisdiction = {report.store("清河市"), {}};
  report.coverage = {Scope::area, report.store("全市"), {}};
  report.year = 2019;
  report.period = {{2019, 1, 1}, {2019, 12, 31}};
  report.published = {2020, 1, 31};
  report.signoff.responsible = report.store("张三");
  report.signoff.date = {2020, 2, 0};
  Form form;
  form.id = "table-2";
  form.format = "standard-2019";
  form.columns_missing = {report.store("总计")};
  form.notes.push_back({report.store("注：含上年度结转数量。"), {}});
  form.blocks = {3, 4};
  report.forms = {form, form};
  report.forms[1].instance = 2;
  report.facts.push_back(money_fact(report));
  report.facts.push_back(blank_fact(report));
  Claim claim;
  claim.value = Decimal::parse("6.2");
  claim.unit = "%";
  claim.of = {0};
  claim.base = {1};
  claim.text = report.store("占6.2%");
  report.claims.push_back(claim);
  Section section;
  section.kind = SectionKind::proactive;
  section.number = "二";
  section.heading = report.store("主动公开情况");
  section.blocks.emplace_back(Block{Paragraph{Role::body, {report.store("全年公开12条。"), {}, {}}}, {}});
  section.blocks.emplace_back(FormReference{"table-2", 1});
  report.sections.push_back(section);
  report.attachments.push_back({report.store("附件1"), {section}});
  Finding finding;
  finding.rule = "national/standard/sum";
  finding.message = {"不一致。", "Not equal."};
  finding.facts = {{0, report.facts[0].key}, {FindingFact::npos, {"fee.amount", {}}}};
  report.findings.push_back(finding);
  report.diagnostics.push_back({"encoding-guessed", Severity::warning, {"猜测编码。", "Guessed."}, {1}, {}});
  return report;
}

}  // namespace nianbao::test
