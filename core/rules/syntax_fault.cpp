#include "rules/syntax_fault.hpp"

#include <array>
#include <string>

#include "text/code_point.hpp"

namespace nianbao {
namespace {

/// What stands behind each rule's name, for messages: what was expected there.
struct Expected {
  std::string_view rule;
  Message what;
};

Message expected(std::string_view rule) {
  static const std::array<Expected, 9> table{{
      {"value", {"指标、数字、函数或括号", "a concept, a number, a function or a bracket"}},
      {"condition", {"表达式", "an expression"}},
      {"closing", {"右括号“)”", "a closing bracket \")\""}},
      {"brace", {"“,”或右花括号“}”", "\",\" or a closing brace \"}\""}},
      {"then", {"“then”", "\"then\""}},
      {"member", {"维度取值或“*”", "a member of the dimension or \"*\""}},
      {"dimension", {"维度名", "the name of a dimension"}},
      {"equals", {"“=”", "\"=\""}},
      {"end", {"运算符或结尾", "an operator or the end"}},
  }};
  for (const auto& entry : table) {
    if (entry.rule == rule) {
      return entry.what;
    }
  }
  return table.front().what;
}

Message hint_at(std::u32string_view text, std::size_t at, std::string_view rule) {
  const auto next = [&](std::size_t i) { return at + i < text.size() ? text[at + i] : U'\0'; };
  const auto before = at > 0 ? text[at - 1] : U'\0';
  if (next(0) == U'=' && next(1) != U'=' && rule != "dimension") {
    return {"判断相等请写“==”。", "Write \"==\" to compare."};
  }
  if (next(0) == U'&' || next(0) == U'|' || next(0) == U'!') {
    return {"逻辑运算请写 and、or、not。", "Write and, or, not."};
  }
  const bool compares = next(0) == U'=' || next(0) == U'<' || next(0) == U'>' || next(0) == U'≤' || next(0) == U'≥';
  if (compares && (rule == "end" || rule == "closing")) {
    return {"一个判断只能比较两边；多个判断请用 and 连接。", "A comparison has two sides; join several with \"and\"."};
  }
  if (next(0) >= U'A' && next(0) <= U'Z') {
    return {"指标、维度和函数名一律小写。", "Concepts, dimensions and functions are written in lower case."};
  }
  if (before == U'.' || next(0) == U'.') {
    return {"指标的写法如 request.received；小数点前后都要有数字。",
            "A concept is written like request.received; a decimal point stands between digits."};
  }
  return {};
}

bool is_word_char(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'_' || c == U'.'; }

bool is_word(std::u32string_view text, std::size_t at, std::u32string_view word) {
  const auto end = at + word.size();
  return text.substr(at, word.size()) == word && (at == 0 || !is_word_char(text[at - 1])) &&
         (end >= text.size() || !is_word_char(text[end]));
}

Message split_it() { return {"请拆成几条规则。", "Split it into several rules."}; }

}  // namespace

SyntaxFault syntax_fault(std::u32string_view text, std::size_t at, std::string_view rule) {
  const auto what = expected(rule);
  if (at >= text.size()) {
    return {static_cast<std::uint32_t>(text.size()),
            {"表达式不完整：此处应为" + what.zh, "The expression ends too early: expected " + what.en},
            {}};
  }
  std::string found;
  append_utf8(found, text[at]);
  return {static_cast<std::uint32_t>(at),
          {"此处不应为“" + found + "”，应为" + what.zh, "Found \"" + found + "\", expected " + what.en},
          hint_at(text, at, rule)};
}

std::optional<SyntaxFault> beyond_limits(std::u32string_view text) {
  if (text.size() > kMaxExpressionLength) {
    return SyntaxFault{
        0, {"表达式过长，上限为4000字", "The expression is too long; the limit is 4000 characters"}, split_it()};
  }
  std::size_t open_now = 0;
  std::size_t conditions = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = text[i];
    if (c == U'(' || c == U'（') {
      ++open_now;
    } else if ((c == U')' || c == U'）') && open_now > 0) {
      --open_now;
    } else if (is_word(text, i, U"if")) {
      ++conditions;
    }
    if (open_now + conditions > kMaxExpressionNesting) {
      return SyntaxFault{static_cast<std::uint32_t>(i),
                         {"表达式嵌套过深，上限为60层", "The expression is nested too deeply; the limit is 60 levels"},
                         split_it()};
    }
  }
  return std::nullopt;
}

SyntaxFault too_many_operations() {
  return {
      0,
      {"表达式的运算过多，连续运算上限为400个", "The expression has too many operations in a row; the limit is 400"},
      split_it()};
}

}  // namespace nianbao
