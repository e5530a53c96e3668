#include "process/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <thread>
#include <utility>

namespace nianbao::process {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// The two ends of one stream.
struct Stream {
  Descriptor host;
  Descriptor program;
};

bool make_input(Stream& stream) {
  int ends[2];
  // A socket, not a pipe: a write to a program that has gone is then an error and no signal.
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return false;
  }
  stream = {Descriptor(ends[0]), Descriptor(ends[1])};
  return true;
}

bool make_output(Stream& stream) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return false;
  }
  stream = {Descriptor(ends[0]), Descriptor(ends[1])};
  return true;
}

/// The host's end shall not block; the program's end shall, as every program expects.
void unblock(const Descriptor& descriptor) {
  ::fcntl(descriptor.get(), F_SETFL, ::fcntl(descriptor.get(), F_GETFL) | O_NONBLOCK);
}

/// Nothing of the caller's environment but where temporary files go: a plugin works alike everywhere.
std::vector<std::string> fixed_environment() {
  std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC",
                                       "HOME=/nonexistent"};
  const char* temporary = std::getenv("TMPDIR");
  environment.push_back(std::string("TMPDIR=") + (temporary != nullptr && temporary[0] == '/' ? temporary : "/tmp"));
  return environment;
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (const auto& text : texts) {
    pointers.push_back(const_cast<char*>(text.c_str()));
  }
  pointers.push_back(nullptr);
  return pointers;
}

class SpawnPlan {
 public:
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
  }
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  void prepare(const Launch& launch, int in, int out, int err) {
    ::posix_spawn_file_actions_adddup2(&actions_, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, err, STDERR_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    ::posix_spawn_file_actions_addchdir_np(&actions_, launch.folder.c_str());
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }

  int run(const Launch& launch, pid_t& pid) {
    const auto environment = fixed_environment();
    return ::posix_spawn(&pid, launch.executable.c_str(), &actions_, &attributes_, pointers(launch.arguments).data(),
                         pointers(environment).data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

void limit(pid_t pid, __rlimit_resource resource, std::uint64_t most) {
  const rlimit value{most, most};
  ::prlimit(pid, resource, &value, nullptr);
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

void Descriptor::close() noexcept {
  if (fd_ >= 0) {
    ::close(std::exchange(fd_, -1));
  }
}

std::unique_ptr<ChildProcess> ChildProcess::start(const Launch& launch, int& error) {
  Stream in;
  Stream out;
  Stream err;
  if (!make_input(in) || !make_output(out) || !make_output(err)) {
    error = errno;
    return nullptr;
  }
  SpawnPlan plan;
  plan.prepare(launch, in.program.get(), out.program.get(), err.program.get());
  pid_t pid = 0;
  error = plan.run(launch, pid);
  if (error != 0) {
    return nullptr;
  }
  limit(pid, RLIMIT_CORE, 0);
  if (launch.memory != 0) {
    limit(pid, RLIMIT_AS, launch.memory);
  }
  std::unique_ptr<ChildProcess> child(new ChildProcess(pid));
  child->input_ = std::move(in.host);
  child->output_ = std::move(out.host);
  child->errors_ = std::move(err.host);
  for (const auto* descriptor : {&child->input_, &child->output_, &child->errors_}) {
    unblock(*descriptor);
  }
  return child;
}

ChildProcess::~ChildProcess() { end(milliseconds(0)); }

void ChildProcess::allow_processor_time(milliseconds time) noexcept {
  clockid_t clock = 0;
  timespec used{};
  rlimit value{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0 ||
      ::prlimit(pid_, RLIMIT_CPU, nullptr, &value) != 0) {
    return;
  }
  const auto seconds = static_cast<rlim_t>(used.tv_sec + time.count() / 1000 + 2);
  value.rlim_cur = std::min(seconds, value.rlim_max);
  ::prlimit(pid_, RLIMIT_CPU, &value, nullptr);
}

bool ChildProcess::exited() const noexcept {
  siginfo_t info{};
  const int result = ::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
  return result != 0 || info.si_pid == pid_;
}

bool ChildProcess::running() noexcept { return !reaped_ && !exited(); }

Ending ChildProcess::end(milliseconds patience) {
  if (reaped_) {
    return ending_;
  }
  input_.close();
  const auto deadline = steady_clock::now() + patience;
  for (auto pause = milliseconds(1); !exited() && steady_clock::now() < deadline;
       pause = std::min(pause * 2, milliseconds(50))) {
    std::this_thread::sleep_for(pause);
  }
  // Before the leader is reaped its number cannot be anybody else's: what it has started ends with it.
  ::kill(-pid_, SIGKILL);
  int status = 0;
  pid_t waited = 0;
  do {
    waited = ::waitpid(pid_, &status, 0);
  } while (waited < 0 && errno == EINTR);
  reaped_ = true;
  ending_.known = waited == pid_;
  ending_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return ending_;
}

}  // namespace nianbao::process
