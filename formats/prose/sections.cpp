#include "sections.hpp"

#include <algorithm>

namespace nianbao::prose_format {

namespace {

bool before(const SectionIndex::Entry& a, const SectionIndex::Entry& b) {
  return a.block != b.block ? a.block < b.block : a.chars < b.chars;
}

}  // namespace

SectionIndex::SectionIndex(const Report& report) {
  for (const Section& section : report.sections) {
    add(section);
  }
  for (const Attachment& attachment : report.attachments) {
    for (const Section& section : attachment.sections) {
      add(section);
    }
  }
  std::stable_sort(entries_.begin(), entries_.end(), before);
}

void SectionIndex::add(const Section& section) {
  if (section.at.block != 0) {
    entries_.push_back(
        {section.at.block, section.at.chars ? section.at.chars->from : 0, section.kind, section.heading});
  }
}

const SectionIndex::Entry* SectionIndex::at(std::uint32_t block, std::uint64_t chars) const noexcept {
  const Entry wanted{block, chars, SectionKind::preamble, {}};
  const auto after = std::upper_bound(entries_.begin(), entries_.end(), wanted, before);
  return after == entries_.begin() ? nullptr : &*(after - 1);
}

std::vector<std::uint64_t> SectionIndex::starts_within(std::uint32_t block) const {
  std::vector<std::uint64_t> starts;
  for (const Entry& entry : entries_) {
    if (entry.block == block && entry.chars > 0) {
      starts.push_back(entry.chars);
    }
  }
  return starts;
}

}  // namespace nianbao::prose_format
