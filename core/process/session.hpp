// One started program that has shaken hands, and the questions put to it.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "process/faults.hpp"
#include "process/protocol.hpp"
#include "process/streams.hpp"

namespace nianbao::process {

/// A program as a manifest names it.
struct ProgramSpec {
  std::string id;       ///< of the manifest
  std::string version;  ///< of the manifest
  std::string file;     ///< what the author wrote: the program itself, or the script an interpreter is given
  Launch launch;
};

/// What a program gave for one request: the bytes after its header.
struct Payload {
  std::string bytes;
  std::string encoding;
};

/// A running program. Not thread-safe: one caller at a time. After an Error of kind plugin it is not to be
/// asked again.
class Session {
 public:
  /// Starts the program and says hello.
  [[nodiscard]] static Result<std::unique_ptr<Session>> start(const ProgramSpec& spec);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Asks and waits for the answer, at most `context.limits.milliseconds`. Diagnostics of the program go to the
  /// context.
  [[nodiscard]] Result<Payload> ask(std::string_view op, std::string_view bytes, const Context& context);
  /// True if it can be asked again: it runs, and has said nothing since its last answer.
  [[nodiscard]] bool usable();

 private:
  Session(const ProgramSpec& spec, std::unique_ptr<ChildProcess> child);
  [[nodiscard]] Result<void> shake_hands();
  /// Sends a request and gives the header of the answer, without its line break. `received()` holds what follows.
  [[nodiscard]] Result<std::string> header(std::vector<std::string_view> pieces, std::chrono::milliseconds time);
  [[nodiscard]] Result<std::string> payload(std::uint64_t size);
  /// Waits for more bytes, of which not more than `room` are taken.
  [[nodiscard]] Result<void> more(std::size_t room, bool halfway);
  void keep_words(std::string_view line);
  /// Reports the diagnostics said so far; keeps the last of what else was said.
  void hear(DiagnosticSink* diagnostics);
  [[nodiscard]] Offender offender() const { return {spec_.id, spec_.file, last_words_, last_place_}; }
  Error failed(Error error);

  ProgramSpec spec_;
  std::unique_ptr<ChildProcess> child_;
  Streams streams_;
  std::uint64_t next_id_ = 0;
  Clock::time_point deadline_;
  std::chrono::milliseconds time_{};
  std::string last_words_;
  std::string last_place_;  ///< the line of what was said that names the program's file
  bool broken_ = false;
};

}  // namespace nianbao::process
