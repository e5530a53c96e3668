// Whether the two tables of an ELF file, one for the loader and one for the linker, agree.
#pragma once

#include <link.h>

#include <vector>

namespace nianbao::plugin {

using ElfSegment = ElfW(Phdr);
using ElfSection = ElfW(Shdr);

/// False if segments and sections contradict each other: the system's loader trusts the segments
/// blindly, and a damaged one kills the process.
[[nodiscard]] bool tables_agree(const std::vector<ElfSegment>& segments, const std::vector<ElfSection>& sections);

}  // namespace nianbao::plugin
