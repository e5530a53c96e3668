// Notes under a form.
#pragma once

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

/// True if the row begins as a note does: 注：, 备注, 说明：, *.
[[nodiscard]] bool is_note(const Rows& rows, const Row& row);

}  // namespace nianbao::forms
