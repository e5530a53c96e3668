// This year's report begun from last year's, and whether a file still bears the marks of such a draft.
#pragma once

#include <vector>

#include <nianbao/convert.hpp>

namespace nianbao {

/// Last year's report in the target format with every figure taken out, as a Conversion for `assemble`.
/// Title, headings, issuer and contact stay, with the new year. Figures that a rule takes from last year's
/// report alone (上年结转) are filled in as computed; where a rule only starts from last year's figure (现行有效)
/// it stands with the blank cell. Last year's text stays, each paragraph marked. With a gap between
/// the years nothing is carried over. An input error if the year is not after last year's.
[[nodiscard]] Result<Conversion> draft(const Report& last, const Template& target, const RuleSet& rules, int year,
                                       const ConvertOptions& options);

/// Something in a Document that a finished report may not have.
struct DraftMark {
  Message message;
  Place at;
};

/// Notices and shaded cells of a draft, last year's text that is still marked, and the year before `year`
/// wherever it is written (`year` 0: not looked for), in the order of the Document.
[[nodiscard]] std::vector<DraftMark> draft_marks(const Document& document, int year);

}  // namespace nianbao
