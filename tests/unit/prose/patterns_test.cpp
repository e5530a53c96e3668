#include <boost/test/unit_test.hpp>

#include "prose_support.hpp"

using nianbao::test::found;
using nianbao::test::PatternBook;

BOOST_AUTO_TEST_SUITE(sentence_patterns)

BOOST_AUTO_TEST_CASE(binds_a_number_with_its_unit) {
  PatternBook book;
  book.pattern("收到申请 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "全年收到申请 12 件。"), "a.b=12");
  BOOST_CHECK_EQUAL(found(book, "全年收到申请共１２件。"), "a.b=12");
  BOOST_CHECK_EQUAL(found(book, "收到申请（含转办）3条"), "a.b=3");
  BOOST_CHECK_EQUAL(found(book, "收到申请三件"), "a.b=3");
  BOOST_CHECK_EQUAL(found(book, "收到申请1.2万余件"), "a.b=12000");
  BOOST_CHECK_EQUAL(found(book, "收到申请12次"), "");
  BOOST_CHECK_EQUAL(found(book, "收到申请12"), "");
  BOOST_CHECK_EQUAL(found(book, "收到申请12天"), "");
  BOOST_CHECK_EQUAL(found(book, "收到申请第12件"), "");
}

BOOST_AUTO_TEST_CASE(takes_a_bare_number_where_it_may) {
  PatternBook book;
  book.pattern("申请数 {n:case?}");
  BOOST_CHECK_EQUAL(found(book, "申请数为12，"), "a.b=12");
  BOOST_CHECK_EQUAL(found(book, "申请数12件"), "a.b=12");
  BOOST_CHECK_EQUAL(found(book, "申请数12次"), "");
}

BOOST_AUTO_TEST_CASE(gaps_stay_within_the_clause_and_off_numbers) {
  PatternBook book;
  book.pattern("收到 ..8 申请 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "收到公民提出的申请2件"), "a.b=2");
  BOOST_CHECK_EQUAL(found(book, "收到公民法人其他组织提出的申请2件"), "");
  BOOST_CHECK_EQUAL(found(book, "收到来信，申请2件"), "");
  BOOST_CHECK_EQUAL(found(book, "收到5封的申请2件"), "");
  BOOST_CHECK_EQUAL(found(book, "收到《关于申请2件事项的规定》"), "");
  PatternBook wide;
  wide.pattern("收到 ..12,# 申请 {n:case}");
  BOOST_CHECK_EQUAL(found(wide, "收到来信5封，申请2件"), "a.b=2");
  BOOST_CHECK_EQUAL(found(wide, "收到来信5封。申请2件"), "");
}

BOOST_AUTO_TEST_CASE(gaps_run_over_dates) {
  PatternBook book;
  book.pattern("网站 ..4 公开 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "网站2022年公开22条"), "a.b=22");
}

BOOST_AUTO_TEST_CASE(optional_parts_and_alternatives) {
  PatternBook book;
  book.pattern("(收到|受理) [了] [各类] 申请 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "受理了各类申请2件；收到申请3件"), "a.b=2 a.b=3");
  BOOST_CHECK_EQUAL(found(book, "收到各种申请2件"), "");
}

BOOST_AUTO_TEST_CASE(clause_starts_and_ends) {
  PatternBook book;
  book.pattern("^ 合计 {n:case}");
  book.pattern("无申请 $").status = nianbao::Status::stated_zero;
  BOOST_CHECK_EQUAL(found(book, "网站2条，合计3条"), "a.b=3");
  BOOST_CHECK_EQUAL(found(book, "微博合计3条"), "");
  BOOST_CHECK_EQUAL(found(book, "全年无申请。"), "a.b=zero");
  BOOST_CHECK_EQUAL(found(book, "无申请人到访。"), "");
}

BOOST_AUTO_TEST_CASE(what_must_not_follow) {
  PatternBook book;
  book.pattern("没有申请 !(人|引发)").status = nianbao::Status::stated_zero;
  BOOST_CHECK_EQUAL(found(book, "没有申请。"), "a.b=zero");
  BOOST_CHECK_EQUAL(found(book, "没有申请引发的复议。"), "");
}

BOOST_AUTO_TEST_CASE(lists_of_words_and_of_numbers) {
  PatternBook book;
  book.words("channel.web", {"网站"}).words("channel.micro", {"微博", "官方微博"});
  book.pattern("<channel>+4 ..6 分别 {n:case}+", "a.b", {{"take", "channel"}});
  book.pattern("<channel>+4 发布 {n:case}", "a.b", {{"take", "channel"}});
  BOOST_CHECK_EQUAL(found(book, "网站、微博发布信息分别为5条、6条"), "a.b{channel=web}=5 a.b{channel=micro}=6");
  BOOST_CHECK_EQUAL(found(book, "微博发布6条"), "a.b{channel=micro}=6");
  // One figure for several things is their sum, unless it is zero.
  BOOST_CHECK_EQUAL(found(book, "网站、官方微博发布6条"), "sum 6 a.b{channel=web} a.b{channel=micro}");
  BOOST_CHECK_EQUAL(found(book, "网站和微博发布0条"), "a.b{channel=web}=0 a.b{channel=micro}=0");
  BOOST_CHECK_EQUAL(found(book, "网站、微博发布信息分别为5条、6条、7条"), "");
}

BOOST_AUTO_TEST_CASE(words_between_the_members_of_a_list) {
  PatternBook book;
  book.words("case.review", {"复议"}).words("case.suit", {"诉讼"}).words("case.report", {"举报"});
  book.pattern("未发生 ..6 <case>+6", "a.b", {{"take", "route=case"}, {"key.report", "a.c"}}).status =
      nianbao::Status::stated_zero;
  BOOST_CHECK_EQUAL(found(book, "未发生申请复议、提起诉讼和接受举报的情况"),
                    "a.b{route=review}=zero a.b{route=suit}=zero a.c=zero");
  BOOST_CHECK_EQUAL(found(book, "未发生复议诉讼。"), "a.b{route=review}=zero a.b{route=suit}=zero");
}

BOOST_AUTO_TEST_CASE(context_is_set_and_asked_for) {
  PatternBook book;
  book.words("route.review", {"复议"}).words("route.suit", {"诉讼"});
  book.pattern("<route>+", "", {{"sets", "route=@route"}});
  book.pattern("维持 {n:case}", "a.b", {{"take", "route"}});
  BOOST_CHECK_EQUAL(found(book, "复议3件，维持2件；诉讼5件，维持4件。维持1件。"),
                    "a.b{route=review}=2 a.b{route=suit}=4 a.b{route=suit}=1");
  // Of both together nothing can be said.
  BOOST_CHECK_EQUAL(found(book, "复议诉讼7件，维持4件"), "");
  BOOST_CHECK_EQUAL(found(book, "维持4件"), "");
}

BOOST_AUTO_TEST_CASE(conditions_on_the_context) {
  PatternBook book;
  book.pattern("申请", "", {{"sets", "about=request"}});
  book.pattern("热线", "", {{"sets", "about=other"}});
  book.pattern("办结 {n:case}", "a.b", {{"needs", "about=request"}});
  book.pattern("新闻", "", {{"sets", "sentence-topic=news"}});
  book.pattern("发布 {n:case}", "a.c", {{"unless", "sentence-topic"}});
  BOOST_CHECK_EQUAL(found(book, "申请5件，办结5件。热线12345，办结9件"), "a.b=5");
  BOOST_CHECK_EQUAL(found(book, "新闻发布2条。发布3条"), "a.c=3");
}

BOOST_AUTO_TEST_CASE(the_fuller_explanation_wins) {
  PatternBook book;
  book.pattern("公开信息 {n:case}");
  book.pattern("依申请公开信息 {n:case}", "");
  book.pattern("上年结转申请 {n:case}", "a.c");
  book.pattern("申请 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "公开信息734条，依申请公开信息12条，上年结转申请3件，申请4件"), "a.b=734 a.c=3 a.b=4");
}

BOOST_AUTO_TEST_CASE(two_concepts_for_one_number) {
  PatternBook book;
  book.words("way.fax", {"传真"}).words("way.post", {"邮寄"});
  book.pattern("通过 <way>+ 收到申请 {n:case}", "a.b", {{"take", "way"}, {"also", "a.total{x=y}"}});
  BOOST_CHECK_EQUAL(found(book, "通过传真收到申请2件"), "a.total{x=y}=2 a.b{way=fax}=2");
  BOOST_CHECK_EQUAL(found(book, "通过传真和邮寄收到申请2件"), "a.total{x=y}=2 sum 2 a.b{way=fax} a.b{way=post}");
}

BOOST_AUTO_TEST_CASE(the_context_chooses_the_concept) {
  PatternBook book;
  book.words("doc.law", {"规章"}).words("doc.paper", {"文件"});
  book.pattern("<doc>", "", {{"sets", "doc=@doc"}});
  book.pattern("废止 {n:case}", "", {{"by", "doc"}, {"key.law", "a.law"}, {"key.paper", "a.paper"}});
  BOOST_CHECK_EQUAL(found(book, "规章3件，废止1件；文件5件，废止2件"), "a.law=1 a.paper=2");
}

BOOST_AUTO_TEST_CASE(years_of_the_report) {
  PatternBook book;
  book.pattern("办结 {n:case}", "a.old").years = {0, 2018};
  book.pattern("办结 {n:case}", "a.new").years = {2019, 0};
  const auto patterns = book.compile();
  BOOST_REQUIRE(patterns.ok());
  nianbao::SentenceContext context;
  context.year = 2018;
  BOOST_CHECK_EQUAL(found(**patterns, "办结5件", context), "a.old=5");
  context.year = 2024;
  BOOST_CHECK_EQUAL(found(**patterns, "办结5件", context), "a.new=5");
  context.year = 0;
  BOOST_CHECK_EQUAL(found(**patterns, "办结5件", context), "a.new=5");
}

BOOST_AUTO_TEST_CASE(notes_and_claims) {
  PatternBook book;
  book.words("scope.area", {"全市"});
  book.pattern("^ {year} !(以来)", "", {{"note", "year"}});
  book.pattern("<scope>", "", {{"note", "scope=@scope"}});
  book.pattern("{any} , 占 ..4 {percent}", "").claim = nianbao::ClaimKind::share;
  BOOST_CHECK_EQUAL(found(book, "2018年，全市受理3件，占总数的34.6%"), "year:2018 scope:area share 34.6");
  BOOST_CHECK_EQUAL(found(book, "2018年以来受理3件"), "");
}

BOOST_AUTO_TEST_CASE(variants_of_characters) {
  PatternBook book;
  book.words("variants", {"開开", "條条"});
  book.pattern("公开 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "公開12條"), "a.b=12");
}

BOOST_AUTO_TEST_CASE(titles_and_slogans_say_nothing) {
  PatternBook book;
  book.words("paper.gazette", {"公报》"});
  book.pattern("公开 {n:case}");
  book.pattern("通过 ..4 <paper> 登载 {n:case}", "a.c");
  book.pattern("办结 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "印发《公开12条》，公开3条"), "a.b=3");
  BOOST_CHECK_EQUAL(found(book, "通过《清河市人民政府公报》登载9条"), "a.c=9");
  BOOST_CHECK_EQUAL(found(book, "做到“办结一件、满意一件”"), "");
}

BOOST_AUTO_TEST_CASE(faults_name_the_place) {
  PatternBook book;
  book.pattern("收到 <nothing> {n}");
  book.pattern("..4 收到");
  book.pattern("收到 {nothing}");
  book.pattern("收到 {n:litre}");
  book.pattern("收到 {n", "a.b", {{"also", "x.y"}, {"each", "maybe"}, {"colour", "red"}});
  const auto compiled = book.compile();
  BOOST_REQUIRE(!compiled.ok());
  BOOST_CHECK_EQUAL(
      compiled.error().message.en,
      "prose.yaml:7:18: test/0: There is no list of words called \"nothing\"\n"
      "prose.yaml:7:18: test/2: There is no slot {nothing}; there are {n} {any} {year} {date} {percent}\n"
      "prose.yaml:7:18: test/3: There is no list of units \"unit.litre\"\n"
      "prose.yaml:7:20: test/4: The pattern ends too early: a closing bracket, > or } is missing\n"
      "prose.yaml:7:15: test/4: There is no concept \"x.y\"\n"
      "prose.yaml:7:15: test/4: Option each is yes or no\n"
      "prose.yaml:7:15: test/4: There is no option \"colour\"\n"
      "prose.yaml:7:15: test/1: A pattern must start with a word, a number or a year");
}

BOOST_AUTO_TEST_CASE(a_minus_may_be_said_in_words) {
  PatternBook book;
  book.pattern("减少 {n:case}", "a.b", {{"sign", "minus"}});
  book.pattern("增加 {n:case}");
  BOOST_CHECK_EQUAL(found(book, "增加3件，减少4件，减少0件"), "a.b=3 a.b=-4 a.b=0");
  book.pattern("降低 {n:case}", "a.b", {{"sign", "plus"}, {"says", "降低{n"}});
  BOOST_CHECK_EQUAL(found(book, "减少4件"),
                    "prose.yaml:7:15: test/2: Option sign is minus\n"
                    "prose.yaml:7:15: test/2: Option says is no pattern");
}

BOOST_AUTO_TEST_CASE(hostile_texts_end_soon) {
  PatternBook book;
  book.words("x", {"甲"});
  book.pattern("<x> ..60 <x> ..60 <x> ..60 <x> ..60 乙 {n}");
  book.pattern("<x>+20 ..60 乙 {n:case}+");
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += "甲、";
  }
  BOOST_CHECK_EQUAL(found(book, text + "乙"), "");
  BOOST_CHECK_EQUAL(found(book, ""), "");
  BOOST_CHECK_EQUAL(found(book, "\xFF\xFE\x80"), "");
  BOOST_CHECK_EQUAL(found(book, std::string(100000, '9') + "件"), "");
  std::string ones;
  for (int i = 0; i < 100000; ++i) {
    ones += "一";
  }
  BOOST_CHECK_EQUAL(found(book, ones + "件"), "");
}

BOOST_AUTO_TEST_SUITE_END()
