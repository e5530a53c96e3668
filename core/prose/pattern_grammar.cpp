#define BOOST_SPIRIT_X3_UNICODE
#include "prose/pattern_grammar.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <string>

BOOST_FUSION_ADAPT_STRUCT(nianbao::prose::ast::Words, name, list, filler)
BOOST_FUSION_ADAPT_STRUCT(nianbao::prose::ast::Slot, name, unit, bare, list)
BOOST_FUSION_ADAPT_STRUCT(nianbao::prose::ast::Gap, most, over_clauses, over_numbers)

namespace nianbao::prose {

namespace {

namespace x3 = boost::spirit::x3;
using Iterator = std::u32string_view::const_iterator;

constexpr std::size_t kLongest = 2000;
constexpr int kDeepest = 20;

const auto mark = [](char32_t c) { return x3::omit[x3::unicode::char_(c)]; };
const auto present = [](char32_t c) { return x3::matches[x3::unicode::char_(c)]; };
const auto append = [](auto& context) { x3::_val(context).push_back(std::move(x3::_attr(context))); };

x3::rule<struct PatternRule, ast::Alternatives> const alternatives = "alternatives";
x3::rule<struct SequenceRule, ast::Sequence> const sequence = "sequence";
x3::rule<struct ItemRule, ast::Item> const item = "item";
x3::rule<struct LiteralRule, std::u32string> const literal = "literal";
x3::rule<struct NameRule, std::u32string> const name = "name";
x3::rule<struct WordsRule, ast::Words> const words = "words";
x3::rule<struct SlotRule, ast::Slot> const slot = "slot";
x3::rule<struct GapRule, ast::Gap> const gap = "gap";

const x3::uint_parser<std::uint32_t, 10, 1, 3> count;
const auto blank = x3::omit[x3::unicode::space];
const auto special = x3::unicode::char_(U"<>{}[]()|^$!+.\\") | x3::unicode::space;
const auto letter = x3::unicode::char_(U'a', U'z') | x3::unicode::char_(U'0', U'9') | x3::unicode::char_(U'-') |
                    x3::unicode::char_(U'_') | x3::unicode::char_(U'.');

const auto name_def = +letter;
const auto literal_def = +((mark(U'\\') > x3::unicode::char_) | (x3::unicode::char_ - special));
const auto words_def = mark(U'<') > name > mark(U'>') > present(U'+') > (count | x3::attr(0U));
const auto slot_def = mark(U'{') > name > ((mark(U':') > name) | x3::attr(std::u32string())) > present(U'?') >
                      mark(U'}') > present(U'+');
const auto gap_def = mark(U'.') > mark(U'.') > (count | x3::attr(0U)) > present(U',') > present(U'#');

struct PatternBegin {};  // tag of the text's first character in the parser's context

const auto place = [](auto& context) {
  const auto offset = x3::_where(context).begin() - x3::get<PatternBegin>(context).get();
  x3::_val(context).position = static_cast<std::uint32_t>(offset);
};
const auto assign = [](auto& context) { x3::_val(context).value = std::move(x3::_attr(context)); };
const auto text_item = [](auto& context) { x3::_val(context).value = ast::Literal{std::move(x3::_attr(context))}; };
template <typename T>
const auto bracketed = [](auto& context) { x3::_val(context).value = T{std::move(x3::_attr(context))}; };
template <typename T>
const auto anchor = [](auto& context) { x3::_val(context).value = T{}; };

const auto item_def = x3::eps[place] >>
                      (words[assign] | slot[assign] | gap[assign] | mark(U'^')[anchor<ast::ClauseStart>] |
                       mark(U'$')[anchor<ast::ClauseEnd>] |
                       (mark(U'[') > alternatives > mark(U']'))[bracketed<ast::Optional>] |
                       (mark(U'(') > alternatives > mark(U')'))[bracketed<ast::Group>] |
                       (mark(U'!') > mark(U'(') > alternatives > mark(U')'))[bracketed<ast::Not>] | literal[text_item]);
const auto sequence_def = *blank >> *(item[append] >> *blank);
const auto alternatives_def = sequence[append] >> *(mark(U'|') >> sequence[append]);

BOOST_SPIRIT_DEFINE(alternatives, sequence, item, literal, name, words, slot, gap)

bool too_deep(std::u32string_view text) {
  int depth = 0;
  for (const char32_t c : text) {
    depth += (c == U'[' || c == U'(') ? 1 : (c == U']' || c == U')') ? -1 : 0;
    if (depth > kDeepest) {
      return true;
    }
  }
  return false;
}

ParsedPattern fault(std::size_t position, Message message) {
  ParsedPattern parsed;
  parsed.fault = {static_cast<std::uint32_t>(position), std::move(message), {}};
  return parsed;
}

}  // namespace

ParsedPattern parse_pattern(std::u32string_view text) {
  if (text.size() > kLongest || too_deep(text)) {
    return fault(0, {"句式太长或括号嵌套太深（最多 2000 字、20 层）",
                     "The pattern is too long or nested too deeply (2,000 characters, 20 brackets at most)"});
  }
  ParsedPattern parsed;
  Iterator at = text.begin();
  const Iterator begin = text.begin();
  try {
    const auto grammar = x3::with<PatternBegin>(std::cref(begin))[alternatives];
    parsed.ok = x3::parse(at, text.end(), grammar, parsed.pattern) && at == text.end();
  } catch (const x3::expectation_failure<Iterator>& failure) {
    at = failure.where();
    parsed.ok = false;
  }
  if (parsed.ok) {
    return parsed;
  }
  const bool ended = at == text.end();
  return fault(static_cast<std::size_t>(at - begin),
               ended ? Message{"句式没有写完：缺少右括号、> 或 }",
                               "The pattern ends too early: a closing bracket, > or } is missing"}
                     : Message{"句式在此处看不懂：符号用错，或括号不成对",
                               "The pattern cannot be read here: a misused sign, or a bracket without its pair"});
}

}  // namespace nianbao::prose
