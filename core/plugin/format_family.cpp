#include <nianbao/sdk/format_family.hpp>

namespace nianbao {

FormatFamily::~FormatFamily() = default;

Result<std::vector<FormClaim>> FormatFamily::recognize(const Document& document, const Template& format,
                                                       const FormatContext& context) const {
  return do_recognize(document, format, context);
}

Result<void> FormatFamily::extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                                   Report& report) const {
  return do_extract(document, claim, context, report);
}

Result<std::vector<Block>> FormatFamily::render(const Report& report, const Template& format, const TemplateForm& form,
                                                std::uint32_t instance, const FormatContext& context,
                                                Arena& arena) const {
  return do_render(report, format, form, instance, context, arena);
}

Result<std::vector<Block>> FormatFamily::do_render(const Report& /*report*/, const Template& format,
                                                   const TemplateForm& /*form*/, std::uint32_t /*instance*/,
                                                   const FormatContext& /*context*/, Arena& /*arena*/) const {
  const std::string id(format.id);
  return Error{ErrorKind::usage, "format-cannot-render", {"格式“" + id + "”只能读取，不能生成。", "Format " + id + " can only be read."}, "", {}};
}

}  // namespace nianbao
