// The text of a sentence pattern.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "prose/pattern_grammar.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Two bytes a character: the grammar takes characters, so that any of them may come.
  std::u32string text;
  for (std::size_t i = 0; i + 1 < size; i += 2) {
    text.push_back(static_cast<char32_t>(data[i] | data[i + 1] << 8U));
  }
  const auto parsed = nianbao::prose::parse_pattern(text);
  if (!parsed.ok && parsed.fault.message.zh.empty()) {
    std::abort();
  }
  return 0;
}
