#define BOOST_SPIRIT_X3_UNICODE
#include "rules/grammar.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/spirit/home/x3.hpp>

#include <algorithm>

#include "rules/syntax_fault.hpp"
#include "text/code_point.hpp"

namespace nianbao {
namespace {

namespace x3 = boost::spirit::x3;
using ast::Node;
using ast::Op;
using Chars = std::u32string_view;
using Iterator = Chars::const_iterator;

struct Start;  // x3::with: the first character of the text

template <typename Value>
using Symbols = x3::symbols_parser<boost::spirit::char_encoding::unicode, Value>;

struct ConditionRule {};
struct DisjunctionRule {};
struct ConjunctionRule {};
struct NegationRule {};
struct ComparisonRule {};
struct SumRule {};
struct ProductRule {};
struct FactorRule {};
struct PrimaryRule {};
struct NumberRule {};
struct CallRule {};
struct ReferenceRule {};

std::string narrow(Chars text) {
  std::string result;
  for (const auto c : text) {
    append_utf8(result, c);
  }
  return result;
}

std::string narrow(const boost::iterator_range<Iterator>& range) {
  return narrow(Chars(&*range.begin(), static_cast<std::size_t>(range.end() - range.begin())));
}

// --- actions ---------------------------------------------------------------

const auto take = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };

void combine(Node& left, Op op, Node&& right) {
  Node node;
  node.op = op;
  node.at = {left.at.from, right.at.to};
  node.operands.reserve(2);
  node.operands.push_back(std::move(left));
  node.operands.push_back(std::move(right));
  left = std::move(node);
}

/// left, then (operator, right): the tree leans to the left.
const auto fold = [](auto& context) {
  auto& attribute = x3::_attr(context);
  combine(x3::_val(context), boost::fusion::at_c<0>(attribute), std::move(boost::fusion::at_c<1>(attribute)));
};
template <Op op>
const auto fold_as = [](auto& context) { combine(x3::_val(context), op, std::move(x3::_attr(context))); };

void wrap(Node& node, Op op) {
  Node outer;
  outer.op = op;
  outer.at = node.at;
  outer.operands.push_back(std::move(node));
  node = std::move(outer);
}

/// Signs and `not` before an operand: an even number of them cancels out.
template <Op op>
const auto prefixed = [](auto& context) {
  auto& attribute = x3::_attr(context);
  Node& node = x3::_val(context);
  node = std::move(boost::fusion::at_c<1>(attribute));
  if (boost::fusion::at_c<0>(attribute).size() % 2 == 1) {
    wrap(node, op);
  }
};

const auto implication = [](auto& context) {
  auto& attribute = x3::_attr(context);
  Node& node = x3::_val(context);
  node = std::move(boost::fusion::at_c<0>(attribute));
  combine(node, Op::implies, std::move(boost::fusion::at_c<1>(attribute)));
};

/// The first character of a node, and the one behind it; white space before the end was skipped.
const auto set_begin = [](auto& context) {
  const Iterator start = x3::get<Start>(context);
  x3::_val(context).at.from = static_cast<std::uint32_t>(x3::_attr(context).begin() - start);
};
const auto set_end = [](auto& context) {
  const Iterator start = x3::get<Start>(context);
  Iterator end = x3::_attr(context).begin();
  while (end != start && is_space(*(end - 1))) {
    --end;
  }
  x3::_val(context).at.to = static_cast<std::uint32_t>(end - start);
};
const auto set_text = [](auto& context) { x3::_val(context).text = narrow(x3::_attr(context)); };
const auto set_unit = [](auto& context) { x3::_val(context).unit = narrow(x3::_attr(context)); };
const auto set_from = [](auto& context) { x3::_val(context).from = x3::_attr(context); };
const auto set_depth = [](auto& context) { x3::_val(context).depth = x3::_attr(context); };
const auto add_operand = [](auto& context) { x3::_val(context).operands.push_back(std::move(x3::_attr(context))); };
const auto add_dimension = [](auto& context) {
  const Iterator start = x3::get<Start>(context);
  auto& attribute = x3::_attr(context);
  const auto& name = boost::fusion::at_c<0>(attribute);
  const auto& member = boost::fusion::at_c<1>(attribute);
  x3::_val(context).dims.push_back(
      {narrow(name),
       narrow(member),
       {static_cast<std::uint32_t>(name.begin() - start), static_cast<std::uint32_t>(member.end() - start)}});
};
template <Op op>
const auto become = [](auto& context) { x3::_val(context).op = op; };

// --- words -----------------------------------------------------------------

using x3::lexeme;
using x3::omit;
using x3::raw;
using x3::unicode::char_;
using x3::unicode::lit;

constexpr auto either(char32_t half, char32_t full) { return omit[char_(half) | char_(full)]; }

const auto digit = char_(U'0', U'9');
const auto lower = char_(U'a', U'z');
const auto word_char = lower | digit | char_(U'_');
const auto word = lower >> *word_char;
const auto han = char_(U'\u3400', U'\u9FFF');
const auto space = char_(U' ') | char_(U'\t') | char_(U'\n') | char_(U'\r') | char_(U'\u3000');

/// A word of the language; its attribute counts it.
auto keyword(const char32_t* text) { return lexeme[lit(text) >> !(word_char | char_(U'.'))] >> x3::attr(true); }

struct Operators {
  Symbols<Op> comparison, sum, product;
  Symbols<ast::Depth> wildcard;
  Symbols<Operand::From> from;
  Operators() {
    comparison.add(U"==", Op::equal)(U"＝＝", Op::equal)(U"!=", Op::not_equal)(U"≠", Op::not_equal)(U"<", Op::less)(
        U"＜", Op::less)(U"<=", Op::less_equal)(U"≤", Op::less_equal)(U"＜＝", Op::less_equal)(U">", Op::greater)(
        U"＞", Op::greater)(U">=", Op::greater_equal)(U"≥", Op::greater_equal)(U"＞＝", Op::greater_equal);
    sum.add(U"+", Op::add)(U"＋", Op::add)(U"-", Op::subtract)(U"－", Op::subtract)(U"−", Op::subtract);
    product.add(U"*", Op::multiply)(U"×", Op::multiply)(U"/", Op::divide)(U"÷", Op::divide)(U"／", Op::divide);
    wildcard.add(U".*", ast::Depth::children)(U".**", ast::Depth::descendants);
    from.add(U"previous:", Operand::From::previous)(U"units:", Operand::From::units);
  }
};
const Operators operators;

const auto open = either(U'(', U'（');
const auto close = either(U')', U'）');
const auto comma = either(U',', U'，');
const auto minus = char_(U'-') | char_(U'－') | char_(U'−');

// --- rules -----------------------------------------------------------------

const x3::rule<ConditionRule, Node> condition = "condition";
const x3::rule<DisjunctionRule, Node> disjunction = "value";
const x3::rule<ConjunctionRule, Node> conjunction = "value";
const x3::rule<NegationRule, Node> negation = "value";
const x3::rule<ComparisonRule, Node> comparison = "value";
const x3::rule<SumRule, Node> sum = "value";
const x3::rule<ProductRule, Node> product = "value";
const x3::rule<FactorRule, Node> factor = "value";
const x3::rule<PrimaryRule, Node> primary = "value";
const x3::rule<NumberRule, Node> number = "number";
const x3::rule<CallRule, Node> call = "call";
const x3::rule<ReferenceRule, Node> reference = "reference";
const x3::rule<struct CloseRule> closing = "closing";
const x3::rule<struct BraceRule> brace = "brace";
const x3::rule<struct ThenRule> then = "then";
const x3::rule<struct MemberRule, boost::iterator_range<Iterator>> member = "member";
const x3::rule<struct DimensionRule, boost::iterator_range<Iterator>> dimension = "dimension";
const x3::rule<struct DimensionAheadRule> dimension_ahead = "dimension";
const x3::rule<struct EqualsRule> equals = "equals";
const x3::rule<struct EndRule> end = "end";

const auto closing_def = close;
const auto brace_def = either(U'}', U'｝');
const auto then_def = omit[keyword(U"then")];
const auto equals_def = either(U'=', U'＝') >> !char_(U'=');
const auto end_def = omit[x3::eoi];
const auto dimension_ahead_def = &omit[lexeme[word]];
const auto dimension_def = raw[lexeme[word]];
const auto member_def = raw[lexeme[+word_char | char_(U'*')]];

const auto reserved = keyword(U"and") | keyword(U"or") | keyword(U"not") | keyword(U"if") | keyword(U"then");

const auto begin_of = raw[x3::eps];
const auto end_of = raw[x3::eps];
const auto number_def = begin_of[set_begin] >> raw[lexeme[+digit >> -(char_(U'.') >> +digit)]][set_text] >>
                        -raw[char_(U'%') | lexeme[+han]][set_unit] >> end_of[set_end];
const auto dims = either(U'{', U'｛') > dimension_ahead >
                  ((dimension > equals > member)[add_dimension] % comma) > brace;
const auto reference_def = !reserved >> begin_of[set_begin] >> x3::eps[become<Op::reference>] >>
                           lexeme[-operators.from[set_from] >> raw[word >> *(char_(U'.') >> word)][set_text] >>
                                  -operators.wildcard[set_depth]] >>
                           -dims >> end_of[set_end];
const auto call_def = (!reserved >> begin_of[set_begin] >> x3::eps[become<Op::call>] >> raw[lexeme[word]][set_text] >>
                       open) > (condition[add_operand] % comma) > closing
                      > end_of[set_end];
const auto primary_def = number[take] | call[take] | reference[take] | (open > condition[take] > closing);
const auto factor_def = (*minus >> primary)[prefixed<Op::negate>];
const auto product_def = factor[take] >> *(operators.product > factor)[fold];
const auto sum_def = product[take] >> *(operators.sum > product)[fold];
const auto comparison_def = sum[take] >> -(operators.comparison > sum)[fold];
const auto negation_def = (*keyword(U"not") >> comparison)[prefixed<Op::none_of>];
const auto conjunction_def = negation[take] >> *(omit[keyword(U"and")] > negation[fold_as<Op::all_of>]);
const auto disjunction_def = conjunction[take] >> *(omit[keyword(U"or")] > conjunction[fold_as<Op::any_of>]);
const auto condition_def = (omit[keyword(U"if")] > condition > then > condition)[implication] | disjunction[take];

BOOST_SPIRIT_DEFINE(condition, disjunction, conjunction, negation, comparison, sum, product, factor, primary, number,
                    call, reference, closing, brace, then, member, dimension, dimension_ahead, equals, end)

/// Chains of operators lean to the left; what walks the tree goes as deep.
std::size_t depth_of(const Node& node) {
  std::size_t deepest = 0;
  for (const auto& operand : node.operands) {
    deepest = std::max(deepest, depth_of(operand));
  }
  return deepest + 1;
}

}  // namespace

std::variant<Node, SyntaxFault> parse_expression(Chars text) {
  if (auto fault = beyond_limits(text)) {
    return *std::move(fault);
  }
  Iterator first = text.begin();
  Node root;
  try {
    const Iterator start = first;
    const auto whole = x3::with<Start>(start)[x3::skip(omit[space])[x3::expect[condition] > end]];
    if (x3::parse(first, text.end(), whole, root)) {
      return depth_of(root) > kMaxExpressionDepth ? std::variant<Node, SyntaxFault>(too_many_operations()) : root;
    }
  } catch (const x3::expectation_failure<Iterator>& failure) {
    auto at = static_cast<std::size_t>(failure.where() - text.begin());
    while (at < text.size() && is_space(text[at])) {
      ++at;
    }
    return syntax_fault(text, at, failure.which());
  }
  return syntax_fault(text, 0, "condition");
}

}  // namespace nianbao
