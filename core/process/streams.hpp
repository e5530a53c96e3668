// Bytes to and from a child process, without blocking on one stream while another waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "process/child_process.hpp"

namespace nianbao::process {

using Clock = std::chrono::steady_clock;

/// What came of one turn of moving bytes.
enum class Turn {
  moved,    ///< some bytes were moved, or the program closed a stream it may close
  expired,  ///< nothing moved until the deadline
  ended,    ///< the program has closed its output
};

/// Moves bytes between the host and one child. Not thread-safe.
class Streams {
 public:
  explicit Streams(ChildProcess& child) : child_(child) {}

  /// Bytes to be written, piece by piece; they stay the caller's and valid until `sent`.
  void send(std::vector<std::string_view> pieces);
  [[nodiscard]] bool sent() const noexcept { return pieces_.empty(); }

  /// Moves what can be moved; waits until something can, at most until the deadline. Reads at most `room` bytes.
  Turn turn(Clock::time_point deadline, std::size_t room);
  /// Reads what the program has written so far and does not wait.
  void drain(std::size_t room);

  /// What the program has written to stdout and nobody has taken yet.
  [[nodiscard]] std::string& received() noexcept { return received_; }
  /// What it has written to stderr, whole lines and the beginning of one. Bounded: the middle of much is lost.
  [[nodiscard]] std::string& said() noexcept { return said_; }

 private:
  void write_some();
  [[nodiscard]] bool read_output(std::size_t room);
  void read_errors();

  ChildProcess& child_;
  std::vector<std::string_view> pieces_;
  std::string received_;
  std::string said_;
};

}  // namespace nianbao::process
