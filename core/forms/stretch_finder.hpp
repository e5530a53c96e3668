// How a line without borders is taken apart.
#pragma once

#include <string_view>
#include <vector>

#include "forms/label_lexicon.hpp"

namespace nianbao::forms {

/// Finds the stretches of one line. See LabelLexicon::stretches.
class StretchFinder {
 public:
  StretchFinder(const LabelLexicon& lexicon, const Vocabulary& vocabulary, std::string_view line)
      : lexicon_(lexicon), vocabulary_(vocabulary), line_(line) {}
  [[nodiscard]] std::vector<GluedStretch> run();

 private:
  /// A label where it stands: numbering, label, remark.
  struct Anchor {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  /// What stands between two anchors.
  struct Gap {
    bool table = true;        ///< nothing that belongs to sentences
    bool figures = false;     ///< digits follow the label
    std::uint32_t words = 0;  ///< other characters
    std::uint32_t end = 0;    ///< behind the figures
  };

  void read_characters();
  void find_anchors();
  [[nodiscard]] std::uint32_t behind_remark(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t before_numbering(std::uint32_t low, std::uint32_t at,
                                               const std::vector<std::string>& numbers) const;
  [[nodiscard]] std::uint32_t behind_unit(std::uint32_t at) const;
  [[nodiscard]] Gap gap(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] std::uint32_t end_of_gap(std::size_t anchor) const;
  void take(std::size_t first, std::size_t last, std::vector<GluedStretch>& found) const;
  [[nodiscard]] bool is_whole_row(std::size_t first, std::size_t last) const;

  const LabelLexicon& lexicon_;
  const Vocabulary& vocabulary_;
  std::string_view line_;
  std::u32string words_;              ///< the characters of the line without punctuation and blanks
  std::vector<std::uint32_t> bytes_;  ///< where each begins; and the end of the line
  std::vector<Anchor> anchors_;
};

}  // namespace nianbao::forms
