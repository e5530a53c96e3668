// In what words figures are told, the best first.
#include <boost/test/unit_test.hpp>

#include "prose/figure_wordings.hpp"

using namespace nianbao;
using namespace nianbao::prose;

namespace {

struct Book {
  ProsePattern& add(const char* pattern, const char* concept_id = "") {
    ProsePattern added;
    added.pattern = pattern;
    added.key.id = concept_id;
    rules.patterns.push_back(std::move(added));
    return rules.patterns.back();
  }
  [[nodiscard]] std::vector<std::string> clauses(const char* concept_id, std::int64_t value, const char* unit) const {
    Fact fact;
    fact.key.id = concept_id;
    fact.value = Decimal(value);
    fact.unit = unit;
    fact.status = Status::reported;
    std::vector<std::string> clauses;
    for (const auto& wording : FigureWordings(rules, 2023).of(fact)) {
      clauses.push_back(wording.clause);
    }
    return clauses;
  }
  ProseRules rules;
};

using Clauses = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(figure_wordings, Book)

BOOST_AUTO_TEST_CASE(what_leaves_a_gap_comes_last) {
  add("访问 ..20 主动公开 信息 {n}", "disclosure.total");
  add("主动公开 信息 {n}", "disclosure.total");
  add("公开 信息 {n}", "disclosure.total");
  const Clauses expected{"主动公开信息312条", "公开信息312条", "访问主动公开信息312条"};
  BOOST_TEST(clauses("disclosure.total", 312, "条") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_pattern_says_comes_first) {
  add("负责人 {n}", "press.by_head");
  add("负责人 ..6 发布会 {n}", "press.by_head").options = {{"says", "负责人参加发布会{n}"}};
  const Clauses expected{"负责人参加发布会5次", "负责人5次", "负责人发布会5次"};
  BOOST_TEST(clauses("press.by_head", 5, "次") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_it_says_names_the_member) {
  rules.words = {{"event.press", {"发布会"}, {}}, {"event.interview", {"访谈"}, {}}};
  add("<event> [举办] {n}").options = {
      {"says", "举办<event>{n}"}, {"key.press", "press.held"}, {"key.interview", "interviews.held"}};
  BOOST_TEST(clauses("interviews.held", 2, "次").front() == "举办访谈2次");
  BOOST_TEST(clauses("press.held", 3, "次").front() == "举办发布会3次");
}

BOOST_AUTO_TEST_SUITE_END()
