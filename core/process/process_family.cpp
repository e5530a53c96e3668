#include "process/process_family.hpp"

#include <nianbao/document_json.hpp>
#include <nianbao/sdk/text.hpp>

#include "process/document_texts.hpp"
#include "process/form_exchange.hpp"
#include "process/program_pool.hpp"

namespace nianbao::process {
namespace {

class ProcessFamily final : public FormatFamily {
 public:
  ProcessFamily(const Manifest& manifest, ProgramSpec spec) : programs_(std::move(spec), manifest.seconds) {
    for (const auto& text : manifest.texts) {
      keys_.push_back(fold_key(text));
    }
  }

 private:
  [[nodiscard]] Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                                            const FormatContext& context) const override {
    if (!has_any_text(document, keys_)) {
      return std::vector<FormClaim>();
    }
    NIANBAO_TRY(const auto payload, ask("recognize", recognize_request(document, format), context));
    auto claims = claims_of(payload.bytes, document, format);
    return claims.ok() ? std::move(claims) : unusable(claims.error());
  }

  [[nodiscard]] Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                                        Report& report) const override {
    NIANBAO_TRY(const auto payload, ask("extract", extract_request(document, claim, report), context));
    auto added = add_form(payload.bytes, document, claim, context, report);
    return added.ok() ? std::move(added) : unusable(added.error());
  }

  [[nodiscard]] Result<std::vector<Block>> do_render(const Report& report, const Template& format,
                                                     const TemplateForm& form, std::uint32_t instance,
                                                     const FormatContext& context, Arena& arena) const override {
    NIANBAO_TRY(const auto payload,
                ask("render", render_request(report, format, form, instance, context.marks), context));
    const auto document = document_from_json(payload.bytes);
    if (!document) {
      return bad_document(programs_.offender(), document.error());
    }
    std::vector<Block> blocks;
    for (const auto& block : document->blocks) {
      blocks.push_back(copy(block, arena));
    }
    return blocks;
  }

  [[nodiscard]] Result<Payload> ask(std::string_view op, std::string_view bytes, const FormatContext& context) const {
    const Options none;
    return programs_.ask(op, bytes, {context.limits, context.diagnostics, none, context.language});
  }

  [[nodiscard]] Error unusable(const Error& why) const { return bad_form(programs_.offender(), why); }

  ProgramPool programs_;
  std::vector<std::string> keys_;
};

}  // namespace

std::unique_ptr<FormatFamily> make_family(const Manifest& manifest, ProgramSpec spec) {
  return std::make_unique<ProcessFamily>(manifest, std::move(spec));
}

}  // namespace nianbao::process
