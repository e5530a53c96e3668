#pragma once

#include <string>

#include <nianbao/sdk/document.hpp>

namespace nianbao::html {

/// A page complete in itself, to be read, printed on A4 and read back. The property 草稿说明 is shown
/// as a notice at its top.
[[nodiscard]] std::string write_page(const Document& document);

}  // namespace nianbao::html
