#include "process/process_container.hpp"

#include <algorithm>
#include <mutex>
#include <vector>

#include <nianbao/document_json.hpp>

#include "plugin/file_marks.hpp"

namespace nianbao::process {
namespace {

class ProcessContainer final : public Container {
 public:
  ProcessContainer(const Manifest& manifest, ProgramSpec spec) : manifest_(manifest), spec_(std::move(spec)) {}

 private:
  /// By the manifest alone: looking at a file starts no program.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view name) const override {
    const auto by_magic = plugin::certainty_of_magic(manifest_, head);
    const bool named = plugin::claims_extension(manifest_, plugin::extension_of(name));
    return std::max(by_magic, named && manifest_.magic.empty() ? Certainty::possible : Certainty::none);
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    NIANBAO_TRY(const auto payload, ask("read", bytes, context));
    auto document = document_from_json(payload.bytes);
    if (!document) {
      return bad_document({spec_.id, spec_.launch.executable, {}}, document.error());
    }
    document->input.encoding = payload.encoding;
    return document;
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& context) const override {
    NIANBAO_TRY(auto payload, ask("write", document_to_json(document), context));
    return std::move(payload.bytes);
  }

  [[nodiscard]] Result<Payload> ask(std::string_view op, std::string_view bytes, const Context& context) const {
    NIANBAO_TRY(auto session, take());
    Limits limits = context.limits;
    limits.milliseconds = manifest_.seconds * 1000;
    auto payload = session->ask(op, bytes, {limits, context.diagnostics, context.options, context.language});
    give_back(std::move(session));
    return payload;
  }

  /// An idle program, or a new one.
  [[nodiscard]] Result<std::unique_ptr<Session>> take() const {
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

  void give_back(std::unique_ptr<Session> session) const {
    if (session->usable()) {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(session));
    }
  }

  const Manifest& manifest_;
  ProgramSpec spec_;
  mutable std::mutex mutex_;  ///< guards idle_
  mutable std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace

std::unique_ptr<Container> make_container(const Manifest& manifest, ProgramSpec spec) {
  return std::make_unique<ProcessContainer>(manifest, std::move(spec));
}

}  // namespace nianbao::process
