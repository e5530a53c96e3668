// From places in a text to places in the file it came from.
#pragma once

#include <cstdint>

#include <nianbao/sdk/document.hpp>

namespace nianbao {

/// The file's offset for an offset inside the run; lengths in proportion.
[[nodiscard]] inline std::uint64_t file_offset(const SourceRun& run, std::uint64_t offset) noexcept {
  const std::uint64_t text_size = run.text_to - run.text_from;
  const std::uint64_t file_size = run.file_to - run.file_from;
  return text_size == 0 ? run.file_from : run.file_from + (offset - run.text_from) * file_size / text_size;
}

}  // namespace nianbao
