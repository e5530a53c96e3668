// Characters as the file states them → text as people write it.
#pragma once

#include <CharTypes.h>

#include <string>

namespace nianbao::pdf {

/// UTF-8. Radicals that stand for characters (⼀, ⺠) become those; what is no character is left out; empty where
/// nothing is known.
[[nodiscard]] std::string text_of(const Unicode* characters, int length);

}  // namespace nianbao::pdf
