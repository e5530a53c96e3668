// Whether every character of the file ended somewhere.
#pragma once

#include <cstdint>
#include <string_view>

#include <nianbao/sdk/document.hpp>

namespace nianbao::doc {

/// Characters that are seen: no blanks, no marks.
[[nodiscard]] std::uint64_t count_seen(std::u16string_view units) noexcept;
[[nodiscard]] std::uint64_t count_seen(std::string_view utf8) noexcept;

/// What became of the characters of the file, as they were read.
struct Account {
  std::uint64_t shown = 0;     ///< handed on as text
  std::uint64_t left_out = 0;  ///< on purpose: deleted, hidden, how a field is computed, contents
  std::uint64_t added = 0;     ///< that the file computes: numbers of lists, names of pictures
};

/// Characters that the Document holds: texts, captions, properties, names of images.
[[nodiscard]] std::uint64_t count_seen(const Document& document);

}  // namespace nianbao::doc
