// What follows a total in the text: the parts it is made of.
#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>

#include "listed_parts.hpp"
#include "prose_support.hpp"

using namespace nianbao;

namespace {

std::shared_ptr<const SentencePatterns> list_words() {
  test::PatternBook book;
  book.pattern("其中", "", {{"note", "list=begins"}});
  book.pattern("包括", "", {{"note", "list=nested"}});
  book.pattern("(其他|其它)", "", {{"note", "list=rest"}});
  return *book.compile();
}

/// The sum of the list behind 条, or "none".
std::string sum_behind(const char* text) {
  static const auto patterns = list_words();
  const Folded folded = fold(text);
  const auto at = folded.chars().find(U'条');
  SentenceReader reader(*patterns);
  SentenceReading sentence;
  SentenceContext context;
  reader.start(folded, true);
  reader.next(context, sentence);
  const auto list = prose_format::listed_parts(folded, sentence, at + 1, "条");
  return list ? list->sum.to_string() : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(listed_parts)

BOOST_AUTO_TEST_CASE(whole_lists_are_added_up) {
  BOOST_TEST(sum_behind("公开信息90条，(其中机构职能类25条，政策、文件类40条，其他信息20条)对于") == "85");
  BOOST_TEST(sum_behind("公开信息90条（其中：甲类25条；乙类40条；其它25条）。") == "90");
  BOOST_TEST(sum_behind("公开信息90条，其中甲类25条、乙类40条、其他25条。") == "90");
}

BOOST_AUTO_TEST_CASE(one_total_may_be_broken_down_twice) {
  BOOST_TEST(sum_behind("公开信息90条，其中甲类50条、乙类40条；网站60条、其他30条。") == "90");
  BOOST_TEST(sum_behind("公开信息90条，其中甲类50条、乙类40条；网站60条、其他20条。") == "none");
}

BOOST_AUTO_TEST_CASE(parts_of_a_part_are_none_of_the_whole) {
  BOOST_TEST(sum_behind("公开信息90条，其中甲类50条，包括图片20条，乙类20条，其他20条。") == "none");
}

BOOST_AUTO_TEST_CASE(lists_that_may_leave_something_out_are_not) {
  BOOST_TEST(sum_behind("公开信息90条，其中甲类25条，乙类40条，丙类25条。") == "none");
  BOOST_TEST(sum_behind("公开信息90条，其中甲类25条，其他65条。") == "none");
  BOOST_TEST(sum_behind("公开信息90条，其中甲类约25条，乙类40条，其他25条。") == "none");
  BOOST_TEST(sum_behind("公开信息90条，其中甲类25件，乙类40条，其他25条。") == "none");
  BOOST_TEST(sum_behind("公开信息90条，其中") == "none");
  BOOST_TEST(sum_behind("公开信息90条") == "none");
}

BOOST_AUTO_TEST_SUITE_END()
