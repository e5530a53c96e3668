// Why the system refused an operation on a file, in words.
#pragma once

#include <nianbao/sdk/message.hpp>

namespace nianbao {

/// The reason behind an errno: 没有权限 / permission denied. A noun phrase without a full stop.
[[nodiscard]] Message system_reason(int error);

}  // namespace nianbao
