// A unit printed against the label in front of it: 网上申请数条.
#pragma once

#include <string_view>

#include <nianbao/sdk/vocabulary.hpp>

namespace nianbao::forms {

/// The key of a label (match_key) without a unit at its end; empty where it ends in none, or where what is left
/// is too short to tell a label. A view into the key.
[[nodiscard]] std::string_view without_unit(std::string_view key, const Vocabulary& vocabulary);

}  // namespace nianbao::forms
