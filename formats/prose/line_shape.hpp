// What lines of text look like: page numbers, headings, beginnings, cut ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::prose_format {

constexpr std::string_view kFullStop = "。";

/// Without blanks, tabs and line breaks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// — 3 —, -3-, 3: what stands at the foot of a page.
[[nodiscard]] bool is_page_number(std::string_view text);

/// True if the text begins something new: 一、 （一） 1. 附件 第二十条.
[[nodiscard]] bool begins_anew(std::string_view text);

/// True if nothing of its sentence can follow on the next line.
[[nodiscard]] bool is_finished(std::string_view text);

/// 三、依申请公开情况: numbered, short and no sentence. `anew`: it begins something new.
[[nodiscard]] bool looks_like_heading(std::string_view line, bool anew);

}  // namespace nianbao::prose_format
