// Fields: a computation and its result, in one stream of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::word {

/// Fields nest and may go on over paragraphs: what they compute is text, how they do it is not.
class Fields {
 public:
  void begin() { open_.push_back({}); }
  void separate();
  void end();
  void instruction(std::string_view text);
  /// Of the innermost open field; empty if none is open.
  [[nodiscard]] std::string_view instruction() const noexcept;
  /// True where text is shown: no open field is at its instruction, and none is a table of contents.
  [[nodiscard]] bool shown() const noexcept;
  [[nodiscard]] bool in_contents() const noexcept;

 private:
  struct Field {
    std::string instruction;
    bool result = false;
    bool contents = false;
  };
  std::vector<Field> open_;
};

}  // namespace nianbao::word
