// Errors of doc files: what, where, what to do.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/sdk/result.hpp>

namespace nianbao::doc {

/// The file cannot be read as it is; with the advice to open it in Word or WPS and save it as docx.
[[nodiscard]] Error damaged(Message message, std::string_view where = {});
/// More of something than any report needs.
[[nodiscard]] Error excessive(std::string code, Message message);
/// The file needs a password.
[[nodiscard]] Error encrypted();
/// A file that only older programs, or other ones, know.
[[nodiscard]] Error unsupported(std::string code, Message message);

}  // namespace nianbao::doc
