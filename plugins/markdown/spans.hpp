// Attributes that Pandoc writes behind texts: [指标名称]{style="…"}, 二、概述 {#overview}.
#pragma once

#include <string>

namespace nianbao::markdown {

/// The text without them; braces that hold no attributes stay.
[[nodiscard]] std::string without_attributes(std::string text);

}  // namespace nianbao::markdown
