// Sentences that speak of the old structure and have no place in the new one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao {

/// Finds sentences by patterns: pieces of text with … for anything between them, folded before they
/// are compared: `由…个方面组成`. A sentence that also fits a pattern with a leading `!` stays. Immutable.
class StructureSentences {
 public:
  explicit StructureSentences(const std::vector<std::string>& patterns);

  /// Takes the sentences out of a text and appends them to `omitted`; marks stay with their
  /// characters. The new text lives in the arena; unchanged texts are returned as they are.
  [[nodiscard]] Text take_out(const Text& text, std::vector<std::string>& omitted, Arena& arena) const;

 private:
  [[nodiscard]] bool matches(std::u32string_view sentence) const;

  std::vector<std::vector<std::u32string>> patterns_;
  std::vector<std::vector<std::u32string>> staying_;  // what a sentence must not say to be taken out
};

}  // namespace nianbao
