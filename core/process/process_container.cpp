#include "process/process_container.hpp"

#include <algorithm>

#include <nianbao/document_json.hpp>

#include "plugin/file_marks.hpp"
#include "process/program_pool.hpp"

namespace nianbao::process {
namespace {

class ProcessContainer final : public Container {
 public:
  ProcessContainer(const Manifest& manifest, ProgramSpec spec)
      : manifest_(manifest), programs_(std::move(spec), manifest.seconds) {}

 private:
  /// By the manifest alone: looking at a file starts no program.
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view name) const override {
    const auto by_magic = plugin::certainty_of_magic(manifest_, head);
    const bool named = plugin::claims_extension(manifest_, plugin::extension_of(name));
    return std::max(by_magic, named && manifest_.magic.empty() ? Certainty::possible : Certainty::none);
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    NIANBAO_TRY(const auto payload, programs_.ask("read", bytes, context));
    auto document = document_from_json(payload.bytes);
    if (!document) {
      return bad_document(programs_.offender(), document.error());
    }
    document->input.encoding = payload.encoding;
    return document;
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& context) const override {
    NIANBAO_TRY(auto payload, programs_.ask("write", document_to_json(document), context));
    return std::move(payload.bytes);
  }

  const Manifest& manifest_;
  ProgramPool programs_;
};

}  // namespace

std::unique_ptr<Container> make_container(const Manifest& manifest, ProgramSpec spec) {
  return std::make_unique<ProcessContainer>(manifest, std::move(spec));
}

}  // namespace nianbao::process
