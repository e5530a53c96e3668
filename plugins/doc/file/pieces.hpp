// The text: pieces of the WordDocument stream, of 8 or 16 bits a character ([MS-DOC] 2.4.1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/context.hpp>
#include <nianbao/sdk/result.hpp>

#include "file/fib.hpp"

namespace nianbao::doc {

/// A range of characters that stand one after the other in the stream.
struct Piece {
  std::uint64_t from = 0;  ///< characters, half-open
  std::uint64_t to = 0;
  std::uint64_t offset = 0;  ///< byte of the stream where it begins
  bool narrow = false;       ///< 8 bits a character
  std::string_view changes;  ///< property changes of the whole piece
};

/// All characters of a file, of all stories, as UTF-16 units; and where each stands.
class Pieces {
 public:
  /// `clx` is the piece table; an input error where it does not hold the text that the head claims.
  [[nodiscard]] static Result<Pieces> read(const Fib& fib, std::string_view clx, const Limits& limits);

  [[nodiscard]] const std::u16string& text() const noexcept { return text_; }
  /// The piece a character is of. The character must exist.
  [[nodiscard]] const Piece& piece_of(std::size_t character) const;
  /// The byte of the stream where a character of the piece stands.
  [[nodiscard]] static std::uint64_t offset_of(const Piece& piece, std::size_t character) noexcept {
    return piece.offset + (character - piece.from) * (piece.narrow ? 1 : 2);
  }

 private:
  [[nodiscard]] Result<void> add(const Piece& piece, std::string_view stream);

  std::u16string text_;
  std::vector<Piece> pieces_;
};

}  // namespace nianbao::doc
