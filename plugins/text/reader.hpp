#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::text {

[[nodiscard]] Result<Document> read_text(std::string bytes, const Context& context);

}  // namespace nianbao::text
