#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::html {

[[nodiscard]] Result<Document> read_page(std::string bytes, const Context& context);

}  // namespace nianbao::html
