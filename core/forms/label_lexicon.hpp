// Labels of forms inside running text, where a table has lost the borders of its cells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nianbao/sdk/template.hpp>
#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao::forms {

/// Bytes [from, to) of a line.
struct GluedPart {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool label = false;  ///< a label with its numbering and remark; else what stands between two labels
};

/// A stretch of a line that is a table without borders: labels and what is printed behind each.
struct GluedStretch {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::vector<GluedPart> parts;
};

/// The labels of all templates, to be found where no blank sets them apart. Immutable, thread-safe;
/// the templates must outlive it.
class LabelLexicon {
 public:
  explicit LabelLexicon(const std::vector<const Template*>& templates);

  /// The stretches of a line that are tables without borders, in order. Sentences that name labels and
  /// figures are none: commas and full stops stand between them. Linear in the line.
  [[nodiscard]] std::vector<GluedStretch> stretches(std::string_view line, const Vocabulary& vocabulary) const;

 private:
  struct Entry {
    std::u32string key;                ///< characters without punctuation
    std::vector<std::string> numbers;  ///< that templates print in front of it: 1, (三)
  };
  friend class StretchFinder;

  void add(std::string_view label, std::string_view number);
  [[nodiscard]] const Entry* longest_at(const char32_t* chars, std::size_t count) const;

  std::vector<Entry> entries_;
  std::vector<bool> starts_;  ///< by a hash of the first two characters: most of a text is passed over by it
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_start_;  ///< first two characters; longest first
};

}  // namespace nianbao::forms
