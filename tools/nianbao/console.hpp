// What the command says to people: on stderr, in their language. Data goes to stdout elsewhere.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/diagnostic.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::command {

enum class Verbosity { quiet, normal, verbose };

/// The language of the locale: en for en_*, else zh.
[[nodiscard]] Language language_of_locale();

class Console {
 public:
  Language language = Language::zh;
  Verbosity verbosity = Verbosity::normal;
  bool color = false;

  /// `nianbao: where: message` and the hint on a line of its own. Always shown.
  void error(const Error& error) const;
  /// A line for people; not shown when quiet.
  void say(const std::string& line) const;
  void say(const Message& message) const { say(message.in(language)); }
  /// Diagnostics from `warning` on, all of them when verbose, none when quiet.
  void diagnostics(const std::vector<Diagnostic>& diagnostics) const;

  [[nodiscard]] std::string_view text(const char* zh, const char* en) const {
    return language == Language::zh ? zh : en;
  }
};

/// "表三第2行第3列（第114行）": where something stands, for people; empty if unknown.
[[nodiscard]] std::string describe_place(const Place& place, Language language);

}  // namespace nianbao::command
