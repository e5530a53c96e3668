// What the parser of YAML says, in both languages.
#pragma once

#include <string>

#include <nianbao/sdk/message.hpp>

namespace nianbao::yaml {

/// A clause on what is wrong and what to do, for a message of yaml-cpp. One that is not known stays in English.
[[nodiscard]] Message parser_words(const std::string& said);

}  // namespace nianbao::yaml
