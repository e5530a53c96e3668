// Lists of property changes ([MS-DOC] 2.2.5.1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::doc {

/// The changes that are read.
namespace sprm {
inline constexpr std::uint32_t kDeleted = 0x0800;
inline constexpr std::uint32_t kInserted = 0x0801;
inline constexpr std::uint32_t kBold = 0x0835;
inline constexpr std::uint32_t kHidden = 0x083C;
inline constexpr std::uint32_t kSpecial = 0x0855;
inline constexpr std::uint32_t kCharacterStyle = 0x4A30;
inline constexpr std::uint32_t kSymbol = 0x6A09;
inline constexpr std::uint32_t kPicture = 0x6A03;
inline constexpr std::uint32_t kStyle = 0x4600;
inline constexpr std::uint32_t kListLevel = 0x260A;
inline constexpr std::uint32_t kListUse = 0x460B;
inline constexpr std::uint32_t kOutlineLevel = 0x2640;
inline constexpr std::uint32_t kInTable = 0x2416;
inline constexpr std::uint32_t kRowEnd = 0x2417;
inline constexpr std::uint32_t kTableDepth = 0x6649;
inline constexpr std::uint32_t kInnerCellEnd = 0x244B;
inline constexpr std::uint32_t kInnerRowEnd = 0x244C;
inline constexpr std::uint32_t kElsewhere = 0x6646;  ///< the list stands in the data stream
inline constexpr std::uint32_t kElsewhereOld = 0x6645;
inline constexpr std::uint32_t kHeaderRow = 0x3404;
inline constexpr std::uint32_t kCells = 0xD608;
inline constexpr std::uint32_t kLeft = 0x9601;
inline constexpr std::uint32_t kGap = 0x9602;
inline constexpr std::uint32_t kDeleteCells = 0x5622;
inline constexpr std::uint32_t kMergeCells = 0x5624;
inline constexpr std::uint32_t kSplitCells = 0x5625;
inline constexpr std::uint32_t kInsertCells = 0x7621;
inline constexpr std::uint32_t kCellWidth = 0x7623;
inline constexpr std::uint32_t kVerticalMerge = 0xD62B;
}  // namespace sprm

/// One change. Numbers are read from the operand's bytes and are 0 beyond its end.
struct Sprm {
  std::uint32_t code = 0;
  std::string_view operand;  ///< of variable size: without the size in front
};

/// Goes through a list; ends where the list ends or cannot be understood.
class SprmReader {
 public:
  explicit SprmReader(std::string_view list) : rest_(list) {}
  [[nodiscard]] bool next(Sprm& sprm);

 private:
  std::string_view rest_;
};

}  // namespace nianbao::doc
