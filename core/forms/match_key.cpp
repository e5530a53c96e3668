#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/text.hpp>

namespace nianbao::forms {
namespace {

/// Length of the UTF-8 sequence that begins with this byte; 1 for anything invalid.
std::size_t sequence_length(unsigned char lead) { return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

bool is_word(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) {
    return (lead >= '0' && lead <= '9') || (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z');
  }
  // U+2000–U+206F punctuation, U+3000–U+303F CJK punctuation; U+3007 〇 is a numeral.
  if (character.size() == 3) {
    const auto second = static_cast<unsigned char>(character[1]);
    const bool general = lead == 0xE2 && (second == 0x80 || second == 0x81);
    const bool cjk = lead == 0xE3 && second == 0x80 && character != "〇";
    return !general && !cjk;
  }
  return character != "·";
}

std::string words(const std::string& folded) {
  std::string result;
  result.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const auto length = std::min(sequence_length(static_cast<unsigned char>(folded[i])), folded.size() - i);
    const std::string_view character(folded.data() + i, length);
    if (is_word(character)) {
      result.append(character);
    }
    i += length;
  }
  return result;
}

}  // namespace

std::string match_key(std::string_view label) {
  auto key = words(label_key(label).key);
  return key.empty() ? words(fold_key(label)) : key;
}

std::uint64_t label_hash(std::string_view key) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : key) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace nianbao::forms
