#include "json/parse.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include "text/code_point.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

/// Builds a value and remembers the keys of every open object.
class Handler {
 public:
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

  Handler() { stack.reset(); }

  bool on_document_begin(bj::error_code& /*ec*/) { return true; }
  bool on_document_end(bj::error_code& /*ec*/) { return true; }
  bool on_object_begin(bj::error_code& /*ec*/) {
    keys_.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t n, bj::error_code& /*ec*/) {
    keys_.pop_back();
    stack.push_object(n);
    return true;
  }
  bool on_array_begin(bj::error_code& /*ec*/) { return true; }
  bool on_array_end(std::size_t n, bj::error_code& /*ec*/) {
    stack.push_array(n);
    return true;
  }
  bool on_key_part(bj::string_view part, std::size_t /*n*/, bj::error_code& /*ec*/) {
    key_.append(part.data(), part.size());
    stack.push_chars(part);
    return true;
  }
  bool on_key(bj::string_view part, std::size_t /*n*/, bj::error_code& ec) {
    key_.append(part.data(), part.size());
    const bool fresh = keys_.back().insert(key_).second;
    if (!fresh) {
      repeated = key_;
      ec = bj::error::syntax;
    }
    key_.clear();
    stack.push_key(part);
    return fresh;
  }
  bool on_string_part(bj::string_view part, std::size_t /*n*/, bj::error_code& /*ec*/) {
    stack.push_chars(part);
    return true;
  }
  bool on_string(bj::string_view part, std::size_t /*n*/, bj::error_code& /*ec*/) {
    stack.push_string(part);
    return true;
  }
  bool on_number_part(bj::string_view /*part*/, bj::error_code& /*ec*/) { return true; }
  bool on_int64(std::int64_t value, bj::string_view /*part*/, bj::error_code& /*ec*/) {
    stack.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, bj::string_view /*part*/, bj::error_code& /*ec*/) {
    stack.push_uint64(value);
    return true;
  }
  bool on_double(double value, bj::string_view /*part*/, bj::error_code& /*ec*/) {
    stack.push_double(value);
    return true;
  }
  bool on_bool(bool value, bj::error_code& /*ec*/) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(bj::error_code& /*ec*/) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(bj::string_view /*part*/, bj::error_code& /*ec*/) { return true; }
  bool on_comment(bj::string_view /*part*/, bj::error_code& /*ec*/) { return true; }

  bj::value_stack stack;
  std::string repeated;

 private:
  std::vector<std::set<std::string>> keys_;
  std::string key_;
};

std::string line_and_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const auto before = text.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return std::to_string(line) + ":" + std::to_string(column);
}

/// The character the parser stopped at, or that the bytes there are none.
Message unexpected(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) {
    return {"内容不完整", "it ends too early"};
  }
  const auto* at = reinterpret_cast<const unsigned char*>(text.data()) + offset;
  const auto* next = at;
  const auto c = decode_utf8(next, at + (text.size() - offset));
  if (c == kReplacement) {
    return {"此处的字节不是UTF-8编码", "the bytes here are not UTF-8"};
  }
  if (c < 0x20 || c == 0x7F) {
    return {"此处不应有控制字符", "a control character is not expected here"};
  }
  std::string character;
  append_utf8(character, c);
  return {"此处不应有“" + character + "”", "`" + character + "` is not expected here"};
}

Message reason_of(const bj::error_code& ec, std::size_t depth, std::string_view text, std::size_t offset) {
  const auto limit = std::to_string(depth);
  if (ec == bj::error::incomplete) {
    return {"内容不完整", "it ends too early"};
  }
  if (ec == bj::error::too_deep) {
    return {"嵌套超过上限" + limit + "层", "it nests deeper than the limit of " + limit};
  }
  if (ec == bj::error::extra_data) {
    return {"末尾有多余的内容", "something follows its end"};
  }
  return unexpected(text, offset);
}

Error syntax_error(std::string_view text, std::size_t offset, const std::string& repeated, const Message& reason) {
  const std::string where = line_and_column(text, offset);
  const Message hint{"请确认文件已完整保存，或由生成它的程序重新导出。",
                     "Check that it was saved completely, or export it again from the program that made it."};
  if (!repeated.empty()) {
    return {ErrorKind::input,
            "json-repeated-key",
            {"JSON 中键“" + repeated + "”重复。", "The key \"" + repeated + "\" is repeated in the JSON."},
            where,
            hint};
  }
  return {ErrorKind::input,
          "json-syntax",
          {"JSON 语法错误：" + reason.zh + "。", "JSON syntax error: " + reason.en + "."},
          where,
          hint};
}

}  // namespace

Result<bj::value> parse(std::string_view text, std::size_t depth) {
  bj::parse_options options;
  options.max_depth = depth;
  bj::basic_parser<Handler> parser(options);
  bj::error_code ec;
  std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
  if (!ec) {
    const auto rest = text.find_first_not_of(" \t\r\n", used);
    if (rest != std::string_view::npos) {
      used = rest;
      ec = bj::error::extra_data;
    }
  }
  if (ec) {
    return syntax_error(text, used, parser.handler().repeated, reason_of(ec, depth, text, used));
  }
  return parser.handler().stack.release();
}

}  // namespace nianbao::json
