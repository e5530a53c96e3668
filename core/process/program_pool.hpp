// The running programs of one plugin, lent to one caller each.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "process/session.hpp"

namespace nianbao::process {

/// Starts programs when they are needed and keeps those that are idle for the next question; all are ended with
/// the pool. Thread-safe: calls at the same time have a program each.
class ProgramPool {
 public:
  /// `seconds`: most time for one answer.
  ProgramPool(ProgramSpec spec, std::uint32_t seconds) : spec_(std::move(spec)), seconds_(seconds) {}

  /// Asks an idle program, or a new one. A program that failed is not asked again. Of the context all is passed
  /// on but `limits.milliseconds`, which is the pool's.
  [[nodiscard]] Result<Payload> ask(std::string_view op, std::string_view bytes, const Context& context) const;
  /// The program for a fault in what it answered.
  [[nodiscard]] Offender offender() const { return {spec_.id, spec_.file}; }

 private:
  [[nodiscard]] Result<std::unique_ptr<Session>> take() const;
  void give_back(std::unique_ptr<Session> session) const;

  ProgramSpec spec_;
  std::uint32_t seconds_;
  mutable std::mutex mutex_;  ///< guards idle_
  mutable std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace nianbao::process
