#include "process/session.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace nianbao::process {
namespace {

using std::chrono::milliseconds;

/// To start and say hello.
constexpr milliseconds kHelloTime{20'000};
/// Between the end of its input and the end of the program.
constexpr milliseconds kFarewell{2'000};
/// An answer may be so many times the text a Document may have: its JSON has places and cells beside it.
constexpr std::uint64_t kJsonPerText = 32;
constexpr std::size_t kMostDiagnostics = 1000;

}  // namespace

Session::Session(const ProgramSpec& spec, std::unique_ptr<ChildProcess> child)
    : spec_(spec), child_(std::move(child)), streams_(*child_) {}

Session::~Session() { child_->end(broken_ ? milliseconds(0) : kFarewell); }

Result<std::unique_ptr<Session>> Session::start(const ProgramSpec& spec) {
  int error = 0;
  auto child = ChildProcess::start(spec.launch, error);
  if (child == nullptr) {
    return not_started({spec.id, spec.file}, error);
  }
  std::unique_ptr<Session> session(new Session(spec, std::move(child)));
  NIANBAO_CHECK(session->shake_hands());
  return session;
}

Error Session::failed(Error error) {
  broken_ = true;
  child_->end(milliseconds(0));
  return error;
}

Result<void> Session::more(std::size_t room, bool halfway) {
  switch (streams_.turn(deadline_, room)) {
    case Turn::moved:
      return {};
    case Turn::expired:
      hear(nullptr);
      return failed(timed_out(offender(), time_));
    case Turn::ended:
      break;
  }
  // What it closed first, its output or itself, is no matter: it has moments to end by itself.
  const auto ending = child_->end(milliseconds(200));
  streams_.drain(0);
  hear(nullptr);
  return failed(died(offender(), ending, halfway));
}

Result<std::string> Session::header(std::vector<std::string_view> pieces, milliseconds time) {
  time_ = time;
  deadline_ = Clock::now() + time;
  child_->allow_processor_time(time);
  streams_.send(std::move(pieces));
  auto& received = streams_.received();
  std::size_t searched = 0;
  for (;;) {
    const auto end = received.find('\n', searched);
    if (end != std::string::npos && end < kLongestHeader) {
      auto line = received.substr(0, end);
      received.erase(0, end + 1);
      return line;
    }
    if (received.size() >= kLongestHeader) {
      return failed(endless_header(offender(), kLongestHeader));
    }
    searched = received.size();
    NIANBAO_CHECK(more(kLongestHeader - searched, !received.empty()));
  }
}

Result<std::string> Session::payload(std::uint64_t size) {
  auto& received = streams_.received();
  while (received.size() < size || !streams_.sent()) {
    // One byte more than announced is taken too, so that a second answer is seen.
    const std::uint64_t room = size + 1 - std::min<std::uint64_t>(received.size(), size);
    NIANBAO_CHECK(more(static_cast<std::size_t>(room), true));
    if (received.size() > size) {
      break;
    }
  }
  streams_.drain(1);
  if (received.size() > size) {
    return failed(two_answers(offender()));
  }
  return std::exchange(received, {});
}

Result<void> Session::shake_hands() {
  Request request;
  request.op = "hello";
  request.id = next_id_++;
  const auto line = to_line(request);
  NIANBAO_TRY(const auto answer, header({line}, kHelloTime));
  auto identity = identity_of(answer);
  if (!identity) {
    return failed(bad_line(offender(), identity.error(), answer));
  }
  if (identity->protocol != kProtocol) {
    return failed(wrong_protocol(offender(), identity->protocol));
  }
  if (identity->plugin != spec_.id || identity->version != spec_.version) {
    return failed(mismatch(offender(), identity->plugin + " " + identity->version, spec_.id + " " + spec_.version));
  }
  NIANBAO_CHECK(payload(0));
  return {};
}

Result<Payload> Session::ask(std::string_view op, std::string_view bytes, const Context& context) {
  Request request{next_id_++, std::string(op), bytes.size(), context.language, context.options, context.limits};
  for (const auto& [name, value] : request.options) {
    if (check_utf8(value).valid != value.size()) {
      return option_not_text(offender(), name);
    }
  }
  const auto line = to_line(request);
  NIANBAO_TRY(const auto head, header({line, bytes}, milliseconds(context.limits.milliseconds)));
  auto answer = answer_of(head);
  if (!answer) {
    return failed(bad_line(offender(), answer.error(), head));
  }
  if (answer->id != request.id) {
    return failed(wrong_id(offender(), answer->id, request.id));
  }
  const std::uint64_t most = std::max(context.limits.text_bytes * kJsonPerText, context.limits.input_bytes);
  if (answer->bytes > most) {
    return failed(answer_too_large(offender(), answer->bytes, most));
  }
  NIANBAO_TRY(auto content, payload(answer->error ? 0 : answer->bytes));
  hear(&context.diagnostics);
  if (answer->error) {
    return *std::move(answer->error);
  }
  return Payload{std::move(content), std::move(answer->encoding)};
}

/// The last line says what went wrong, one before it where: interpreters name the file.
void Session::keep_words(std::string_view line) {
  const auto file = spec_.file.substr(spec_.file.rfind('/') + 1);
  if (last_words_.find(file) != std::string::npos) {
    last_place_ = last_words_;
  }
  last_words_ = quotable(line.substr(line.find_first_not_of(" \t")));
  if (last_words_.find(file) != std::string::npos) {
    last_place_.clear();
  }
}

void Session::hear(DiagnosticSink* diagnostics) {
  auto& said = streams_.said();
  std::size_t from = 0;
  std::size_t count = 0;
  for (auto end = said.find('\n'); end != std::string::npos; end = said.find('\n', from)) {
    const auto line = std::string_view(said).substr(from, end - from);
    from = end + 1;
    if (auto diagnostic = diagnostic_of(line)) {
      if (diagnostics != nullptr && ++count <= kMostDiagnostics) {
        diagnostics->report(*std::move(diagnostic));
      }
    } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      keep_words(line);
    }
  }
  said.erase(0, from);
}

bool Session::usable() {
  streams_.drain(1);
  broken_ = broken_ || !child_->running() || !streams_.received().empty();
  return !broken_;
}

}  // namespace nianbao::process
