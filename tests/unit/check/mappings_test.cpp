// What mapping lines must never do, whatever they are.
#include "check_sample.hpp"

using namespace nianbao;

BOOST_AUTO_TEST_SUITE(mapping_lines)

BOOST_AUTO_TEST_CASE(lines_that_must_never_be) {
  // 延期办结 is never 结转, matters are never an amount, and the old cost fee is never 信息处理费.
  const auto rules = rules_for(2018, "legacy-2018", std::vector<std::string>(1, "fujian"));
  const auto draws_on = [](const MappingRule& rule, std::string_view concept_id) {
    const auto& names = rule.from->concepts();
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return name.rfind(concept_id, 0) == 0; });
  };
  for (const auto& rule : rules->mappings()) {
    BOOST_TEST((rule.from != nullptr || !rule.note.empty()), rule.id << " says neither what nor why");
    if (rule.from == nullptr) {
      continue;
    }
    BOOST_TEST(!draws_on(rule, "request.closed_extended"), rule.id);
    BOOST_TEST(!(rule.to.id == "fee.amount" && draws_on(rule, "fee.items")), rule.id);
    BOOST_TEST(!(rule.to.id == "fee.processing" && draws_on(rule, "fee.request_cost")), rule.id);
    BOOST_TEST(!(rule.to.id == "fee.request_cost" && draws_on(rule, "fee.processing")), rule.id);
  }
}

BOOST_AUTO_TEST_SUITE_END()
