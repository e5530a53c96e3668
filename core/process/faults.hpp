// What a program can do wrong, each in its own words.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <nianbao/sdk/result.hpp>

#include "process/child_process.hpp"

namespace nianbao::process {

/// The program a fault is about.
struct Offender {
  std::string id;
  std::string file;        ///< its path in the plugin's folder; of the command where that has none
  std::string said = {};   ///< the last line it printed that was no diagnostic; may be empty
  std::string place = {};  ///< the last line before it that names the file; may be empty
};

[[nodiscard]] Error not_started(const Offender& offender, int error);
[[nodiscard]] Error timed_out(const Offender& offender, std::chrono::milliseconds limit);
/// It ended before it had answered; `halfway`: in the middle of its answer.
[[nodiscard]] Error died(const Offender& offender, const Ending& ending, bool halfway);
[[nodiscard]] Error endless_header(const Offender& offender, std::size_t limit);
[[nodiscard]] Error answer_too_large(const Offender& offender, std::uint64_t bytes, std::uint64_t limit);
/// Its line is no JSON, or not of the shape.
[[nodiscard]] Error bad_line(const Offender& offender, const Error& why, std::string_view line);
[[nodiscard]] Error wrong_id(const Offender& offender, std::uint64_t found, std::uint64_t expected);
[[nodiscard]] Error bad_document(const Offender& offender, const Error& why);
/// The answer of a family: its claims, or a form with its facts.
[[nodiscard]] Error bad_form(const Offender& offender, const Error& why);
[[nodiscard]] Error two_answers(const Offender& offender);
[[nodiscard]] Error wrong_protocol(const Offender& offender, const std::string& found);
[[nodiscard]] Error mismatch(const Offender& offender, const std::string& found, const std::string& expected);
[[nodiscard]] Error option_not_text(const Offender& offender, const std::string& option);

/// A line for a message: valid UTF-8 without control characters, cut where it is long.
[[nodiscard]] std::string quotable(std::string_view line);

}  // namespace nianbao::process
