// The Document: what a reader of the file sees, and nothing of what it means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nianbao/sdk/arena.hpp>
#include <nianbao/sdk/place.hpp>

namespace nianbao {

/// The file a Document or Report was read from. `container` and `encoding` are filled by the host
/// and the container plugin; `sha256` is lower-case hexadecimal, empty if it was not asked for.
struct Input {
  std::string file;
  std::string container;
  std::string encoding;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// What a range of a text is besides its characters.
enum class MarkKind {
  strong,
  link,
  line_break,  ///< a break inside the paragraph stands at `from`
  note,        ///< a footnote or comment anchored here
};

/// A range of a text and what it is besides.
struct Mark {
  std::uint32_t from = 0;  ///< characters (code points) in the text, half-open
  std::uint32_t to = 0;
  MarkKind kind = MarkKind::strong;
};

/// A stretch of text that stands in the file as consecutive bytes. Offsets in bytes of UTF-8 text
/// and of the file, both advancing in proportion; where both lengths are equal it is verbatim.
struct SourceRun {
  std::uint32_t text_from = 0;
  std::uint32_t text_to = 0;
  std::uint64_t file_from = 0;
  std::uint64_t file_to = 0;
  std::uint32_t line = 0;  ///< line of the file in which the run starts; 0 where unknown
};

/// UTF-8 text with its marks. `source` maps it to the file, sorted by text_from. It is empty where the
/// container cannot tell, and where the block's Place already tells: its bytes are then as many as the
/// text's and hold it verbatim. Ask `locate`, which knows both.
struct Text {
  std::string_view chars;
  std::vector<Mark> marks;
  std::vector<SourceRun> source;
};

/// The place of a part of a text: `base`, the Place of the text's block or cell, with `chars` set, and
/// bytes and line where they are known. `chars` are code points of the text, `utf8` the same range in
/// bytes of it. Where `base` has `chars` itself (a text that is part of a block's), they are counted on from there.
[[nodiscard]] Place locate(const Text& text, Range chars, Range utf8, const Place& base);

/// What kind of paragraph it is, where the container knows (styles, classes). `body` if it does not.
enum class Role { body, title, subtitle, caption, note, signoff, date };

struct Block;

/// A heading as the file marks it, or as its number tells.
struct Heading {
  int level = 1;  ///< 1 is the outermost
  Text text;
};

/// A paragraph of text.
struct Paragraph {
  Role role = Role::body;
  Text text;
};

/// A list; each item has blocks of its own.
struct List {
  bool ordered = false;
  std::vector<std::vector<Block>> items;
};

/// One cell of a table's grid, listed once at its top left corner.
struct Cell {
  std::uint32_t row = 1;  ///< from 1
  std::uint32_t column = 1;
  std::uint32_t rowspan = 1;
  std::uint32_t colspan = 1;
  bool header = false;
  /// The row ended before this column (ragged tabs, missing <td>): the grid has the position, the
  /// file has no cell. It is not a blank cell.
  bool missing = false;
  Text text;                  ///< inner line breaks are '\n'
  std::vector<Block> blocks;  ///< only where plain text is not enough (a nested table, a list)
  Place at;
  /// Ledger reason or formula shown with the cell by writers that can (title in html, comment in
  /// docx). Empty for cells that were read.
  std::string_view remark;
  bool shaded = false;  ///< draft mark: this cell is not safe
};

/// A true grid: the cells tile rows × columns without gaps or overlaps, ordered by row and column.
struct Table {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::string_view caption;
  std::vector<Cell> cells;

  /// The cell that covers this position of the grid (from 1), or null outside the grid. Linear in
  /// the number of cells; use TableGrid to ask often.
  [[nodiscard]] const Cell* covering(std::uint32_t row, std::uint32_t column) const noexcept;
};

/// Text whose structure the container could not see: verbatim, with '\n' between its lines.
struct Lines {
  Text text;
};

/// A picture: its name in the file and the text in place of it.
struct Image {
  std::string_view name;
  std::string_view alt;
};

/// One block of a Document. A value; its texts are views into the Document's arena.
struct Block {
  std::variant<Paragraph, Heading, List, Table, Lines, Image> body;
  Place at;

  /// The block as this alternative of `body`; null if it is another.
  template <typename T>
  [[nodiscard]] const T* as() const noexcept {
    return std::get_if<T>(&body);
  }
  template <typename T>
  [[nodiscard]] T* as() noexcept {
    return std::get_if<T>(&body);
  }
  /// The text of a heading, paragraph or lines block; null for the others.
  [[nodiscard]] const Text* text() const noexcept;
};

/// A property the file states about itself beside the text: 索引号, 发布日期, …
struct Property {
  std::string_view name;
  std::string_view value;
  Place at;
};

/// What a container plugin reads and writes. Owns the memory of all its texts; move-only.
/// Thread-safe for reading once built.
class Document {
 public:
  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  Input input;
  std::vector<Property> properties;
  std::vector<Block> blocks;

  /// Where builders keep texts: `document.arena().store(text)`.
  [[nodiscard]] Arena& arena() noexcept { return arena_; }
  /// Numbers the blocks (Place::block) in order, from 1, cells and nested blocks with them.
  void number_blocks();
  [[nodiscard]] Document clone() const;

 private:
  Arena arena_;
};

/// True if both hold the same blocks and properties; places, sources and input are not compared.
[[nodiscard]] bool equal(const Document& a, const Document& b);
[[nodiscard]] bool equal(const Block& a, const Block& b);
/// Copies a block with all its texts into the arena.
[[nodiscard]] Block copy(const Block& block, Arena& arena);

/// Answers which cell covers a position of the grid in constant time.
class TableGrid {
 public:
  explicit TableGrid(const Table& table);
  /// From 1; null outside the grid.
  [[nodiscard]] const Cell* at(std::uint32_t row, std::uint32_t column) const noexcept {
    if (row == 0 || column == 0 || row > rows_ || column > columns_) {
      return nullptr;
    }
    return cells_[(row - 1) * columns_ + (column - 1)];
  }
  [[nodiscard]] std::uint32_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::uint32_t columns() const noexcept { return columns_; }

 private:
  std::uint32_t rows_;
  std::uint32_t columns_;
  std::vector<const Cell*> cells_;
};

/// Builds a Table row by row from cells with spans, as HTML does: finds each cell's column, fills
/// ragged rows with missing cells, cuts spans that would overlap or leave the grid. Time and memory
/// grow with the cells and the columns, not with the rowspans; check the grid's size before `finish`.
class TableBuilder {
 public:
  void begin_row();
  /// Adds a cell to the current row at the next free column; row and column are set here. The
  /// reference is valid until the next call.
  Cell& add(Cell cell);
  /// Size of the grid so far.
  [[nodiscard]] std::uint32_t rows() const noexcept { return row_; }
  [[nodiscard]] std::uint32_t columns() const noexcept { return static_cast<std::uint32_t>(taken_until_.size()); }
  /// The finished table; the builder is empty afterwards.
  [[nodiscard]] Table finish();

 private:
  [[nodiscard]] bool taken(std::uint32_t column) const noexcept {
    return column <= taken_until_.size() && taken_until_[column - 1] >= row_;
  }

  std::vector<std::uint32_t> taken_until_;  // per column: last row that a cell placed there covers
  std::vector<Cell> cells_;
  std::uint32_t row_ = 0;
  std::uint32_t next_column_ = 1;
};

}  // namespace nianbao
