// Copies of a Document's parts whose texts live in another arena.
#pragma once

#include <nianbao/sdk/document.hpp>

namespace nianbao {

[[nodiscard]] Place copy(const Place& place, Arena& arena);

}  // namespace nianbao
