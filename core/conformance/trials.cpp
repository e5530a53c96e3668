#include "conformance/trials.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

namespace nianbao::conformance {
namespace {

// What the child says: a line for each trial it begins, and for a fault its two texts, each ended by a zero.
constexpr char kBegun = '+';
constexpr char kFault = '!';

[[noreturn]] void be_the_child(const std::vector<Trial>& trials, int out) {
  for (const auto& trial : trials) {
    static_cast<void>(!::write(out, &kBegun, 1));
    if (const auto fault = trial.run()) {
      std::string text(1, kFault);
      text.append(fault->zh).push_back('\0');
      text.append(fault->en).push_back('\0');
      static_cast<void>(!::write(out, text.data(), text.size()));
      break;
    }
  }
  ::_exit(0);
}

struct Child {
  std::string said;
  bool silent = false;  ///< it had to be killed
  int status = 0;
};

/// What the child says until it ends; one that says nothing for so long is killed.
Child listen(pid_t pid, int in, int seconds) {
  Child child;
  std::array<char, 4096> buffer{};
  for (;;) {
    pollfd ready{in, POLLIN, 0};
    const int polled = ::poll(&ready, 1, seconds * 1000);
    if (polled < 0 && errno == EINTR) {
      continue;
    }
    if (polled <= 0) {
      child.silent = true;
      ::kill(pid, SIGKILL);
      break;
    }
    const auto count = ::read(in, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      break;
    }
    child.said.append(buffer.data(), static_cast<std::size_t>(count));
  }
  while (::waitpid(pid, &child.status, 0) < 0 && errno == EINTR) {
  }
  return child;
}

Fault fault_of(const Child& child, const std::vector<Trial>& trials, int seconds) {
  const std::string_view said = child.said;
  const auto begun = said.find_first_not_of(kBegun) == std::string_view::npos ? said.size() : said.find(kFault);
  const auto& name = begun == 0 ? Message{} : trials[begun - 1].name;
  if (begun < said.size()) {
    const auto texts = said.substr(begun + 1);
    const auto middle = texts.find('\0');
    return Message{name.zh + "：" + std::string(texts.substr(0, middle)),
                   name.en + ": " + std::string(texts.substr(middle + 1, texts.size() - middle - 2))};
  }
  if (child.silent) {
    const auto number = std::to_string(seconds);
    return Message{name.zh + "：" + number + "秒内没有结束。", name.en + ": it did not end within " + number + " s."};
  }
  if (WIFSIGNALED(child.status)) {
    const auto number = std::to_string(WTERMSIG(child.status));
    return Message{name.zh + "：程序崩溃（信号" + number + "）。", name.en + ": it crashed (signal " + number + ")."};
  }
  if (WEXITSTATUS(child.status) != 0 || begun != trials.size()) {
    const auto number = std::to_string(WEXITSTATUS(child.status));
    return Message{name.zh + "：使程序退出（退出码" + number + "）。",
                   name.en + ": it ended the program (exit code " + number + ")."};
  }
  return std::nullopt;
}

}  // namespace

Fault first_fault(const std::vector<Trial>& trials) {
  for (const auto& trial : trials) {
    if (const auto fault = trial.run()) {
      return Message{trial.name.zh + "：" + fault->zh, trial.name.en + ": " + fault->en};
    }
  }
  return std::nullopt;
}

Fault first_fault_in_child(const std::vector<Trial>& trials, int seconds) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    return first_fault(trials);
  }
  const auto pid = ::fork();
  if (pid == 0) {
    ::close(pipe[0]);
    be_the_child(trials, pipe[1]);
  }
  ::close(pipe[1]);
  const auto child = pid < 0 ? Child{} : listen(pid, pipe[0], seconds);
  ::close(pipe[0]);
  return pid < 0 ? first_fault(trials) : fault_of(child, trials, seconds);
}

}  // namespace nianbao::conformance
