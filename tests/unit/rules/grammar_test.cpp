#include <boost/test/unit_test.hpp>

#include <random>

#include "rules_support.hpp"

using namespace nianbao;
using nianbao::test::compile;
using nianbao::test::evaluate;
using nianbao::test::Figures;

namespace {

/// where: message, hint
std::string fault(const std::string& text) {
  const auto result = compile_expression(text, test::plain_catalog());
  if (result) {
    return "none";
  }
  const auto& error = result.error();
  const auto message = error.message.en.substr(0, error.message.en.find('\n'));
  return error.where + " " + error.code + ": " + message + (error.hint.empty() ? "" : " | " + error.hint.en);
}

const Figures kNothing{};

}  // namespace

BOOST_AUTO_TEST_SUITE(grammar)

BOOST_AUTO_TEST_CASE(arithmetic_has_its_usual_precedence) {
  BOOST_TEST(evaluate("1 + 2 * 3", kNothing) == "7");
  BOOST_TEST(evaluate("(1 + 2) * 3", kNothing) == "9");
  BOOST_TEST(evaluate("10 - 3 - 2", kNothing) == "5");
  BOOST_TEST(evaluate("12 / 4 / 3", kNothing) == "1");
  BOOST_TEST(evaluate("-2 + 5", kNothing) == "3");
  BOOST_TEST(evaluate("2 - -3", kNothing) == "5");
  BOOST_TEST(evaluate("--3", kNothing) == "3");
  BOOST_TEST(evaluate("0.1 + 0.2 == 0.3", kNothing) == "true");
}

BOOST_AUTO_TEST_CASE(logic_has_its_usual_precedence) {
  BOOST_TEST(evaluate("1 == 1 or 1 == 2 and 1 == 3", kNothing) == "true");
  BOOST_TEST(evaluate("(1 == 1 or 1 == 2) and 1 == 3", kNothing) == "false");
  BOOST_TEST(evaluate("not 1 == 2 and 1 == 1", kNothing) == "true");
  BOOST_TEST(evaluate("not not 1 == 2", kNothing) == "false");
  BOOST_TEST(evaluate("if 1 == 2 then 1 == 3", kNothing) == "true");
  BOOST_TEST(evaluate("if 1 == 1 then if 2 == 2 then 1 == 3", kNothing) == "false");
}

BOOST_AUTO_TEST_CASE(every_comparison_can_be_written_in_two_ways) {
  for (const auto* text : {"1 == 1", "1 != 2", "1 < 2", "1 <= 1", "2 > 1", "2 >= 2", "1 ＝＝ 1", "1 ≠ 2", "1 ＜ 2",
                           "1 ≤ 1", "2 ＞ 1", "2 ≥ 2"}) {
    BOOST_TEST(evaluate(text, kNothing) == "true", text);
  }
  BOOST_TEST(evaluate("（1＋2）×3÷9－1", kNothing) == "0");
}

BOOST_AUTO_TEST_CASE(references_have_dimensions_wildcards_and_sources) {
  const auto expression = compile("previous:in.new{applicant=total, span=cumulative} + out.denied.* + units:out.**");
  const std::vector<std::string> expected{"in.new", "out.denied.*", "out.**"};
  BOOST_TEST(expression->concepts() == expected, boost::test_tools::per_element());
  BOOST_TEST(expression->needs_previous());
  BOOST_TEST(expression->needs_units());
  BOOST_TEST(!expression->is_condition());
  BOOST_TEST(compile("known(in.new)")->is_condition());
}

BOOST_AUTO_TEST_CASE(white_space_is_free) {
  BOOST_TEST(evaluate(" 1\n\t+　2 ", kNothing) == "3");
  BOOST_TEST(evaluate("1+2", kNothing) == "3");
}

BOOST_AUTO_TEST_CASE(words_that_begin_like_operators_are_words) {
  BOOST_TEST(fault("order.x == 1").substr(0, 35) == "1:1 expression-unknown-concept: Unk");
  BOOST_TEST(fault("notx == 1").find("unknown-concept") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(faults_name_their_character) {
  BOOST_TEST(fault("") == "1:1 expression-syntax: The expression ends too early: expected an expression");
  BOOST_TEST(fault("1 +") ==
             "1:4 expression-syntax: The expression ends too early: expected a concept, a number, a "
             "function or a bracket");
  BOOST_TEST(fault("(1 + 2") ==
             "1:7 expression-syntax: The expression ends too early: expected a closing bracket \")\"");
  BOOST_TEST(fault("1 + 2)") == "1:6 expression-syntax: Found \")\", expected an operator or the end");
  BOOST_TEST(fault("in.new = 1") ==
             "1:8 expression-syntax: Found \"=\", expected an operator or the end | Write \"==\" to compare.");
  BOOST_TEST(fault("1 < 2 < 3") ==
             "1:7 expression-syntax: Found \"<\", expected an operator or the end | A comparison has "
             "two sides; join several with \"and\".");
  BOOST_TEST(fault("1 == 1 && 2 == 2") ==
             "1:8 expression-syntax: Found \"&\", expected an operator or the end | Write and, or, not.");
  BOOST_TEST(fault("in.new{applicant}") == "1:17 expression-syntax: Found \"}\", expected \"=\"");
  BOOST_TEST(fault("in.new{applicant=total") ==
             "1:23 expression-syntax: The expression ends too early: expected \",\" or a closing brace \"}\"");
  BOOST_TEST(fault("in.new{=total}") == "1:8 expression-syntax: Found \"=\", expected the name of a dimension");
  BOOST_TEST(fault("if 1 == 1 2 == 2") == "1:11 expression-syntax: Found \"2\", expected \"then\"");
  BOOST_TEST(fault("1 == 1 and\n  ) ").substr(0, 22) == "2:3 expression-syntax:");
  BOOST_TEST(fault("本年新收 == 1").substr(0, 22) == "1:1 expression-syntax:");
}

BOOST_AUTO_TEST_CASE(wrong_words_are_named_with_a_suggestion) {
  BOOST_TEST(fault("1 + inn.new") ==
             "1:5 expression-unknown-concept: Unknown concept \"inn.new\" | Did you mean in.new?");
  BOOST_TEST(fault("in.new{aplicant=total}") ==
             "1:8 expression-unknown-dimension: Unknown dimension \"aplicant\" | Did you mean applicant?");
  BOOST_TEST(fault("in.new{applicant=totl}") ==
             "1:8 expression-unknown-member: Dimension \"applicant\" has no member \"totl\" | Did you mean total?");
  BOOST_TEST(fault("in.new{applicant=total, applicant=person}").find("dimension-twice") != std::string::npos);
  BOOST_TEST(fault("suum(in.new)") == "1:1 expression-unknown-function: Unknown function \"suum\" | Did you mean sum?");
  BOOST_TEST(fault("round(in.new)").find("argument-count") != std::string::npos);
  BOOST_TEST(fault("round(in.new, 1.5)").find("1:15 expression-decimals-expected") == 0U);
  BOOST_TEST(fault("blank(in.new + 1)").find("1:7 expression-figure-expected") == 0U);
  BOOST_TEST(fault("nowhere.*").find("1:1 expression-empty-set") == 0U);
  BOOST_TEST(fault("3斤").find("1:1 expression-unknown-unit") == 0U);
  BOOST_TEST(fault("12345678901234567890123456789012345678901").find("number-too-long") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_and_conditions_do_not_mix) {
  BOOST_TEST(fault("(1 == 1) + 2").find("1:2 expression-number-expected") == 0U);
  BOOST_TEST(fault("1 and 2 == 2").find("1:1 expression-condition-expected") == 0U);
  BOOST_TEST(fault("not 1").find("condition-expected") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(units_that_do_not_go_together_are_a_fault) {
  BOOST_TEST(fault("in.new + money.fee").find("1:10 expression-unit-mismatch") == 0U);
  BOOST_TEST(fault("in.new == 3万元").find("unit-mismatch") != std::string::npos);
  BOOST_TEST(fault("in.new + texts.made") == "none");
}

BOOST_AUTO_TEST_CASE(the_message_shows_the_text_and_a_caret) {
  const auto wrong = compile_expression("1 == 1 and\n  inn.new == 2", test::plain_catalog());
  BOOST_TEST(wrong.error().message.zh == "没有指标“inn.new”\n    inn.new == 2\n    ^");
  BOOST_TEST(wrong.error().where == "2:3");
}

BOOST_AUTO_TEST_CASE(length_and_nesting_are_bounded) {
  const std::string open(61, '(');
  BOOST_TEST(fault(open + "1" + std::string(61, ')')).find("nested too deeply") != std::string::npos);
  BOOST_TEST(evaluate(std::string(60, '(') + "1" + std::string(60, ')'), kNothing) == "1");
  BOOST_TEST(fault(std::string(4001, '1')).find("too long") != std::string::npos);
  std::string conditions;
  for (int i = 0; i < 100; ++i) {
    conditions += "if 1 == 1 then ";
  }
  BOOST_TEST(fault(conditions + "1 == 1").find("nested too deeply") != std::string::npos);
  BOOST_TEST(evaluate(std::string(3999, '-') + "1", kNothing) == "-1");
  const auto sum_of = [](int terms) {
    std::string sum = "1";
    for (int i = 1; i < terms; ++i) {
      sum += "+1";
    }
    return sum;
  };
  BOOST_TEST(evaluate(sum_of(400), kNothing) == "400");
  BOOST_TEST(fault(sum_of(401)).find("too many operations") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mutated_expressions_never_break_the_parser) {
  const std::vector<std::string> seeds{
      "if known(in.new{applicant=total}) then in.new + in.old == out.total + sum(out.denied.*)",
      "round(out.granted / out.total * 100, 1) <= 5% or blank(previous:in.new)",
      "max(out.denied.**, 3万元) >= abs(-money.fee) and not units:in.new{applicant=*} != 0.5"};
  const std::string pieces = "()+-*/=<>!,.{}% \nab_9万‘≤：";
  std::mt19937 random(20251);
  for (int round = 0; round < 3000; ++round) {
    auto text = seeds[random() % seeds.size()];
    for (unsigned change = random() % 6; change > 0; --change) {
      const auto at = random() % (text.size() + 1);
      switch (random() % 3) {
        case 0:
          text.erase(at, random() % 5);
          break;
        case 1:
          text.insert(at, 1, pieces[random() % pieces.size()]);
          break;
        default:
          text.insert(at, seeds[random() % seeds.size()].substr(random() % 20, random() % 12));
      }
    }
    const auto result = compile_expression(text, test::plain_catalog());
    if (result) {
      static_cast<void>(result.value()->evaluate(kNothing));
    } else {
      BOOST_TEST(!result.error().message.zh.empty());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
