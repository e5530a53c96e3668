// The family that reads figures out of sentences.
#pragma once

#include <nianbao/sdk/format_family.hpp>

namespace nianbao::prose_format {

/// Claims every block with text, possible and nothing more: the host gives what other families claim
/// to them, and calls extract() once, after theirs, with the pieces that are left. extract() expects
/// the Report's year and, where there are any, its sections with their places; it appends facts of
/// source prose, claims and period findings, and no form.
class ProseFamily final : public FormatFamily {
 private:
  [[nodiscard]] Result<std::vector<FormClaim>> do_recognize(const Document& document, const Template& format,
                                                            const FormatContext& context) const override;
  [[nodiscard]] Result<void> do_extract(const Document& document, const FormClaim& claim, const FormatContext& context,
                                        Report& report) const override;
};

}  // namespace nianbao::prose_format
