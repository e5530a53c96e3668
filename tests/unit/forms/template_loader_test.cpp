#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/forms.hpp>
#include <nianbao/template_loader.hpp>

#include <algorithm>
#include <string>

using namespace nianbao;

namespace {

const std::string kBase = R"(
id: base-form
title: {zh: 底表, en: Base}
family: standard
in-force: 2021..2026
basis: 某号文
sections:
  - {kind: requests, number: 三, heading: 申请情况, forms: [table-3]}
forms:
  - id: table-3
    title: {zh: 表三, en: Table 3}
    blocks:
      - corner: 情形
        columns:
          - {label: 自然人, dims: {applicant: natural_person}}
          - group: 法人
            columns: &orgs
              - {label: 企业, dims: {applicant: enterprise}}
          - {label: 总计, aliases: [合计], dims: {applicant: total}}
        rows:
          - {label: 一、新收数量, concept: request.received}
          - group: （六）其他处理
            concept: outcome.other
            rows:
              - {label: 1.逾期不补正, concept: .not_corrected_in_time}
              - {label: 3.其他, concept: .other}
  - id: table-2
    blocks:
      - heading: 第一项
        columns:
          - {label: 制发件数, concept: .made}
          - {label: 收费（单位：万元）, concept: .amount, unit: 万元}
        rows:
          - label: 规章
            concept: regulation
            cells: [{column: 收费（单位：万元）, none: true}]
          - label: 收费
            concept: fee
            cells: [{column: 制发件数, concept: fee.items, meaning: 项目数}]
)";

const std::string kDerived = R"(
id: derived-form
title: {zh: 新表, en: Derived}
extends: base-form
in-force: 2027..
applies-to: {jurisdictions: [青林省], years: 2027..}
forms:
  - id: table-3
    changes:
      - {add: row, after: 1.逾期不补正, row: {label: 2.撤回, concept: outcome.other.withdrawn}}
      - {remove: row, label: 3.其他, in: （六）其他处理}
      - {change: row, label: 一、新收数量, to: {label: 一、收到数量, meaning: 含转送}}
  - {id: table-2, remove: true}
)";

std::string all(const TemplateSet& set) {
  std::string text;
  for (const auto& fault : set.faults) {
    text += fault.where + ": " + fault.message.en + "\n";
  }
  return text;
}

bool mentions(const TemplateSet& set, const std::string& text) { return all(set).find(text) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(template_loader)

BOOST_AUTO_TEST_CASE(cells_unite_row_and_column) {
  const auto set = load_templates({{"base.yaml", kBase}});
  BOOST_REQUIRE_MESSAGE(set.templates.size() == 1, all(set));
  const auto& form = *set.templates.front()->form("table-3");
  const auto& block = form.blocks.front();
  BOOST_REQUIRE(block.rows.size() == 3U);
  BOOST_TEST(to_string(block.cell(0, 2).key) == "request.received{applicant=total}");
  BOOST_TEST(to_string(block.cell(2, 1).key) == "outcome.other.other{applicant=enterprise}");
  BOOST_TEST(block.label_columns == 2U);
  BOOST_TEST(block.columns[1].path.size() == 2U);
  BOOST_TEST(form.title.zh == "表三");
}

BOOST_AUTO_TEST_CASE(a_group_with_a_concept_can_be_read_as_one_row) {
  const auto set = load_templates({{"base.yaml", kBase}});
  const auto& block = set.templates.at(0)->form("table-3")->blocks.front();
  BOOST_REQUIRE(block.groups.size() == 1U);
  BOOST_TEST(block.groups[0].first_row == 1U);
  BOOST_TEST(block.groups[0].end_row == 3U);
  BOOST_TEST(to_string(block.groups[0].cells[0].key) == "outcome.other{applicant=natural_person}");
}

BOOST_AUTO_TEST_CASE(a_cell_may_be_absent_or_mean_something_of_its_own) {
  const auto set = load_templates({{"base.yaml", kBase}});
  const auto& block = set.templates.at(0)->form("table-2")->blocks.front();
  BOOST_TEST(block.cell(0, 0).present);
  BOOST_TEST(!block.cell(0, 1).present);
  BOOST_TEST(to_string(block.cell(1, 0).key) == "fee.items");
  BOOST_TEST(block.cell(1, 0).meaning == "项目数");
  BOOST_TEST(block.cell(1, 1).unit == "万元");
}

BOOST_AUTO_TEST_CASE(labels_are_sorted_by_hash_and_hold_aliases) {
  const auto set = load_templates({{"base.yaml", kBase}});
  const auto& labels = set.templates.at(0)->labels;
  BOOST_TEST(std::is_sorted(labels.begin(), labels.end(),
                            [](const TemplateLabel& a, const TemplateLabel& b) { return a.hash < b.hash; }));
  const auto key = forms::match_key("合计");
  BOOST_TEST(std::any_of(labels.begin(), labels.end(), [&](const TemplateLabel& l) { return l.key == key; }));
}

BOOST_AUTO_TEST_CASE(a_derived_template_lists_only_what_differs) {
  const auto set = load_templates({{"derived.yaml", kDerived}, {"base.yaml", kBase}});
  BOOST_REQUIRE_MESSAGE(set.templates.size() == 2, all(set));
  const auto& derived = *set.templates[0];
  BOOST_TEST(derived.family == "standard");
  BOOST_TEST(derived.extends == "base-form");
  BOOST_TEST(derived.in_force.from == 2027);
  BOOST_TEST(derived.in_force.to == 0);
  BOOST_TEST(derived.form("table-2") == nullptr);
  const auto& block = derived.form("table-3")->blocks.front();
  BOOST_REQUIRE(block.rows.size() == 3U);
  BOOST_TEST(block.rows[0].path.back() == "一、收到数量");
  BOOST_TEST(block.cell(0, 0).meaning == "含转送");
  BOOST_TEST(block.rows[2].path.size() == 2U);
  BOOST_TEST(to_string(block.cell(2, 2).key) == "outcome.other.withdrawn{applicant=total}");
  BOOST_TEST(set.templates[1]->form("table-3")->blocks.front().rows[0].path.back() == "一、新收数量");
}

BOOST_AUTO_TEST_CASE(all_faults_are_told_at_once_with_their_places) {
  const auto set = load_templates({{"bad.yaml", R"(id: bad
title: {zh: 坏, en: Bad}
family: standard
in-force: 2021-2024
forms:
  - id: t
    blocks:
      - columns: [{lable: 数}]
        rows:
          - {label: 甲, figure: true}
          - {group: 乙}
  - id: t
    blocks: []
)"}});
  BOOST_TEST(set.templates.empty());
  BOOST_TEST(mentions(set, "bad.yaml:4:11"));
  BOOST_TEST(mentions(set, "did you mean \"label\"?"));
  BOOST_TEST(mentions(set, "did you mean \"figures\"?"));
  BOOST_TEST(mentions(set, "Group \"乙\" has no rows."));
  BOOST_TEST(mentions(set, "Form \"t\" stands twice."));
}

BOOST_AUTO_TEST_CASE(lines_may_belong_to_some_years) {
  auto text = kBase;
  text.replace(text.find("{label: 一、新收数量,"), 0,
               "{label: 旧行, concept: request.closed, years: ..2022}\n          - ");
  const auto set = load_templates({{"base.yaml", text}});
  BOOST_REQUIRE_MESSAGE(set.faults.empty(), all(set));
  const auto& rows = set.templates.front()->form("table-3")->blocks.front().rows;
  BOOST_TEST(rows[0].optional);
  BOOST_TEST(rows[0].years.contains(2022));
  BOOST_TEST(!rows[0].years.contains(2023));
  BOOST_TEST(!rows[1].optional);
  BOOST_TEST(rows[1].years.open());
  text.replace(text.find("..2022"), 6, "2022..2019");
  BOOST_TEST(mentions(load_templates({{"base.yaml", text}}), "is no range of years"));
}

BOOST_AUTO_TEST_CASE(columns_of_places_count_characters) {
  const auto set = load_templates({{"x.yaml", "id: x\ntitle: {zh: 中文中文, en: X, 错: 1}\nfamily: f\nforms: []\n"}});
  BOOST_TEST(mentions(set, "x.yaml:2:26"), all(set));
}

BOOST_AUTO_TEST_CASE(hostile_yaml_is_refused_with_a_reason) {
  BOOST_TEST(mentions(load_templates({{"x", "id: [a\n"}}), "not valid YAML"));
  const std::string gbk = "id: a\ntitle: \xB1\xED\n";
  BOOST_TEST(mentions(load_templates({{"x", gbk}}), "not UTF-8"));
  BOOST_TEST(load_templates({{"x", gbk}}).faults.front().where == "x:2:1");
  BOOST_TEST(mentions(load_templates({{"x", ""}}), "empty"));
  BOOST_TEST(mentions(load_templates({{"x", "id: !!python/object 3\n"}}), "tag"));
  BOOST_TEST(mentions(load_templates({{"x", "id: a\nid: b\n"}}), "stands twice"));
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const auto last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 9; ++j) {
      bomb += ", " + last;
    }
    bomb += "]\n";
  }
  BOOST_TEST(mentions(load_templates({{"x", bomb}}), "holds too much"));
  BOOST_TEST(mentions(load_templates({{"x", std::string(100000, '[')}}), "x:1:"));
}

BOOST_AUTO_TEST_CASE(extends_must_lead_somewhere) {
  BOOST_TEST(mentions(load_templates({{"d.yaml", kDerived}}), "no format \"base-form\""));
  const auto circle = load_templates(
      {{"a", "id: a\ntitle: {zh: 甲, en: A}\nextends: b\n"}, {"b", "id: b\ntitle: {zh: 乙, en: B}\nextends: a\n"}});
  BOOST_TEST(mentions(circle, "circle"));
  const auto missing = load_templates({{"base.yaml", kBase}, {"d", R"(id: d
title: {zh: 丁, en: D}
extends: base-form
forms:
  - id: table-3
    changes:
      - {remove: row, label: 没有的行}
      - {rename: row}
)"}});
  BOOST_TEST(missing.templates.size() == 1U);
  BOOST_TEST(mentions(missing, "The base has no \"没有的行\""));
  BOOST_TEST(mentions(missing, "did you mean"));
}

BOOST_AUTO_TEST_CASE(sections_name_forms_that_exist) {
  auto text = kBase;
  text.replace(text.find("forms: [table-3]"), 16, "forms: [table-9]");
  BOOST_TEST(mentions(load_templates({{"base.yaml", text}}), "names form \"table-9\""));
}

BOOST_AUTO_TEST_SUITE_END()
