#include "check/side.hpp"

#include <algorithm>
#include <tuple>

namespace nianbao::check {
namespace {

// Longer sums leave out what is 0: no clerk adds up seventeen zeros.
constexpr std::size_t kTermsInFull = 8;

/// The order in which a reader finds the cells in the form.
bool printed_before(const CellName& a, const CellName& b) {
  return std::tie(a.block, a.row_index, a.column_index) < std::tie(b.block, b.row_index, b.column_index);
}

Message both(const std::string& text) { return {text, text}; }

Message operator+(Message text, const Message& more) {
  text.zh += more.zh;
  text.en += more.en;
  return text;
}

/// Figures, added and taken away.
bool is_sum(const ast::Node& node) {
  switch (node.op) {
    case ast::Op::number:
    case ast::Op::reference:
      return true;
    case ast::Op::add:
    case ast::Op::subtract:
    case ast::Op::negate:
    case ast::Op::sum:
      return std::all_of(node.operands.begin(), node.operands.end(), is_sum);
    default:
      return false;
  }
}

bool has_number(const ast::Node& node) {
  return node.op == ast::Op::number || std::any_of(node.operands.begin(), node.operands.end(), has_number);
}

/// Amounts of money carry their unit, counts do not.
bool is_measure(const ast::Node& node) {
  return node.measure || std::any_of(node.operands.begin(), node.operands.end(), is_measure);
}

/// The characters of the text that the node was written with.
std::string written(const ast::Node& node, std::string_view text) {
  std::string result;
  std::uint32_t character = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
    character += begins && at > 0 ? 1 : 0;
    if (character >= node.at.from && character < node.at.to) {
      result += text[at];
    }
  }
  return result;
}

SideKind kind_of(const std::vector<Term>& terms, const ast::Node* node) {
  if (terms.empty()) {
    return SideKind::constant;
  }
  const bool plain = node == nullptr || (is_sum(*node) && !has_number(*node));
  return !plain ? SideKind::computed : terms.size() == 1 ? SideKind::figure : SideKind::sum;
}

/// Last year's figure stands under the same label as this year's: in a formula it must be told apart.
Message of_its_source(const Term& term) {
  switch (term.operand->from) {
    case Operand::From::previous:
      return {"上年" + term.label.zh, "last year's " + term.label.en};
    case Operand::From::units:
      return {"各单位" + term.label.zh, "the units' " + term.label.en};
    case Operand::From::report:
      break;
  }
  return term.label;
}

/// The figures of a side, with signs between them if they are added up.
Message terms_text(const std::vector<Term>& terms, bool added, const std::string& unit) {
  Message text;
  std::size_t left_out = 0;
  for (const auto& term : terms) {
    if (terms.size() > kTermsInFull && term.operand->figure.value.is_zero()) {
      ++left_out;
      continue;
    }
    const bool minus = added && term.operand->subtracted;
    const bool first = text.zh.empty();
    const Message sign = minus   ? Message{"－", " − "}
                         : first ? Message()
                         : added ? Message{"＋", " + "}
                                 : Message{"、", ", "};
    const auto label = of_its_source(term);
    const auto number = term.operand->figure.value.to_string() + unit;
    text = std::move(text) + sign + Message{label.zh + number, label.en + " " + number};
  }
  if (left_out > 0) {
    const auto count = std::to_string(left_out);
    const bool all = left_out == terms.size();
    text = std::move(text) + Message{"（" + std::string(all ? "" : "其余") + count + "项为0）",
                                     " (" + count + (all ? "" : " others") + " are 0)"};
  }
  return text;
}

Message equality(const Side& left, const Side& right) {
  const bool named = left.kind == SideKind::figure && right.kind != SideKind::figure;
  const Side& figure = named ? left : right;
  const Side& other = named ? right : left;
  if (figure.kind == SideKind::figure && other.kind != SideKind::figure) {
    const auto& label = figure.label;
    if (other.kind == SideKind::constant) {
      return {"“" + label.zh + "”应为" + other.value + "，填报为" + figure.value,
              "“" + label.en + "” should be " + other.value + " and says " + figure.value};
    }
    return {other.whole.zh + "，“" + label.zh + "”填报为" + figure.value,
            other.whole.en + ", but “" + label.en + "” says " + figure.value};
  }
  if (left.kind == SideKind::constant || right.kind == SideKind::constant) {
    const bool constant_left = left.kind == SideKind::constant;
    const Side& wanted = constant_left ? left : right;
    const auto& found = (constant_left ? right : left).whole;
    return {found.zh + "，应为" + wanted.value, found.en + ", but should be " + wanted.value};
  }
  return {left.whole.zh + "，" + right.whole.zh, left.whole.en + ", but " + right.whole.en};
}

}  // namespace

const ast::Node* comparison_of(const ast::Node& root) {
  switch (root.op) {
    case ast::Op::equal:
    case ast::Op::not_equal:
    case ast::Op::less:
    case ast::Op::less_equal:
    case ast::Op::greater:
    case ast::Op::greater_equal:
      return &root;
    case ast::Op::implies:
      return comparison_of(root.operands.back());
    default:
      return nullptr;
  }
}

std::string printed_unit(const ast::Node& node) { return is_measure(node) ? node.unit : std::string(); }

Side side_of(const std::vector<Term>& terms, Operand::Side which, const std::optional<Decimal>& value,
             const ast::Node* node, std::string_view text) {
  Side side;
  std::copy_if(terms.begin(), terms.end(), std::back_inserter(side.terms),
               [&](const Term& term) { return term.operand->side == which; });
  std::stable_sort(side.terms.begin(), side.terms.end(), [](const Term& a, const Term& b) {
    const bool minus = a.operand->subtracted;
    return minus != b.operand->subtracted ? b.operand->subtracted : printed_before(a.name, b.name);
  });
  side.kind = kind_of(side.terms, node);
  const std::string unit = node != nullptr ? printed_unit(*node) : std::string();
  side.value = value ? value->to_string() + unit : std::string();
  if (side.kind == SideKind::constant) {
    side.value = node != nullptr ? written(*node, text) : side.value;
    side.text = side.whole = both(side.value);
    return side;
  }
  side.text = terms_text(side.terms, side.kind != SideKind::computed, unit);
  side.whole = side.kind == SideKind::sum ? side.text + Message{"＝" + side.value, " = " + side.value} : side.text;
  if (side.kind == SideKind::computed) {
    side.text = {"由" + side.text.zh + "算得" + (side.value.empty() ? "的数" : side.value),
                 (side.value.empty() ? "what is" : side.value) + " worked out of " + side.text.en};
    side.whole = side.text;
  }
  if (side.kind == SideKind::figure) {
    side.label = side.terms.front().label;
  }
  return side;
}

Message message_of(const ast::Node& comparison, const Side& left, const Side& right, bool difference) {
  const Message place{"{place}：", "{place}: "};
  const Message end = difference ? Message{"，相差{difference}。", " (difference {difference})."} : Message{"。", "."};
  switch (comparison.op) {
    case ast::Op::equal:
      return place + equality(left, right) + end;
    case ast::Op::not_equal:
      return place + left.whole + Message{"，不应等于", " should not be "} + right.whole + Message{"。", "."};
    case ast::Op::less:
    case ast::Op::less_equal:
      return place + left.text + Message{"，大于", " is more than "} + right.text + end;
    default:
      return place + left.text + Message{"，小于", " is less than "} + right.text + end;
  }
}

}  // namespace nianbao::check
