// What a zip holds, told by its first bytes.
#pragma once

#include <string_view>

#include <nianbao/sdk/report.hpp>

namespace nianbao::ooxml {

/// How surely the first bytes of a file are those of a package whose parts lie in `folder` ("word/",
/// "xl/"): certain where such a part is named, possible where only the package's own parts are.
[[nodiscard]] Certainty probe_package(std::string_view head, std::string_view folder);

}  // namespace nianbao::ooxml
