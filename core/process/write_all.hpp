// Writing to a descriptor.
#pragma once

#include <string_view>

namespace nianbao {

/// Writes all of it, however many calls that takes; false where it cannot.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace nianbao
