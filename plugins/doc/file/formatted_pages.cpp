#include "file/formatted_pages.hpp"

#include <algorithm>

#include "file/bytes.hpp"
#include "file/faults.hpp"
#include "file/plc.hpp"

namespace nianbao::doc {

namespace {

constexpr std::size_t kPageSize = 512;
constexpr std::size_t kParagraphEntry = 13;

/// Changes of characters: the size in front.
FormattedRun characters_at(std::string_view page, std::size_t place) {
  FormattedRun run;
  run.changes = place == 0 ? std::string_view() : part(page, place + 1, u8(page, place));
  return run;
}

/// Style and changes of a paragraph: the size, in words, is odd or in a second byte.
FormattedRun paragraph_at(std::string_view page, std::size_t place) {
  FormattedRun run;
  if (place == 0) {
    return run;
  }
  const auto words = std::size_t{u8(page, place)};
  const auto content =
      words != 0 ? part(page, place + 1, words * 2 - 1) : part(page, place + 2, std::size_t{u8(page, place + 1)} * 2);
  run.style = u16(content, 0);
  run.changes = part(content, 2);
  return run;
}

}  // namespace

Result<FormattedRuns> FormattedRuns::read(std::string_view places, std::string_view stream, PageKind kind) {
  const Plc pages(places, 4);
  if (pages.size() > stream.size() / kPageSize + 1) {
    return damaged({"文件的格式页数目不可能。", "The file claims more pages of properties than it can hold."});
  }
  FormattedRuns result;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    constexpr std::uint32_t kPageNumber = 0x3FFFFF;
    const auto page = part(stream, std::size_t{u32(pages.data(i), 0) & kPageNumber} * kPageSize, kPageSize);
    if (page.size() == kPageSize) {
      result.add_page(page, kind);
    }
  }
  std::stable_sort(result.runs_.begin(), result.runs_.end(),
                   [](const FormattedRun& a, const FormattedRun& b) { return a.from < b.from; });
  return result;
}

void FormattedRuns::add_page(std::string_view page, PageKind kind) {
  const auto count = std::size_t{u8(page, kPageSize - 1)};
  const auto entries = (count + 1) * 4;
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = entries + i * (kind == PageKind::paragraphs ? kParagraphEntry : 1);
    const auto place = std::size_t{u8(page, entry)} * 2;
    auto run = kind == PageKind::paragraphs ? paragraph_at(page, place) : characters_at(page, place);
    run.from = u32(page, i * 4);
    run.to = u32(page, i * 4 + 4);
    runs_.push_back(run);
  }
}

const FormattedRun* FormattedRuns::find(std::uint64_t offset) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                [](std::uint64_t one, const FormattedRun& run) { return one < run.from; });
  if (after == runs_.begin()) {
    return nullptr;
  }
  const auto& run = *std::prev(after);
  return offset < run.to ? &run : nullptr;
}

}  // namespace nianbao::doc
