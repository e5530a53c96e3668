// Lines of cells between pipes, none at their beginning: 规章|3|0|.
#pragma once

#include <string_view>
#include <vector>

namespace nianbao::blocks {

/// The cells of a line that are not empty.
[[nodiscard]] std::vector<std::string_view> parts_between_pipes(std::string_view body);

}  // namespace nianbao::blocks
