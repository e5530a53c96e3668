#pragma once

#include <string_view>

namespace nianbao::html {

/// The encoding that a page declares in its first bytes (<meta charset>, http-equiv, XML); empty if none.
[[nodiscard]] std::string_view declared_charset(std::string_view bytes) noexcept;

}  // namespace nianbao::html
