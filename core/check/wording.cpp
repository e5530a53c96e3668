#include "check/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/ast.hpp"

namespace nianbao::check {
namespace {

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

std::string decimal_text(const std::optional<Decimal>& value) { return value ? value->to_string() : std::string("?"); }

std::string without_sign(const std::optional<Decimal>& value) {
  return decimal_text(value && value->is_negative() ? std::optional(value->negated()) : value);
}

Message both(const std::string& text) { return {text, text}; }

/// Where a message of a pack has no stop, the basis would run into it.
Message ended(Message text) {
  constexpr std::array<std::string_view, 7> kStops{"。", "！", "？", "；", ".", "!", "?"};
  const auto ends = [&](const std::string& line) {
    return line.empty() || std::any_of(kStops.begin(), kStops.end(), [&](auto stop) { return line.ends_with(stop); });
  };
  text.zh += ends(text.zh) ? "" : "。";
  text.en += ends(text.en) ? "" : ".";
  return text;
}

/// The figure of another unit that this one is added to; null if there is none yet.
Operand* same_figure(std::deque<Operand>& sums, const Operand& operand) {
  const auto found = std::find_if(sums.begin(), sums.end(), [&](const Operand& sum) {
    return sum.key == operand.key && sum.side == operand.side && sum.subtracted == operand.subtracted;
  });
  return found == sums.end() ? nullptr : &*found;
}

/// Of an assertion that is no comparison, its text alone says what it demands.
Message unfulfilled(const CheckRule& rule) {
  const auto& text = rule.assertion->text();
  return {"{place}：“" + text + "”不成立。", "{place}: “" + text + "” does not hold."};
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

Term Wording::term(const Operand& operand) const {
  Term term;
  term.operand = &operand;
  const bool previous = operand.from == Operand::From::previous && previous_ != nullptr;
  const CellNames& names = previous ? *previous_ : names_;
  // A figure of the units is no cell of a report at hand.
  if (operand.from != Operand::From::units && operand.figure.fact < names.report().facts.size()) {
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

std::vector<Term> Wording::terms_of(const Evaluation& outcome, bool compared, std::deque<Operand>& sums) const {
  std::vector<Term> terms;
  for (const auto& operand : outcome.operands) {
    if ((operand.side != Operand::Side::none) != compared || operand.figure.state != FigureState::known) {
      continue;
    }
    if (operand.from != Operand::From::units) {
      terms.push_back(term(operand));
    } else if (auto* sum = same_figure(sums, operand)) {
      sum->figure.value = Decimal::add(sum->figure.value, operand.figure.value).value_or(sum->figure.value);
    } else {
      terms.push_back(term(sums.emplace_back(operand)));
    }
  }
  return terms;
}

Message Wording::of(const CheckRule& rule, const Evaluation& outcome, const FigureSource& source) const {
  std::deque<Operand> sums;
  auto terms = terms_of(outcome, true, sums);
  if (terms.empty()) {
    terms = terms_of(outcome, false, sums);
  }
  const Message place = terms.empty() ? Message() : label_terms(terms);
  const auto* comparison = comparison_of(rule.assertion->root());
  const auto node = [&](std::size_t operand) {
    return comparison != nullptr ? &comparison->operands[operand] : nullptr;
  };
  const auto& expression = rule.assertion->text();
  const Side left = side_of(terms, Operand::Side::left, outcome.left, node(0), expression);
  const Side right = side_of(terms, Operand::Side::right, outcome.right, node(1), expression);
  const bool compared = comparison != nullptr && !(left.terms.empty() && right.terms.empty());
  const Message text = !rule.message.empty() ? ended(rule.message)
                       : compared            ? message_of(*comparison, left, right, outcome.difference.has_value())
                                             : unfulfilled(rule);
  const auto unit = comparison != nullptr ? printed_unit(comparison->operands[0]) : std::string();
  const auto places = [&](Language language) {
    return std::vector<Place>{{"place", place.in(language)},
                              {"left_terms", left.text.in(language)},
                              {"right_terms", right.text.in(language)},
                              {"terms", (left.terms.size() > right.terms.size() ? left : right).text.in(language)},
                              {"left_label", left.label.in(language)},
                              {"right_label", right.label.in(language)},
                              {"left", left.value},
                              {"right", right.value},
                              {"difference", without_sign(outcome.difference) + unit},
                              {"each", place.in(language)},
                              {"expression", expression}};
  };
  const Message basis = basis_text(rule.basis, rule.basis_kind);
  const Message caveat = caveats(terms, source);
  return {fill(text.zh, places(Language::zh)) + caveat.zh + basis.zh,
          fill(text.en, places(Language::en)) + caveat.en + basis.en};
}

}  // namespace nianbao::check
