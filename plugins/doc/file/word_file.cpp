#include "file/word_file.hpp"

#include <algorithm>

#include "file/bytes.hpp"
#include "file/compound_file.hpp"
#include "file/faults.hpp"
#include "file/lists.hpp"
#include "file/sprm.hpp"

namespace nianbao::doc {

namespace {

/// A switch may say: as the style, or the opposite.
bool switched(std::string_view operand, bool of_style) {
  constexpr std::uint32_t kAsStyle = 0x80;
  const auto value = u8(operand, 0);
  return (value & kAsStyle) != 0 ? of_style != ((value & 1U) != 0) : value != 0;
}

Error not_a_word_file(const CompoundFile& file) {
  if (file.has("EncryptedPackage")) {
    return encrypted();
  }
  return unsupported("doc-not-word", {"文件里没有Word文档（可能是其他程序的文件）。",
                                      "The file holds no Word document (perhaps it is of another program)."});
}

}  // namespace

Result<WordFile> WordFile::open(std::string_view bytes, const Limits& limits) {
  NIANBAO_TRY(const auto compound, CompoundFile::open(bytes));
  if (!compound.has("WordDocument")) {
    return not_a_word_file(compound);
  }
  WordFile file;
  file.streams_ = std::make_unique<Streams>();
  auto& streams = *file.streams_;
  NIANBAO_TRY(streams.main, compound.read("WordDocument"));
  NIANBAO_TRY(file.fib_, Fib::read(streams.main));
  NIANBAO_TRY(streams.table, compound.read(file.fib_.second_table ? "1Table" : "0Table"));
  if (compound.has("Data")) {
    NIANBAO_TRY(streams.data, compound.read("Data"));
  }
  NIANBAO_TRY(file.pieces_, Pieces::read(file.fib_, file.structure(Structure::pieces), limits));
  NIANBAO_TRY(file.characters_,
              FormattedRuns::read(file.structure(Structure::character_pages), streams.main, PageKind::characters));
  NIANBAO_TRY(file.paragraphs_,
              FormattedRuns::read(file.structure(Structure::paragraph_pages), streams.main, PageKind::paragraphs));
  file.styles_ = StyleSheet(file.structure(Structure::style_sheet));
  file.numbering_ =
      read_numbering(file.fib_.find(Structure::lists, streams.table, true), file.structure(Structure::list_uses));
  return file;
}

CharacterProperties WordFile::character(std::size_t at, std::size_t most, std::size_t& until) const {
  const auto& piece = pieces_.piece_of(at);
  const auto offset = Pieces::offset_of(piece, at);
  until = static_cast<std::size_t>(std::min<std::uint64_t>(most, piece.to));
  CharacterProperties properties;
  if (const auto* run = characters_.find(offset)) {
    const std::uint64_t width = piece.narrow ? 1 : 2;
    const auto shared = std::max<std::uint64_t>((run->to - offset) / width, 1);
    until = static_cast<std::size_t>(std::min<std::uint64_t>(until, at + shared));
    apply(run->changes, properties);
  } else {
    until = at + 1;
  }
  apply(piece.changes, properties);
  return properties;
}

void WordFile::apply(std::string_view changes, CharacterProperties& properties) const {
  const Style* style = &styles_.find(~0U);
  Sprm one;
  for (SprmReader reader(changes); reader.next(one);) {
    switch (one.code) {
      case sprm::kCharacterStyle:
        style = &styles_.find(u16(one.operand, 0));
        properties.strong = style->strong;
        properties.hidden = style->hidden;
        break;
      case sprm::kDeleted:
        properties.deleted = u8(one.operand, 0) != 0;
        break;
      case sprm::kInserted:
        properties.inserted = u8(one.operand, 0) != 0;
        break;
      case sprm::kBold:
        properties.strong = switched(one.operand, style->strong);
        break;
      case sprm::kHidden:
        properties.hidden = switched(one.operand, style->hidden);
        break;
      case sprm::kSpecial:
        properties.special = u8(one.operand, 0) != 0;
        break;
      case sprm::kSymbol:
        properties.symbol = u16(one.operand, 2);
        break;
      case sprm::kPicture:
        properties.picture = u32(one.operand, 0);
        break;
      default:
        break;
    }
  }
}

ParagraphProperties WordFile::paragraph(std::size_t mark) const {
  const auto& piece = pieces_.piece_of(mark);
  const auto* run = paragraphs_.find(Pieces::offset_of(piece, mark));
  ParagraphProperties properties;
  properties.style = run == nullptr ? 0 : run->style;
  const auto& style = styles_.find(properties.style);
  properties.outline = style.outline;
  properties.list_use = style.list_use;
  properties.list_level = style.list_level;
  if (run != nullptr) {
    properties.changes = whole(run->changes);
    apply(properties.changes, properties);
  }
  apply(piece.changes, properties);
  return properties;
}

/// A list too long for its page stands in the data stream.
std::string_view WordFile::whole(std::string_view changes) const {
  Sprm one;
  for (SprmReader reader(changes); reader.next(one);) {
    if (one.code == sprm::kElsewhere || one.code == sprm::kElsewhereOld) {
      const auto there = part(streams_->data, u32(one.operand, 0));
      const auto list = part(there, 2, u16(there, 0));
      return list.empty() ? changes : list;
    }
  }
  return changes;
}

void WordFile::apply(std::string_view changes, ParagraphProperties& properties) {
  Sprm one;
  for (SprmReader reader(changes); reader.next(one);) {
    const auto number = u8(one.operand, 0);
    switch (one.code) {
      case sprm::kInTable:
        properties.table_depth = number != 0 ? std::max(properties.table_depth, 1U) : 0;
        break;
      case sprm::kTableDepth:
        properties.table_depth = u32(one.operand, 0);
        break;
      case sprm::kRowEnd:
      case sprm::kInnerRowEnd:
        properties.row_end = number != 0;
        break;
      case sprm::kInnerCellEnd:
        properties.inner_cell_end = number != 0;
        break;
      case sprm::kOutlineLevel:
        properties.outline = number <= 8 ? static_cast<int>(number) : -1;
        break;
      case sprm::kListUse:
        properties.list_use = u16(one.operand, 0);
        break;
      case sprm::kListLevel:
        properties.list_level = number;
        break;
      default:
        break;
    }
  }
}

bool WordFile::ends_paragraph(std::size_t at) const {
  const auto& piece = pieces_.piece_of(at);
  const auto offset = Pieces::offset_of(piece, at);
  const auto* run = paragraphs_.find(offset);
  return run == nullptr || offset + (piece.narrow ? 1 : 2) >= run->to;
}

}  // namespace nianbao::doc
