#include "file/sprm.hpp"

#include <array>

#include "file/bytes.hpp"

namespace nianbao::doc {

namespace {

constexpr std::uint32_t kOldCells = 0xD606;
constexpr std::uint32_t kChangeTabs = 0xC615;

struct Extent {
  std::size_t head;  // bytes of the size itself
  std::size_t size;
};

/// Where the operand stands behind the code.
Extent extent_of(std::uint32_t code, std::string_view behind) {
  constexpr std::size_t kVariable = 0;
  constexpr std::array<std::size_t, 8> kSizes = {1, 1, 2, 4, 2, 2, kVariable, 3};
  if (const auto size = kSizes[code >> 13U]; size != kVariable) {
    return {0, size};
  }
  if (code == sprm::kCells || code == kOldCells) {
    const auto size = u16(behind, 0);
    return {2, size == 0 ? 0 : size - 1};
  }
  const auto size = u8(behind, 0);
  if (code == kChangeTabs && size == 255) {
    const auto removed = std::size_t{u8(behind, 1)} * 4;
    return {1, 2 + removed + std::size_t{u8(behind, 2 + removed)} * 3};
  }
  return {1, size};
}

}  // namespace

bool SprmReader::next(Sprm& sprm) {
  if (rest_.size() < 3) {
    return false;
  }
  sprm.code = u16(rest_, 0);
  const auto extent = extent_of(sprm.code, rest_.substr(2));
  sprm.operand = part(rest_, 2 + extent.head, extent.size);
  rest_ = part(rest_, 2 + extent.head + extent.size);
  return true;
}

}  // namespace nianbao::doc
