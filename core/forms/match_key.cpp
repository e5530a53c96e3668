#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/text.hpp>

#include "text/code_point.hpp"

namespace nianbao::forms {
namespace {

bool is_word(char32_t c) {
  if (c < 0x80) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  }
  // U+2000–U+206F punctuation, U+3000–U+303F CJK punctuation; U+3007 〇 is a numeral.
  const bool general = c >= 0x2000 && c <= 0x206F;
  const bool cjk = c >= 0x3000 && c <= 0x303F && c != U'〇';
  return !general && !cjk && c != U'·';
}

std::string words(std::u32string_view chars) {
  std::string result;
  result.reserve(chars.size() * 3);
  for (const char32_t c : chars) {
    if (is_word(c)) {
      append_utf8(result, c);
    }
  }
  return result;
}

}  // namespace

std::string match_key(std::string_view label) { return match_key(fold(label)); }

std::string match_key(const Folded& label) {
  const auto span = label_span(label);
  auto key = words(label.chars().substr(span.from, span.to - span.from));
  return key.empty() ? words(label.chars()) : key;
}

std::uint64_t label_hash(std::string_view key) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : key) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace nianbao::forms
