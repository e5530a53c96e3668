// Simple blocks for the Documents a conversion writes by itself.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/document.hpp>

namespace nianbao {

[[nodiscard]] Block heading(int level, std::string_view text, Arena& arena);
[[nodiscard]] Block paragraph(std::string_view text, Arena& arena, Role role = Role::body);
/// A table with one header row; every row has as many texts as the header.
[[nodiscard]] Block table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                          Arena& arena);

}  // namespace nianbao
