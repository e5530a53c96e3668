// Figures printed into one run of characters, taken apart again.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// Cuts the runs of one form: where a row has more columns than figures and no blank sets the figures
/// apart from the label, they are one run (`条206912106`, `230 000023`). All cuts are weighed together by
/// the sums that must hold and by what the report's sentences say of the same figures.
class Unglue {
 public:
  Unglue(const TemplateForm& form, const FormatContext& context, const Report& report)
      : form_(form), context_(context), report_(report) {}

  /// Replaces the tokens of glued rows by one for each cell. Rows whose run cannot be cut are removed;
  /// their tokens are added to `unread`. The new tokens live as long as this object.
  void run(std::vector<FigureRow>& rows, std::vector<const Token*>& unread);
  /// Says of figures with such tokens how surely they were read.
  void mark(Figures& figures) const;

 private:
  /// A run, character by character: where each stands in the row's tokens.
  struct Run {
    std::size_t row = 0;  ///< index into the FigureRows
    std::vector<ConceptKey> keys;
    std::string text;
    std::vector<const Token*> tokens;    ///< of each character; null for the blank between two
    std::vector<std::uint32_t> offsets;  ///< in the token's text
  };
  /// How surely a figure was read.
  struct Certainty {
    Reading reading = Reading::direct;
    std::vector<Decimal> candidates;
  };

  [[nodiscard]] std::vector<ConceptKey> keys_of(const FigureRow& row) const;
  void sort_row(std::vector<FigureRow>& rows, std::size_t index);
  [[nodiscard]] bool adds_up(const std::vector<ConceptKey>& keys) const;
  [[nodiscard]] std::vector<std::vector<std::size_t>> components() const;
  void solve(const std::vector<std::size_t>& members, std::vector<FigureRow>& rows);
  [[nodiscard]] static bool add_twins(SearchProblem& problem);
  void add_sentences(SearchProblem& problem) const;
  [[nodiscard]] bool put(const Run& run, const std::vector<const std::vector<Decimal>*>& cuts, bool complete,
                         FigureRow& row);

  const TemplateForm& form_;
  const FormatContext& context_;
  const Report& report_;
  std::vector<KnownValue> known_;
  std::vector<Run> runs_;
  std::vector<bool> failed_;  ///< by FigureRow
  std::deque<Token> tokens_;
  std::map<const Token*, Certainty> certainty_;
};

}  // namespace nianbao::forms
