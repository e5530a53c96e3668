#include "process/program_pool.hpp"

namespace nianbao::process {

Result<Payload> ProgramPool::ask(std::string_view op, std::string_view bytes, const Context& context) const {
  NIANBAO_TRY(auto session, take());
  Limits limits = context.limits;
  limits.milliseconds = seconds_ * 1000;
  auto payload = session->ask(op, bytes, {limits, context.diagnostics, context.options, context.language});
  give_back(std::move(session));
  return payload;
}

Result<std::unique_ptr<Session>> ProgramPool::take() const {
  {
    const std::lock_guard lock(mutex_);
    while (!idle_.empty()) {
      auto session = std::move(idle_.back());
      idle_.pop_back();
      if (session->usable()) {
        return session;
      }
    }
  }
  return Session::start(spec_);
}

void ProgramPool::give_back(std::unique_ptr<Session> session) const {
  if (session->usable()) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(session));
  }
}

}  // namespace nianbao::process
