// What kind of text a cell or line begins with.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::pdf {

/// 12, 3.5, -, 6条; but not 3.其他 or 3、其他.
[[nodiscard]] bool is_figure(std::string_view text);

/// 一、 （一） 1. ① or a figure: what begins like this goes on with nothing.
[[nodiscard]] bool begins_label(const std::string& text);

}  // namespace nianbao::pdf
