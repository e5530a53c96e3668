#include "plugin/elf_layout.hpp"

#include <algorithm>
#include <cstdint>

namespace nianbao::plugin {
namespace {

using Address = std::uint64_t;

constexpr Address kSmallestPage = 4096;

bool within(Address from, Address size, Address outer_from, Address outer_size) {
  return from >= outer_from && size <= outer_size && from - outer_from <= outer_size - size;
}

std::vector<ElfSegment> of_type(const std::vector<ElfSegment>& segments, ElfW(Word) type) {
  std::vector<ElfSegment> found;
  std::copy_if(segments.begin(), segments.end(), std::back_inserter(found),
               [type](const ElfSegment& segment) { return segment.p_type == type; });
  return found;
}

/// The segments to be mapped: in order, not overlapping, each starting alike in file and memory.
bool loads_are_sound(const std::vector<ElfSegment>& loads) {
  Address end = 0;
  for (const auto& load : loads) {
    const Address align = load.p_align;
    const bool power_of_two = align >= kSmallestPage && (align & (align - 1)) == 0;
    if (!power_of_two || load.p_vaddr % align != load.p_offset % align || load.p_vaddr < end ||
        load.p_memsz > ~load.p_vaddr || load.p_filesz > load.p_memsz) {
      return false;
    }
    end = load.p_vaddr + load.p_memsz;
  }
  return !loads.empty();
}

/// True if the section stands in the mapped segment as both tables say, with the same rights.
bool holds(const ElfSegment& load, const ElfSection& section) {
  const bool in_memory = within(section.sh_addr, section.sh_size, load.p_vaddr, load.p_memsz);
  const bool same_shift = section.sh_addr - load.p_vaddr == section.sh_offset - load.p_offset;
  const bool in_file = section.sh_type == SHT_NOBITS ||
                       (same_shift && within(section.sh_offset, section.sh_size, load.p_offset, load.p_filesz));
  const bool writable = (section.sh_flags & SHF_WRITE) == 0 || (load.p_flags & PF_W) != 0;
  const bool executable = (section.sh_flags & SHF_EXECINSTR) == 0 || (load.p_flags & PF_X) != 0;
  return in_memory && in_file && writable && executable && (load.p_flags & PF_R) != 0;
}

bool sections_are_mapped(const std::vector<ElfSegment>& loads, const std::vector<ElfSection>& sections) {
  return std::all_of(sections.begin(), sections.end(), [&](const ElfSection& section) {
    // Thread-local zeroes take no place of their own.
    const bool thread_local_zero = (section.sh_flags & SHF_TLS) != 0 && section.sh_type == SHT_NOBITS;
    return (section.sh_flags & SHF_ALLOC) == 0 || thread_local_zero ||
           std::any_of(loads.begin(), loads.end(), [&](const ElfSegment& load) { return holds(load, section); });
  });
}

/// Every mapped byte must come from somewhere: segments do not claim pages beyond their sections.
bool loads_are_explained(const std::vector<ElfSegment>& loads, const std::vector<ElfSection>& sections) {
  return std::all_of(loads.begin(), loads.end(), [&](const ElfSegment& load) {
    Address end = load.p_vaddr;
    for (const auto& section : sections) {
      if ((section.sh_flags & SHF_ALLOC) != 0 && holds(load, section)) {
        end = std::max<Address>(end, section.sh_addr + section.sh_size);
      }
    }
    const Address stated = load.p_vaddr + load.p_memsz;
    return stated <= end + load.p_align;
  });
}

/// The dynamic table is where both say it is.
bool dynamic_agrees(const std::vector<ElfSegment>& segments, const std::vector<ElfSection>& sections) {
  const auto dynamic = of_type(segments, PT_DYNAMIC);
  const auto section = std::find_if(sections.begin(), sections.end(),
                                    [](const ElfSection& candidate) { return candidate.sh_type == SHT_DYNAMIC; });
  return dynamic.size() == 1 && section != sections.end() && dynamic[0].p_vaddr == section->sh_addr &&
         dynamic[0].p_offset == section->sh_offset && dynamic[0].p_memsz == section->sh_size &&
         dynamic[0].p_filesz == section->sh_size;
}

/// Other segments describe parts of the mapped ones.
bool parts_are_mapped(const std::vector<ElfSegment>& segments, const std::vector<ElfSegment>& loads) {
  return std::all_of(segments.begin(), segments.end(), [&](const ElfSegment& segment) {
    const bool part = segment.p_type == PT_GNU_RELRO || segment.p_type == PT_NOTE || segment.p_type == PT_GNU_EH_FRAME;
    return !part || std::any_of(loads.begin(), loads.end(), [&](const ElfSegment& load) {
      // Protected after relocation: up to the end of the page.
      return within(segment.p_vaddr, segment.p_memsz, load.p_vaddr, load.p_memsz + load.p_align) &&
             segment.p_vaddr - load.p_vaddr == segment.p_offset - load.p_offset;
    });
  });
}

}  // namespace

bool tables_agree(const std::vector<ElfSegment>& segments, const std::vector<ElfSection>& sections) {
  const auto loads = of_type(segments, PT_LOAD);
  return loads_are_sound(loads) && sections_are_mapped(loads, sections) && loads_are_explained(loads, sections) &&
         dynamic_agrees(segments, sections) && parts_are_mapped(segments, loads);
}

}  // namespace nianbao::plugin
