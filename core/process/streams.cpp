#include "process/streams.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace nianbao::process {
namespace {

constexpr std::size_t kBlock = 64 * 1024;
constexpr std::size_t kMostSaid = 1024 * 1024;

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left + 1, 0, 60'000));
}

}  // namespace

void Streams::send(std::vector<std::string_view> pieces) {
  pieces_.clear();
  for (auto it = pieces.rbegin(); it != pieces.rend(); ++it) {
    if (!it->empty()) {
      pieces_.push_back(*it);
    }
  }
}

void Streams::write_some() {
  while (!pieces_.empty()) {
    auto& piece = pieces_.back();
    const auto written = ::send(child_.input().get(), piece.data(), piece.size(), MSG_NOSIGNAL);
    if (written < 0) {
      if (errno != EAGAIN && errno != EINTR) {
        // It no longer reads. What it still says decides what is wrong with it.
        pieces_.clear();
        child_.input().close();
      }
      return;
    }
    piece.remove_prefix(static_cast<std::size_t>(written));
    if (piece.empty()) {
      pieces_.pop_back();
    }
  }
}

bool Streams::read_output(std::size_t room) {
  const auto before = received_.size();
  received_.resize(before + std::min(room, kBlock));
  const auto count = ::read(child_.output().get(), received_.data() + before, received_.size() - before);
  received_.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

void Streams::read_errors() {
  char block[4096];
  const auto count = ::read(child_.errors().get(), block, sizeof block);
  if (count == 0) {
    child_.errors().close();
  } else if (count > 0) {
    said_.append(block, static_cast<std::size_t>(count));
    if (said_.size() > kMostSaid) {
      said_.erase(kMostSaid / 2, said_.size() - kMostSaid);
    }
  }
}

Turn Streams::turn(Clock::time_point deadline, std::size_t room) {
  // A closed descriptor is -1, which poll passes over.
  pollfd watched[3] = {{child_.output().get(), static_cast<short>(room > 0 ? POLLIN : 0), 0},
                       {child_.errors().get(), POLLIN, 0},
                       {sent() ? -1 : child_.input().get(), POLLOUT, 0}};
  const int ready = ::poll(watched, 3, milliseconds_until(deadline));
  if (ready == 0 || (ready < 0 && errno == EINTR)) {
    return Clock::now() >= deadline ? Turn::expired : Turn::moved;
  }
  if (watched[1].revents != 0) {
    read_errors();
  }
  if (watched[2].revents != 0) {
    write_some();
  }
  if (watched[0].revents != 0 && !read_output(std::max<std::size_t>(room, 1))) {
    return Turn::ended;
  }
  // A program that never stops talking must not hold the host for ever.
  return Clock::now() >= deadline ? Turn::expired : Turn::moved;
}

void Streams::drain(std::size_t room) {
  // A program that goes on talking is left behind after what two full pipes hold.
  constexpr int kMostTurns = 64;
  bool open = room > 0;
  for (int turn = 0; turn < kMostTurns; ++turn) {
    pollfd watched[2] = {{open ? child_.output().get() : -1, POLLIN, 0}, {child_.errors().get(), POLLIN, 0}};
    if (::poll(watched, 2, 0) <= 0) {
      return;
    }
    if (watched[1].revents != 0) {
      read_errors();
    }
    if (watched[0].revents != 0) {
      const auto before = received_.size();
      open = read_output(room) && received_.size() - before < room;
      room -= received_.size() - before;
    }
  }
}

}  // namespace nianbao::process
