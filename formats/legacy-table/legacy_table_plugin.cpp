// Indicator lists: label, unit, one or two figures (the forms up to 2018).
#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "indicator_columns.hpp"

namespace nianbao {
namespace {

class LegacyTableFamily final : public FormatFamily {
  Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                              const FormatContext& context) const override {
    return forms::recognize(document, format, context);
  }
  Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                          Report& report) const override {
    forms::extract(document, claim, context, IndicatorColumns(), report);
    return {};
  }
  Result<std::vector<Block>> do_render(const Report& report, const Template& format, const TemplateForm& form,
                                       std::uint32_t instance, const FormatContext& context,
                                       Arena& arena) const override {
    return forms::render(report, format, form, instance, context, arena);
  }
};

}  // namespace
}  // namespace nianbao

NIANBAO_FORMAT_FAMILY_PLUGIN(nianbao::LegacyTableFamily, "legacy-table", "1.0.0")
