#include <boost/test/unit_test.hpp>

#include "rules_support.hpp"

using namespace nianbao;
using nianbao::test::NationalFolder;
using nianbao::test::PackFolder;

namespace {

/// Every fault of the packs in force, in one text.
std::string faults(const PackFolder& folder, const std::string& pack = "national", Language language = Language::zh) {
  std::string text;
  for (const auto& fault : folder.store()->lint(pack)) {
    text += folder.relative(to_string(fault, language)) + "\n";
  }
  return text;
}

/// Codes of the faults, by lines of the file.
std::string codes(const PackFolder& folder, const std::string& pack = "national") {
  std::string text;
  for (const auto& fault : folder.store()->lint(pack)) {
    text += (text.empty() ? "" : " ") + std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) +
            " " + fault.code;
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(loader)

BOOST_AUTO_TEST_CASE(all_faults_of_a_file_are_told_at_once) {
  NationalFolder folder;
  folder.write("national/checks.yaml", R"(checks:
  - id: balance
    each: aplicant
    assert: in.nwe + in.old == out.total{applicant=totl}
    basis: 表头
    basis-kind: law
  - id: 第二条
    assert: >-
      in.new + in.old
      == out.totl + 1
    basis: 表头
    severty: doubt
  - id: third
    assert: 新 == 1
    tolerance: 一
  - id: fourth
    assert: "in.new = 1"
    basis: 表头
)");
  BOOST_TEST(faults(folder) == R"(national/checks.yaml:3:11: 没有维度“aplicant”
      each: aplicant
            ^
  是否要写 applicant？
national/checks.yaml:4:13: 没有指标“in.nwe”
      assert: in.nwe + in.old == out.total{applicant=totl}
              ^
  是否要写 in.new？
national/checks.yaml:4:42: 维度“applicant”没有“totl”
      assert: in.nwe + in.old == out.total{applicant=totl}
                                           ^
  是否要写 total？
national/checks.yaml:6:17: “basis-kind”不能是“law”
      basis-kind: law
                  ^
  可写：printed, regulation, inferred
national/checks.yaml:10:10: 没有指标“out.totl”
        == out.totl + 1
           ^
  是否要写 out.total？
national/checks.yaml:12:5: 没有“severty”这个键
      severty: doubt
      ^
  是否要写 severity？
national/checks.yaml:13:5: 缺少“basis”
    - id: third
      ^
national/checks.yaml:14:13: 此处不应为“新”，应为表达式
      assert: 新 == 1
              ^
national/checks.yaml:15:16: “一”不是数字
      tolerance: 一
                 ^
  写法如 1、0.5 或 -3。
national/checks.yaml:17:21: 此处不应为“=”，应为运算符或结尾
      assert: "in.new = 1"
                      ^
  判断相等请写“==”。
)");
}

BOOST_AUTO_TEST_CASE(faults_are_told_in_english_too) {
  NationalFolder folder;
  folder.write("national/checks.yaml",
               "checks:\n  - id: x\n    assert: 'reqest.received == 1'\n    basis: 依据\n    kind: arithmetics\n");
  BOOST_TEST(faults(folder, "national", Language::en) == R"(national/checks.yaml:3:14: Unknown concept "reqest.received"
      assert: 'reqest.received == 1'
               ^
national/checks.yaml:5:11: "kind" cannot be "arithmetics"
      kind: arithmetics
            ^
  Did you mean arithmetic?
)");
}

BOOST_AUTO_TEST_CASE(places_are_found_in_every_style_of_scalar) {
  NationalFolder folder;
  const std::string before = "checks:\n  - id: x\n    basis: b\n    assert: ";
  const auto place = [&](const std::string& scalar) {
    folder.write("national/checks.yaml", before + scalar + "\n");
    return codes(folder);
  };
  BOOST_TEST(place("in.new == bad.x") == "4:23 unknown-concept");
  BOOST_TEST(place("'in.new == bad.x'") == "4:24 unknown-concept");
  BOOST_TEST(place("\"in.new\\\n      == bad.x\"").find("unknown-concept") != std::string::npos);
  BOOST_TEST(place("|\n      in.new\n      == bad.x") == "6:10 unknown-concept");
  BOOST_TEST(place(">\n      in.new\n\n      == bad.x") == "7:10 unknown-concept");
  BOOST_TEST(place("in.new ＝＝ bad.x") == "4:23 unknown-concept");
}

BOOST_AUTO_TEST_CASE(scalars_are_texts) {
  NationalFolder folder;
  folder.write("national/vocabulary.yaml", "labels:\n  其他: [no, 0123, 1e3]\n");
  const auto rules = folder.store()->effective({});
  BOOST_TEST_REQUIRE(rules.ok());
  for (const auto* wording : {"no", "0123", "1e3"}) {
    BOOST_TEST(rules.value()->vocabulary().canonical_label(wording) == "其他", wording);
  }
}

BOOST_AUTO_TEST_CASE(concepts_are_checked) {
  NationalFolder folder;
  folder.write("national/concepts.yaml", R"(dimensions:
  applicant: {total: 总计, person: 自然人, person2: x}
  Bad-Name: {a: b}
sum_of:
  applicant.total: [person, persn]
  nowhere.total: [person]
groups:
  a.b: c.d
  c.d: a.b + c.e
  x.y: c.e
concepts:
  a.b: [件, 甲, []]
  c.d: [件, 乙, []]
  c.e: [件, 丙, [A]]
  short: [件, 丁, [A]]
  c.f: 件
  c.g: {unit: 件, naam: 戊}
  c.e2: {unit: 件, name: {zh: 己, en: six}, formats: [A], since: 2019.., meaning: 意思}
)");
  BOOST_TEST(codes(folder) ==
             "3:3 bad-id 5:29 unknown-member 6:3 unknown-member 8:3 group-cycle 9:3 group-cycle 10:3 unknown-concept "
             "15:3 bad-id 16:8 wrong-kind 17:18 unknown-key");
}

BOOST_AUTO_TEST_CASE(units_are_checked) {
  NationalFolder folder;
  folder.write("national/units.yaml",
               "counters:\n  a: [件, 宗]\nmeasures:\n  money: {元: 1, 万元: 9999}\ncounter: {}\n");
  BOOST_TEST(codes(folder) == "4:21 bad-factor 5:1 unknown-key");
}

BOOST_AUTO_TEST_CASE(sections_and_mappings_and_patterns_are_checked) {
  NationalFolder folder;
  folder.write("national/sections.yaml",
               "sections:\n  - id: a\n    kind: overvew\n    phrases: [概述]\n    years: 2019-2020\n");
  folder.write("national/mappings.yaml", R"(mappings:
  - to: out.total{applicant=total}
    from: in.new
    reason: 都写了
  - to: out.total
  - to: out.totl
    reason: 没有
  - to: out.*
    from: in.new == 1
    fidelity: exakt
)");
  folder.write("national/prose.yaml", R"(words:
  receive: [收到]
patterns:
  - id: p
    pattern: x
    concept: in.neww
    dims: {applicant: nobody}
    status: nought
    context: [requests, nowhere]
  - pattern: y
)");
  BOOST_TEST(codes(folder) ==
             "4:13 from-or-reason 5:5 from-or-reason 6:9 unknown-concept 8:9 key-expected 9:11 number-expected "
             "10:15 unknown-choice 6:14 unknown-concept 7:23 unknown-member 8:13 unknown-choice 9:25 unknown-choice "
             "10:5 missing-key 3:11 unknown-choice 5:12 bad-years");
}

BOOST_AUTO_TEST_CASE(a_label_has_one_canonical_wording) {
  NationalFolder folder;
  folder.write("national/vocabulary.yaml", "labels:\n  甲: [丙, 丁]\n  乙: [（一）丙]\n");
  BOOST_TEST(codes(folder) == "3:7 wording-twice");
}

BOOST_AUTO_TEST_CASE(files_with_unknown_names_are_refused_but_examples_are_not_read) {
  NationalFolder folder;
  folder.write("national/check.yaml", "checks: []\n");
  folder.write("national/x.examples.yaml", "- : :\n - x");
  folder.write("national/README.md", "text");
  BOOST_TEST(faults(folder) == "national/check.yaml: 规则包没有这个文件：check.yaml\n  是否要写 checks.yaml？\n");
}

BOOST_AUTO_TEST_CASE(faulty_rules_are_an_error_that_lists_them) {
  NationalFolder folder;
  folder.write("national/checks.yaml", "checks:\n  - id: x\n    assert: 1 == a.b\n  - id: x\n    assert: 1 == 1\n");
  const auto rules = folder.store()->effective({});
  BOOST_TEST_REQUIRE(!rules.ok());
  BOOST_TEST((rules.error().kind == ErrorKind::rules));
  BOOST_TEST(rules.error().code == "rule-pack-faults");
  BOOST_TEST(rules.error().message.en.find("a.b") != std::string::npos);
  BOOST_TEST(rules.error().message.en.find("\"x\" is already defined") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sets_are_built_once) {
  const NationalFolder folder;
  const auto store = folder.store();
  BOOST_TEST(store->effective({}).value().get() == store->effective({}).value().get());
}

BOOST_AUTO_TEST_SUITE_END()
