// Whether a file holds what its ELF headers promise.
#pragma once

#include <optional>
#include <string>

#include <nianbao/sdk/message.hpp>

namespace nianbao::plugin {

/// What is wrong with a library file, as a noun phrase (`a file that is no library …`); none if its
/// headers, segments and sections are those of this machine and lie within the file. Reads headers alone.
[[nodiscard]] std::optional<Message> elf_fault(const std::string& path);

}  // namespace nianbao::plugin
