#include "file/pieces.hpp"

#include <algorithm>
#include <array>

#include "file/bytes.hpp"
#include "file/faults.hpp"
#include "file/plc.hpp"

namespace nianbao::doc {

namespace {

constexpr std::uint32_t kNarrow = 0x40000000;

/// Windows-1252 from 0x80 to 0x9F; the rest is Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char16_t wide(std::uint32_t byte) {
  return byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80] : static_cast<char16_t>(byte);
}

/// The lists of changes in front of the piece table, and the table itself.
struct Clx {
  std::vector<std::string_view> changes;
  std::string_view table;
};

Clx take_apart(std::string_view bytes) {
  Clx clx;
  while (u8(bytes, 0) == 1 && bytes.size() > 3) {
    clx.changes.push_back(part(bytes, 3, u16(bytes, 1)));
    bytes = part(bytes, 3 + std::size_t{u16(bytes, 1)});
  }
  if (u8(bytes, 0) == 2) {
    clx.table = part(bytes, 5, u32(bytes, 1));
  }
  return clx;
}

Error too_short(std::uint64_t claimed, std::uint64_t found) {
  return damaged(
      {"文件应有" + std::to_string(claimed) + "个字符，只找到" + std::to_string(found) + "个。",
       "The file should hold " + std::to_string(claimed) + " characters; " + std::to_string(found) + " were found."});
}

}  // namespace

Result<Pieces> Pieces::read(const Fib& fib, std::string_view clx, const Limits& limits) {
  const auto claimed = fib.start_of(Story::header_boxes) + fib.length_of(Story::header_boxes);
  if (claimed > limits.text_bytes) {
    return excessive("doc-too-much-text",
                     {"文件有" + std::to_string(claimed) + "个字符，上限为" + std::to_string(limits.text_bytes) + "。",
                      "The file has " + std::to_string(claimed) + " characters; the limit is " +
                          std::to_string(limits.text_bytes) + "."});
  }
  const auto parts = take_apart(clx);
  const Plc table(parts.table, 8);
  Pieces pieces;
  for (std::size_t i = 0; i < table.size() && pieces.text_.size() < claimed; ++i) {
    const auto data = table.data(i);
    const auto place = u32(data, 2);
    const auto change = u16(data, 6);
    Piece piece;
    piece.from = table.position(i);
    piece.to = std::min<std::uint64_t>(table.position(i + 1), limits.text_bytes);
    piece.narrow = (place & kNarrow) != 0;
    piece.offset = piece.narrow ? (place & ~kNarrow) / 2 : place;
    if ((change & 1U) != 0 && change / 2 < parts.changes.size()) {
      piece.changes = parts.changes[change / 2];
    }
    NIANBAO_CHECK(pieces.add(piece, fib.stream));
  }
  if (pieces.text_.size() < claimed) {
    return too_short(claimed, pieces.text_.size());
  }
  return pieces;
}

Result<void> Pieces::add(const Piece& piece, std::string_view stream) {
  const std::uint64_t width = piece.narrow ? 1 : 2;
  const auto fits = piece.offset <= stream.size() && piece.from <= piece.to &&
                    (piece.to - piece.from) * width <= stream.size() - piece.offset;
  if (piece.from != text_.size() || !fits) {
    return damaged({"文字的一段不在文件之内。", "A piece of the text lies outside the file."});
  }
  if (piece.from == piece.to) {
    return {};
  }
  pieces_.push_back(piece);
  for (auto at = piece.offset; text_.size() < piece.to; at += width) {
    text_ += piece.narrow ? wide(u8(stream, at)) : static_cast<char16_t>(u16(stream, at));
  }
  return {};
}

const Piece& Pieces::piece_of(std::size_t character) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), character,
                                      [](std::size_t one, const Piece& piece) { return one < piece.from; });
  return *std::prev(after);
}

}  // namespace nianbao::doc
