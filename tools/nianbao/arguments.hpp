// The arguments of one command: options with values, flags, inputs.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/sdk/result.hpp>

#include "console.hpp"

namespace nianbao::command {

/// Declares what a command takes, parses it, and writes its help. Values are UTF-8 text.
class Arguments {
 public:
  /// `usage` is the line after `nianbao`; `summary` says what the command does.
  Arguments(std::string usage, Message summary);
  ~Arguments();
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  /// An option with a value that may be given once. `name` is `to` or `output,o`.
  Arguments& option(const char* name, const char* placeholder, Message help);
  /// An option with a value that may be given several times.
  Arguments& list(const char* name, const char* placeholder, Message help);
  Arguments& flag(const char* name, Message help);
  /// The options every command has.
  Arguments& common();
  /// The options of commands that read reports.
  Arguments& reading();

  /// Parses the words after the command; the rest are inputs. Sets the console's language and
  /// verbosity. An unknown option or a bad value is a usage error that names it.
  [[nodiscard]] Result<void> parse(const std::vector<std::string>& words, Console& console);
  /// True if --help was given.
  [[nodiscard]] bool help_asked() const { return has("help"); }
  [[nodiscard]] std::string help(Language language) const;

  [[nodiscard]] bool has(const std::string& name) const { return values_.count(name) != 0; }
  /// The value of an option; empty if it was not given.
  [[nodiscard]] std::string value(const std::string& name) const;
  [[nodiscard]] const std::vector<std::string>& values(const std::string& name) const;
  [[nodiscard]] const std::vector<std::string>& inputs() const noexcept { return inputs_; }
  /// A whole number in [low, high], or nothing if the option was not given.
  [[nodiscard]] Result<std::optional<int>> number(const std::string& name, int low, int high) const;
  /// The index of the option's value among the choices; `fallback` if it was not given.
  [[nodiscard]] Result<std::size_t> choice(const std::string& name, const std::vector<std::string>& choices,
                                           std::size_t fallback) const;
  /// A usage error unless there are between `low` and `high` inputs.
  [[nodiscard]] Result<void> expect_inputs(std::size_t low, std::size_t high) const;

 private:
  enum class Kind { flag, option, list };
  struct Declared {
    std::string name;         // with the short name after a comma
    std::string placeholder;  // empty for a flag
    Message help;
    Kind kind;
  };
  Arguments& declare(const char* name, const char* placeholder, Message help, Kind kind);
  [[nodiscard]] Result<void> take(const std::vector<std::string>& words);
  [[nodiscard]] Result<void> expect_values() const;
  [[nodiscard]] Result<void> set_up(Console& console) const;

  std::string usage_;
  Message summary_;
  std::vector<Declared> declared_;
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> inputs_;
};

}  // namespace nianbao::command
