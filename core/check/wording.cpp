#include "check/wording.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/ast.hpp"

namespace nianbao::check {
namespace {

// Longer sums leave out what is 0: no clerk adds up seventeen zeros.
constexpr std::size_t kTermsInFull = 8;

using Place = std::pair<std::string_view, std::string>;

/// Fills in {place}, {left} … ; what is no known place stays as it is.
std::string fill(const std::string& text, const std::vector<Place>& places) {
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    const auto close = text[at] == '{' ? text.find('}', at) : std::string::npos;
    const auto name =
        close == std::string::npos ? std::string_view{} : std::string_view(text).substr(at + 1, close - at - 1);
    const auto it = std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.first == name; });
    if (close == std::string::npos || it == places.end()) {
      filled += text[at++];
      continue;
    }
    filled += it->second;
    at = close + 1;
  }
  return filled;
}

/// The message of a comparison that has none of its own.
Message default_message(ast::Op op, bool single_left, bool single_right) {
  switch (op) {
    case ast::Op::equal:
      if (single_left && !single_right) {
        return {"{place}：{right_terms}＝{right}，“{left_label}”填报为{left}，相差{difference}。",
                "{place}: {right_terms} = {right}, but “{left_label}” says {left} (difference {difference})."};
      }
      if (single_right && !single_left) {
        return {"{place}：{left_terms}＝{left}，“{right_label}”填报为{right}，相差{difference}。",
                "{place}: {left_terms} = {left}, but “{right_label}” says {right} (difference {difference})."};
      }
      return {"{place}：{left_terms}＝{left}，{right_terms}＝{right}，相差{difference}。",
              "{place}: {left_terms} = {left}, but {right_terms} = {right} (difference {difference})."};
    case ast::Op::less:
    case ast::Op::less_equal:
      return {"{place}：{left_terms}，大于{right_terms}，相差{difference}。",
              "{place}: {left_terms} is more than {right_terms} (difference {difference})."};
    case ast::Op::greater:
    case ast::Op::greater_equal:
      return {"{place}：{left_terms}，小于{right_terms}，相差{difference}。",
              "{place}: {left_terms} is less than {right_terms} (difference {difference})."};
    default:
      return {"{place}：“{expression}”不成立：{left_terms}；{right_terms}。",
              "{place}: “{expression}” does not hold: {left_terms}; {right_terms}."};
  }
}

/// The order in which a reader finds the cells in the form.
bool printed_before(const CellName& a, const CellName& b) {
  return std::tie(a.block, a.row_index, a.column_index) < std::tie(b.block, b.row_index, b.column_index);
}

std::string decimal_text(const std::optional<Decimal>& value) { return value ? value->to_string() : std::string("?"); }

std::string without_sign(const std::optional<Decimal>& value) {
  return decimal_text(value && value->is_negative() ? std::optional(value->negated()) : value);
}

Message both(const std::string& text) { return {text, text}; }

/// Last year's figure stands under the same label as this year's: in a formula it must be told apart.
Message of_its_year(const Operand& operand, const Message& label) {
  const bool previous = operand.from == Operand::From::previous;
  return previous ? Message{"上年" + label.zh, "last year's " + label.en} : label;
}

}  // namespace

Message basis_text(const Message& basis, BasisKind kind) {
  if (basis.empty()) {
    return {};
  }
  switch (kind) {
    case BasisKind::printed:
      return {"依据：表样注明（" + basis.zh + "）。", " Basis: printed on the form (" + basis.en + ")."};
    case BasisKind::regulation:
      return {"依据：" + basis.zh + "。", " Basis: " + basis.en + "."};
    case BasisKind::inferred:
      return {"依据：推定（" + basis.zh + "）。", " Basis: inferred (" + basis.en + ")."};
  }
  return {};
}

Wording::Term Wording::term(const Operand& operand) const {
  Term term;
  term.operand = &operand;
  const bool previous = operand.from == Operand::From::previous && previous_ != nullptr;
  const CellNames& names = previous ? *previous_ : names_;
  if (operand.figure.fact < names.report().facts.size()) {
    term.name = names.of(operand.figure.fact);
  } else {
    term.name.meaning = names.meaning(operand.key);
  }
  return term;
}

Message Wording::label_terms(std::vector<Term>& terms) {
  const CellName& first = terms.front().name;
  const bool known = std::all_of(terms.begin(), terms.end(), [](const Term& t) { return t.name.in_template; });
  const auto all = [&](auto same) {
    return std::all_of(terms.begin(), terms.end(), [&](const Term& t) { return same(t.name); });
  };
  const bool one_row =
      known && all([&](const CellName& n) { return n.block == first.block && n.row_index == first.row_index; });
  const bool one_column = known && all([&](const CellName& n) { return n.column_index == first.column_index; });
  const bool one_group = known && all([&](const CellName& n) { return n.column_group == first.column_group; });
  for (auto& term : terms) {
    const CellName& name = term.name;
    term.label = !known ? name.meaning : both(one_row && !name.column.empty() ? name.column : name.row);
  }
  for (auto& term : terms) {
    const bool repeated = std::count_if(terms.begin(), terms.end(), [&](const Term& t) {
                            return t.label == term.label && t.operand->from == term.operand->from;
                          }) > 1;
    const std::string& group = one_row ? term.name.column_group : term.name.row_group;
    if (known && repeated && !group.empty()) {
      term.label = both(group + "·" + (one_row ? term.name.column : term.name.row));
    }
  }
  if (one_row) {
    return join(first.form, !first.row.empty() ? first.row : one_group ? first.column_group : std::string{});
  }
  return join(first.form, one_column && !first.column_group.empty() ? first.column : std::string{});
}

Wording::Side Wording::side(const std::vector<Term>& terms, Operand::Side which, const std::optional<Decimal>& value) {
  Side side;
  side.value = decimal_text(value);
  std::copy_if(terms.begin(), terms.end(), std::back_inserter(side.terms),
               [&](const Term& term) { return term.operand->side == which; });
  const auto minus = [](const Term& term) { return term.operand->subtracted; };
  std::stable_sort(side.terms.begin(), side.terms.end(), [&](const Term& a, const Term& b) {
    return minus(a) != minus(b) ? minus(b) : printed_before(a.name, b.name);
  });
  const bool in_full = side.terms.size() <= kTermsInFull;
  std::size_t left_out = 0;
  for (const auto& term : side.terms) {
    if (!in_full && term.operand->figure.value.is_zero()) {
      ++left_out;
      continue;
    }
    const std::string number = term.operand->figure.value.to_string();
    const bool first = side.text.zh.empty();
    const auto label = of_its_year(*term.operand, term.label);
    side.text.zh += (minus(term) ? "－" : first ? "" : "＋") + label.zh + number;
    side.text.en += (minus(term) ? " − " : first ? "" : " + ") + label.en + " " + number;
  }
  if (left_out > 0) {
    const auto count = std::to_string(left_out);
    side.text.zh += "（" + std::string(left_out == side.terms.size() ? "" : "其余") + count + "项为0）";
    side.text.en += " (" + count + (left_out == side.terms.size() ? "" : " others") + " are 0)";
  }
  if (side.terms.size() == 1) {
    side.label = side.terms.front().label;
  }
  if (side.terms.empty()) {
    side.text = both(side.value);
  }
  return side;
}

Message Wording::caveats(const std::vector<Term>& terms, const FigureSource& source) const {
  Message text;
  std::size_t zeros = 0;
  for (const auto& term : terms) {
    const auto fact = term.operand->figure.fact;
    if (term.operand->from != Operand::From::report || fact == Figure::npos) {
      continue;
    }
    zeros += source.assumed_zero(fact) ? 1 : 0;
    if (source.report().facts[fact].reading == Reading::suspect) {
      const auto value = term.operand->figure.value.to_string();
      text.zh += "其中“" + term.label.zh + "”待核实，暂按" + value + "核对。";
      text.en += " “" + term.label.en + "” is suspect and was taken as " + value + ".";
    }
  }
  if (zeros > 0) {
    text.zh += "其中" + std::to_string(zeros) + "个空白单元格按0计。";
    text.en += " " + std::to_string(zeros) + " blank cells were taken as 0.";
  }
  return text;
}

Message Wording::of(const CheckRule& rule, const Evaluation& outcome, const FigureSource& source) const {
  std::vector<Term> terms;
  for (const auto& operand : outcome.operands) {
    if (operand.side != Operand::Side::none && operand.figure.state == FigureState::known) {
      terms.push_back(term(operand));
    }
  }
  if (terms.empty()) {
    return rule.message;
  }
  const Message place = label_terms(terms);
  const Side left = side(terms, Operand::Side::left, outcome.left);
  const Side right = side(terms, Operand::Side::right, outcome.right);
  const Message text = rule.message.empty()
                           ? default_message(rule.assertion->root().op, left.terms.size() == 1, right.terms.size() == 1)
                           : rule.message;
  const auto places = [&](Language language) {
    return std::vector<Place>{{"place", place.in(language)},
                              {"left_terms", left.text.in(language)},
                              {"right_terms", right.text.in(language)},
                              {"terms", (left.terms.size() > right.terms.size() ? left : right).text.in(language)},
                              {"left_label", left.label.in(language)},
                              {"right_label", right.label.in(language)},
                              {"left", left.value},
                              {"right", right.value},
                              {"difference", without_sign(outcome.difference)},
                              {"each", place.in(language)},
                              {"expression", rule.assertion->text()}};
  };
  const Message basis = basis_text(rule.basis, rule.basis_kind);
  const Message caveat = caveats(terms, source);
  return {fill(text.zh, places(Language::zh)) + caveat.zh + basis.zh,
          fill(text.en, places(Language::en)) + caveat.en + basis.en};
}

}  // namespace nianbao::check
