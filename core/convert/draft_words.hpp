// By what a draft is known.
#pragma once

#include <array>
#include <string_view>

namespace nianbao {

/// In front of every paragraph that is last year's.
inline constexpr std::string_view kLastYear = "【上年】";
/// The property that is shown on top of a draft.
inline constexpr std::string_view kDraftNotice = "草稿说明";

/// How the notice of a conversion begins, and of a draft begun from last year's report.
inline constexpr std::array<std::string_view, 3> kDraftNoticeStarts{"草稿：", "Draft, converted from ",
                                                                    "Draft of the report for "};

}  // namespace nianbao
