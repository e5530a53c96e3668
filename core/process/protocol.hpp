// The lines of nianbao-process/1 as values: docs/process-plugins.md describes them to the byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::process {

constexpr std::string_view kProtocol = "nianbao-process/1";
/// A header with its line break is no longer than this.
constexpr std::size_t kLongestHeader = 64 * 1024;

/// What the host asks for: `hello`, `read` or `write`, then as many bytes as it says.
struct Request {
  std::uint64_t id = 0;
  std::string op;
  std::uint64_t bytes = 0;
  Language language = Language::zh;
  Options options;
  Limits limits;
};

/// What the program answers: bytes follow, or it says why not.
struct Answer {
  std::uint64_t id = 0;
  std::uint64_t bytes = 0;
  std::string encoding;        ///< of a file that was read; empty if it has none
  std::optional<Error> error;  ///< no bytes follow then
};

/// Who answers to a `hello`.
struct Identity {
  std::string protocol;
  std::string plugin;
  std::string version;
};

/// One line, with its line break.
[[nodiscard]] std::string to_line(const Request& request);
[[nodiscard]] std::string to_line(const Answer& answer);
[[nodiscard]] std::string to_line(const Identity& identity);
[[nodiscard]] std::string to_line(const Diagnostic& diagnostic);

/// Errors say what is wrong with the line: no JSON, or not of the shape.
[[nodiscard]] Result<Request> request_of(std::string_view line);
[[nodiscard]] Result<Answer> answer_of(std::string_view line);
[[nodiscard]] Result<Identity> identity_of(std::string_view line);
/// A line of stderr; nothing if it is no diagnostic but something the program happens to print.
[[nodiscard]] std::optional<Diagnostic> diagnostic_of(std::string_view line);

}  // namespace nianbao::process
