// By what a draft is known.
#pragma once

#include <string_view>

namespace nianbao {

/// In front of every paragraph that is last year's.
inline constexpr std::string_view kLastYear = "【上年】";
/// The property that is shown on top of a draft.
inline constexpr std::string_view kDraftNotice = "草稿说明";

}  // namespace nianbao
