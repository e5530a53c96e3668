// PDF → Document.
#pragma once

#include <string>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/document.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao::pdf {

[[nodiscard]] Result<Document> read_pdf(const std::string& bytes, const Context& context);

}  // namespace nianbao::pdf
