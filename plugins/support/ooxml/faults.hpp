// Errors of packages: what, where, what to do.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/result.hpp>

namespace nianbao::ooxml {

/// An input error at a part of the package; with the advice to open the file in Word or WPS and save it again.
[[nodiscard]] Error damaged(std::string code, Message message, std::string_view part = {});
/// An input error for what no report needs; with the advice to check that the file is one.
[[nodiscard]] Error excessive(std::string code, Message message, std::string_view part = {});
/// The file needs a password.
[[nodiscard]] Error encrypted();

}  // namespace nianbao::ooxml
