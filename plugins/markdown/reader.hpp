#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::markdown {

[[nodiscard]] Result<Document> read_markdown(std::string bytes, const Context& context);

}  // namespace nianbao::markdown
