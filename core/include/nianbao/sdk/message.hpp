// A text for people, in both languages of the program.
#pragma once

#include <string>

namespace nianbao {

/// The language in which messages are shown.
enum class Language { zh, en };

/// A message in Chinese and English. Both are complete sentences; neither may be empty where a
/// message is shown.
struct Message {
  std::string zh;
  std::string en;

  /// True if neither language has a text; then there is no message.
  [[nodiscard]] bool empty() const noexcept { return zh.empty() && en.empty(); }
  /// The text in this language.
  [[nodiscard]] const std::string& in(Language language) const noexcept {
    return language == Language::zh ? zh : en;
  }
  friend bool operator==(const Message& a, const Message& b) { return a.zh == b.zh && a.en == b.en; }
  friend bool operator!=(const Message& a, const Message& b) { return !(a == b); }
};

}  // namespace nianbao
