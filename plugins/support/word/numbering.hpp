// Automatic numbers: what Word prints in front of a numbered paragraph.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace nianbao::word {

/// What stands in front of one paragraph.
struct Label {
  std::string text;  ///< 一、 or 3. or 1.2; empty for a bullet
  bool bullet = false;
  int level = 0;            ///< from 0
  std::uint32_t value = 0;  ///< of the level's own counter
  bool plain = false;       ///< nothing but the counter in digits and a mark behind it
};

/// The numberings of a document and where their counters stand. Paragraphs are to be asked for in
/// their order.
class Numbering {
 public:
  static constexpr std::size_t kLevels = 9;

  struct Level {
    std::string format = "decimal";  ///< as format_number knows it
    std::string text;                ///< %1 to %9 stand for the counters of the levels; at most kLongestPattern
    std::string style;               ///< id of the style that it is linked to
    std::uint32_t start = 1;
    bool legal = false;  ///< all numbers in digits
    int restart = -1;    ///< restarts after this level, counted from 1; -1: after any higher one; 0: never
  };
  using Levels = std::array<Level, kLevels>;
  /// Where an instance begins to count, by level; -1: where its definition says.
  using Starts = std::array<std::int64_t, kLevels>;
  /// A label is a few characters; a longer pattern would be repeated by every paragraph.
  static constexpr std::size_t kLongestPattern = 60;

  /// The levels of a definition, to be filled; instances of one definition count together.
  Levels& define(std::string_view id) { return definitions_[std::string(id)].levels; }
  void add_instance(std::string_view id, std::string_view definition, const Starts& starts);

  /// Counts a paragraph of this instance and gives its label. `level` -1: the level that names the
  /// style. False where there is no such numbering.
  bool next(std::string_view instance, int level, std::string_view style_id, Label& label);

 private:
  struct Definition {
    Levels levels;
    std::array<std::uint32_t, kLevels> counters{};
    std::array<bool, kLevels> running{};
  };
  struct Instance {
    std::string definition;
    Starts starts{};
    bool used = false;
  };
  static void count(Instance& instance, Definition& definition, std::size_t level);
  [[nodiscard]] static std::string print(const Definition& definition, std::size_t level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, Instance, std::less<>> instances_;
};

}  // namespace nianbao::word
