// Pictures in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::doc {

/// A name for the picture that begins at this offset of the data stream: the number, and an extension by its kind.
[[nodiscard]] std::string picture_name(std::string_view data, std::uint64_t offset, std::uint32_t number);

}  // namespace nianbao::doc
