// Automatic numbers: what Word prints in front of a numbered paragraph.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/styles.hpp"

namespace nianbao::docx {

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
  Numbering() = default;
  /// `root` of numbering.xml.
  explicit Numbering(pugi::xml_node root);

  /// Counts a paragraph of this numbering and gives its label. `level` -1: the level that names the
  /// style. False where there is no such numbering.
  bool next(std::string_view numbering, int level, std::string_view style_id, Label& label);

 private:
  static constexpr std::size_t kLevels = 9;

  struct Level {
    std::string format = "decimal";
    std::string text;
    std::string style;  // that it is linked to
    std::uint32_t start = 1;
    bool legal = false;  // all numbers in digits
    int restart = -1;    // restarts after this level, counted from 1; -1: after any higher one; 0: never
  };
  struct Definition {
    std::array<Level, kLevels> levels;
    std::array<std::uint32_t, kLevels> counters{};
    std::array<bool, kLevels> running{};
  };
  struct Instance {
    std::string definition;
    std::array<std::int64_t, kLevels> starts{};  // overrides; -1: none
    bool used = false;
  };
  static void read_level(pugi::xml_node node, Definition& definition);
  void count(Instance& instance, Definition& definition, std::size_t level);
  [[nodiscard]] static std::string print(const Definition& definition, std::size_t level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, Instance, std::less<>> instances_;
};

}  // namespace nianbao::docx
