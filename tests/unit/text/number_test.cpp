#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include <string>

using nianbao::fold;
using nianbao::Folded;
using nianbao::Number;
using nianbao::Qualifier;
using nianbao::read_number;

namespace {

struct Expected {
  const char* text;
  const char* value;  ///< empty: no number starts at the first character
  const char* step;
  const char* rest;  ///< folded text behind the number
  Qualifier qualifier = Qualifier::none;
};

void check(const Expected& e) {
  BOOST_TEST_CONTEXT(e.text) {
    const Folded text = fold(e.text);
    const auto number = read_number(text, 0);
    BOOST_TEST(number.has_value() == (*e.value != '\0'));
    if (number) {
      BOOST_TEST(number->value.to_string() == e.value);
      BOOST_TEST(number->step.to_string() == e.step);
      BOOST_TEST(text.utf8(number->to, text.size()) == e.rest);
      BOOST_TEST((number->qualifier == e.qualifier));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers)

BOOST_AUTO_TEST_CASE(digits) {
  for (const Expected& e : {
           Expected{"5件", "5", "1", "件"},
           {"１２件", "12", "1", "件"},
           {"1,234,567元", "1234567", "1", "元"},
           {"1，234件", "1234", "1", "件"},
           {"12，34，56件", "12", "1", ",34,56件"},
           {"120,345,67件", "120", "1", ",345,67件"},
           {"2018,345", "2018", "1", ",345"},
           {"14.28亿元", "14.28", "0.01", "亿元"},
           {"1.50%", "1.5", "0.01", "%"},
           {"3.", "3", "1", "."},
           {"1.2.3条", "1", "1", ".2.3条"},
           {"件", "", "", ""},
           {"①5件", "", "", ""},
           {"5²", "5", "1", "2"},
       }) {
    check(e);
  }
}

BOOST_AUTO_TEST_CASE(digits_cut_by_white_space) {
  for (const Expected& e : {
           Expected{"14 767件", "14767", "1", "件"},
           {"1 234 567", "1234567", "1", ""},
           {"2069 12106", "2069", "1", "12106"},
           {"12 34件", "12", "1", "34件"},
           {"123 456 78", "123", "1", "45678"},
           {"20\n15件", "2015", "1", "件"},
           {"429.38\n57 万元", "429.3857", "0.0001", "万元"},
       }) {
    check(e);
  }
  const auto kept = nianbao::fold_keeping_space("14 767");
  BOOST_TEST(read_number(kept, 0)->value.to_string() == "14");
}

BOOST_AUTO_TEST_CASE(signs_need_something_that_is_no_figure_before_them) {
  check({"-197件", "-197", "1", "件"});
  check({"－197件", "-197", "1", "件"});
  check({"−1.5%", "-1.5", "0.1", "%"});
  check({"+19", "19", "1", ""});
  check({"--19", "", "", ""});
  const Folded range = fold("2014-2018年，增长-3");
  BOOST_TEST(!read_number(range, 4).has_value());
  BOOST_TEST(!read_number(range, 7).has_value());
  const Folded listed = fold("分别为3、-4件");
  BOOST_TEST(read_number(listed, 5)->value.to_string() == "-4");
  BOOST_TEST(read_number(listed, 5)->signed_);
}

BOOST_AUTO_TEST_CASE(places_multiply) {
  for (const Expected& e : {
           Expected{"18万余条", "180000", "10000", "条", Qualifier::over},
           {"1.05万人次", "10500", "100", "人次"},
           {"2.72万余条", "27200", "100", "条", Qualifier::over},
           {"3000多万次", "30000000", "10000", "次", Qualifier::over},
           {"3亿5000万次", "350000000", "10000", "次"},
           {"1万2千条", "12000", "1000", "条"},
           {"2千万次", "20000000", "10000000", "次"},
           {"419万元", "419", "1", "万元"},
           {"419万余元", "4190000", "10000", "元", Qualifier::over},
           {"5千克", "5", "1", "千克"},
       }) {
    check(e);
  }
}

BOOST_AUTO_TEST_CASE(chinese_numerals) {
  for (const Expected& e : {
           Expected{"十二件", "12", "1", "件"},
           {"二十件", "20", "1", "件"},
           {"一百〇八条", "108", "1", "条"},
           {"一百零八条", "108", "1", "条"},
           {"两万三千次", "23000", "1000", "次"},
           {"一万二条", "12000", "1000", "条"},
           {"三百五条", "350", "1", "条"},
           {"一万〇五百条", "10500", "1", "条"},
           {"廿三期", "23", "1", "期"},
           {"二〇一九年", "2019", "1", "年"},
           {"二○一○年", "2010", "1", "年"},
           {"三亿五千万", "350000000", "10000", ""},
           {"一万亿", "1000000000000", "100000000", ""},
           {"壹仟贰佰", "1200", "1", ""},
           {"十余万条", "100000", "10000", "条", Qualifier::over},
           {"二十余件", "20", "1", "件", Qualifier::over},
           {"百余件", "", "", ""},
           {"万元", "", "", ""},
           {"㈠号", "", "", ""},
       }) {
    check(e);
  }
  BOOST_TEST(read_number(fold("三条"), 0)->chinese);
  BOOST_TEST(!read_number(fold("数十件"), 1).has_value());
}

BOOST_AUTO_TEST_CASE(qualifiers) {
  for (const Expected& e : {
           Expected{"近18万条", "180000", "10000", "条", Qualifier::under},
           {"约20件", "20", "1", "件", Qualifier::about},
           {"超过300件", "300", "1", "件", Qualifier::over},
           {"逾300件", "300", "1", "件", Qualifier::over},
           {"20多件", "20", "1", "件", Qualifier::over},
           {"20左右", "20", "1", "", Qualifier::about},
           {"20万人次左右", "200000", "10000", "人次左右", Qualifier::about},
           {"100件以上", "100", "1", "件以上", Qualifier::over},
           {"20件，左右为难", "20", "1", "件,左右为难"},
       }) {
    check(e);
  }
  const Folded text = fold("受理约20件、预约20人");
  BOOST_TEST(read_number(text, 3)->from == 2U);
  BOOST_TEST((read_number(text, 3)->qualifier == Qualifier::about));
  BOOST_TEST((read_number(text, 9)->qualifier == Qualifier::none));
}

BOOST_AUTO_TEST_CASE(no_number_starts_inside_one) {
  const Folded text = fold("35.25");
  BOOST_TEST(!read_number(text, 1).has_value());
  BOOST_TEST(!read_number(text, 3).has_value());
  BOOST_TEST(!read_number(text, 4).has_value());
  BOOST_TEST(!read_number(text, 99).has_value());
}

BOOST_AUTO_TEST_CASE(too_long_numbers_are_none) {
  BOOST_TEST(!read_number(fold(std::string(100000, '9')), 0).has_value());
  BOOST_TEST(!read_number(fold("9" + std::string(35, '0') + "亿亿亿"), 0).has_value());
}

BOOST_AUTO_TEST_CASE(figures_are_found_and_look_alikes_passed) {
  const Folded text = fold(
      "2018年3月，云溪县（〔2014〕32号）受理申请1,234件，电话0943-6629128，2014-2018年第3次，"
      "12:30，邮箱a12@b.cn，三十二人，一是，增减：-5件，3.1.2。");
  std::string found;
  for (auto number = nianbao::find_number(text, 0); number; number = nianbao::find_number(text, number->to)) {
    found += number->value.to_string() + " ";
  }
  BOOST_TEST(found == "1234 32 -5 ");
}

BOOST_AUTO_TEST_SUITE_END()
