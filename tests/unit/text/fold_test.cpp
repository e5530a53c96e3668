#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include <string>
#include <utility>

using nianbao::fold;
using nianbao::fold_keeping_space;
using nianbao::fold_key;

BOOST_AUTO_TEST_SUITE(fold_text)

BOOST_AUTO_TEST_CASE(forms_of_the_same_character_fold_to_one) {
  for (const auto& [text, key] : std::initializer_list<std::pair<const char*, const char*>>{
           {"１２３．５％", "123.5%"},
           {"（一）［二］【三】〔四〕", "(一)(二)(三)(四)"},
           {"—－–−―─", "------"},
           {"“甲”「乙」", "\"甲\"\"乙\""},
           {"〈办法〉", "《办法》"},
           {"甲·乙•丙・丁", "甲·乙·丙·丁"},
           {"电话：０９０；", "电话:090;"},
           {"二○一九年", "二〇一九年"},
           {"⺠⽣⻓", "民生长"},
           {"人数\t（ 人 ）\n", "人数(人)"},
           {"\xEF\xBB\xBF全\xE2\x80\x8B市\xC2\xA0 \xE3\x80\x80", "全市"},
           {"㎡", "m2"},
           {"", ""},
       }) {
    BOOST_TEST(fold_key(text) == key);
  }
}

BOOST_AUTO_TEST_CASE(the_map_leads_back_to_the_original) {
  const std::string text = "共 ⒓件\n（５）";
  const auto folded = fold(text);
  BOOST_TEST(folded.utf8() == "共12.件(5)");
  BOOST_TEST(folded.original(0) == 0U);
  BOOST_TEST(folded.original(1) == 2U);
  BOOST_TEST(folded.original(3) == 2U);
  BOOST_TEST(folded.original_byte(4) == 7U);
  BOOST_TEST(folded.original(folded.size()) == 8U);
  BOOST_TEST(folded.original_byte(folded.size()) == text.size());
  BOOST_TEST(folded.slice(text, 1, 5) == "⒓件");
  BOOST_TEST(folded.slice(text, 4, 6) == "件\n（");
  BOOST_TEST((folded.original_range(1, 3) == nianbao::Range{2, 3}));
  BOOST_TEST((folded.original_range(2, 2) == nianbao::Range{2, 2}));
}

BOOST_AUTO_TEST_CASE(dropped_white_space_is_remembered) {
  const auto folded = fold("甲 乙\n丙丁");
  BOOST_TEST(folded.space_before(1));
  BOOST_TEST(!folded.break_before(1));
  BOOST_TEST(folded.break_before(2));
  BOOST_TEST(!folded.space_before(3));
}

BOOST_AUTO_TEST_CASE(kept_white_space_is_one_blank) {
  const auto folded = fold_keeping_space("甲 \t\n乙　丙");
  BOOST_TEST(folded.utf8() == "甲 乙 丙");
  BOOST_TEST(folded.original(1) == 1U);
  BOOST_TEST(folded.original(2) == 4U);
  BOOST_TEST(folded.break_before(2));
}

BOOST_AUTO_TEST_CASE(signs_around_numbers_are_no_digits) {
  const auto folded = fold("①5²½㈠⑴❸１");
  BOOST_TEST(folded.utf8() == "1521/2(一)(1)31");
  BOOST_TEST(folded.is_numbering(0));
  BOOST_TEST(!folded.is_numbering(1));
  BOOST_TEST(folded.is_numbering(2));
  BOOST_TEST(folded.is_numbering(3));
  BOOST_TEST(folded.is_numbering(7));
  BOOST_TEST(folded.is_numbering(folded.size() - 2));
  BOOST_TEST(!folded.is_numbering(folded.size() - 1));
}

BOOST_AUTO_TEST_CASE(invalid_and_astral_input_is_folded_too) {
  BOOST_TEST(fold_key("\xE4\xB8"
                      "5") ==
             "\xEF\xBF\xBD\xEF\xBF\xBD"
             "5");
  BOOST_TEST(fold(std::string(300, '\x80')).size() == 300U);
  BOOST_TEST((fold("\xED\xA0\x80 a surrogate").chars().substr(0, 4) == U"\uFFFD\uFFFD\uFFFDa"));
  BOOST_TEST((fold("\xE0\x80\x80 too long a form").chars().substr(0, 4) == U"\uFFFD\uFFFD\uFFFDt"));
  BOOST_TEST(fold_key("\xE4\xB8\xAD\xE4\xB8") == "中\xEF\xBF\xBD\xEF\xBF\xBD");
  BOOST_TEST(fold_key("😀𠮷") == "😀𠮷");
  BOOST_TEST(fold_key("\xF0\x9D\x9F\x97") == "9");  // mathematical digit
  BOOST_TEST(fold("\xEF\xB7\xBA\xEF\xB7\xBA").size() == 30U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(characters_are_counted_and_found) {
  BOOST_TEST(nianbao::count_chars("a年😀") == 3U);
  BOOST_TEST(nianbao::byte_of_char("a年😀", 2) == 4U);
  BOOST_TEST(nianbao::byte_of_char("a年😀", 0) == 0U);
  BOOST_TEST(nianbao::byte_of_char("a年😀", 9) == 8U);
  BOOST_TEST(nianbao::display_width("a年（x̂") == 6U);
}

BOOST_AUTO_TEST_CASE(traditional_characters_fold_to_simplified_ones) {
  BOOST_TEST(fold_key("現行有效件數、廢止規範、結轉") == fold_key("现行有效件数、废止规范、结转"));
  BOOST_TEST(fold_key("喆珺镕") == "喆珺镕");
}

BOOST_AUTO_TEST_CASE(readings_in_brackets_are_dropped) {
  BOOST_TEST(fold_key("本年制發(fā)件數(shù)") == "本年制发件数");
  BOOST_TEST(fold_key("本年制发（fā）件数12") == "本年制发件数12");
  BOOST_TEST(fold_key("其他(word)") == "其他(word)");
  BOOST_TEST(fold_key("发(fā") == "发(fā");
  const auto folded = fold("發(fā)件12");
  BOOST_TEST(folded.original(1) == 5U);
}

BOOST_AUTO_TEST_SUITE_END()
