// Which section a place of the Document belongs to.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <nianbao/sdk/report.hpp>

namespace nianbao::prose_format {

/// The sections of a Report by where they begin.
class SectionIndex {
 public:
  explicit SectionIndex(const Report& report);

  struct Entry {
    std::uint32_t block = 0;
    std::uint64_t chars = 0;  ///< where in the block's text the section begins
    SectionKind kind = SectionKind::preamble;
    std::string_view heading;
  };
  /// The section at this place; null before the first one, or if the report has none.
  [[nodiscard]] const Entry* at(std::uint32_t block, std::uint64_t chars) const noexcept;
  /// Where sections begin inside this block's text, behind its first character.
  [[nodiscard]] std::vector<std::uint64_t> starts_within(std::uint32_t block) const;

 private:
  void add(const Section& section);
  std::vector<Entry> entries_;
};

}  // namespace nianbao::prose_format
