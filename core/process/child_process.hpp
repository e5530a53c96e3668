// A child process with its three streams: started without a shell, ended and reaped with its whole group.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace nianbao::process {

/// An open file descriptor. Move-only; closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) noexcept : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int get() const noexcept { return fd_; }
  [[nodiscard]] bool open() const noexcept { return fd_ >= 0; }
  void close() noexcept;

 private:
  int fd_ = -1;
};

/// What to start.
struct Launch {
  std::string executable;              ///< absolute path
  std::vector<std::string> arguments;  ///< with argv[0]
  std::string folder;                  ///< working folder of the program
  std::uint64_t memory = 0;            ///< most bytes of address space; 0: no limit
};

/// How a process ended.
struct Ending {
  bool known = false;  ///< false: somebody else has reaped it
  int exit_code = 0;   ///< if signal is 0
  int signal = 0;
};

/// A running child in a process group of its own. Move-only by pointer; its end is the end of the group.
class ChildProcess {
 public:
  /// Starts the program with a fixed environment, no open files but its three streams, and its limits set
  /// before anything is written to it. Null and `error` (an errno) if it cannot be started.
  [[nodiscard]] static std::unique_ptr<ChildProcess> start(const Launch& launch, int& error);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// The program's stdin (a socket), stdout and stderr; none of them blocks.
  [[nodiscard]] Descriptor& input() noexcept { return input_; }
  [[nodiscard]] Descriptor& output() noexcept { return output_; }
  [[nodiscard]] Descriptor& errors() noexcept { return errors_; }

  /// Lets the process compute for so long from now on, as a second hold beside the host's clock: it also ends
  /// a program whose host has gone.
  void allow_processor_time(std::chrono::milliseconds time) noexcept;
  [[nodiscard]] bool running() noexcept;
  /// Waits so long for its end, then kills the group. May be called again: tells how it ended.
  Ending end(std::chrono::milliseconds patience);

 private:
  explicit ChildProcess(pid_t pid) : pid_(pid) {}
  [[nodiscard]] bool exited() const noexcept;

  pid_t pid_;
  bool reaped_ = false;
  Ending ending_;
  Descriptor input_;
  Descriptor output_;
  Descriptor errors_;
};

}  // namespace nianbao::process
