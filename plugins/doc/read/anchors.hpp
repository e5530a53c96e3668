// Footnotes, endnotes, text boxes: texts that stand elsewhere and are anchored in the main text.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "file/word_file.hpp"

namespace nianbao::doc {

/// Characters of the file, half-open.
struct TextRange {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The anchored texts by the character of the main text they hang on. Each is given once.
class Anchors {
 public:
  explicit Anchors(const WordFile& file);

  [[nodiscard]] std::vector<TextRange> take_notes(std::size_t at) { return take(notes_, at); }
  [[nodiscard]] std::vector<TextRange> take_boxes(std::size_t at) { return take(boxes_, at); }
  /// Those that nothing took, in their order: their text must not be lost.
  [[nodiscard]] std::vector<TextRange> take_rest();

 private:
  using Places = std::multimap<std::size_t, TextRange>;
  [[nodiscard]] static std::vector<TextRange> take(Places& places, std::size_t at);
  void add_notes(const WordFile& file, Structure references, Structure texts, Story story, std::size_t data_size);
  void add_boxes(const WordFile& file);

  Places notes_;
  Places boxes_;
};

}  // namespace nianbao::doc
