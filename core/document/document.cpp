#include <nianbao/sdk/document.hpp>

#include <algorithm>

#include "document/copy.hpp"

namespace nianbao {

const Cell* Table::covering(std::uint32_t row, std::uint32_t column) const noexcept {
  for (const auto& cell : cells) {
    if (row >= cell.row && row < cell.row + cell.rowspan && column >= cell.column &&
        column < cell.column + cell.colspan) {
      return &cell;
    }
  }
  return nullptr;
}

const Text* Block::text() const noexcept {
  if (const auto* paragraph = as<Paragraph>()) {
    return &paragraph->text;
  }
  if (const auto* heading = as<Heading>()) {
    return &heading->text;
  }
  if (const auto* lines = as<Lines>()) {
    return &lines->text;
  }
  return nullptr;
}

namespace {

void number(Block& block, std::uint32_t index) {
  block.at.block = index;
  if (auto* list = block.as<List>()) {
    for (auto& item : list->items) {
      for (auto& inner : item) {
        number(inner, index);
      }
    }
  } else if (auto* table = block.as<Table>()) {
    for (auto& cell : table->cells) {
      cell.at.block = index;
      cell.at.row = cell.row;
      cell.at.column = cell.column;
      for (auto& inner : cell.blocks) {
        number(inner, index);
      }
    }
  }
}

Text copy(const Text& text, Arena& arena) { return {arena.store(text.chars), text.marks, text.source}; }

std::vector<Block> copy(const std::vector<Block>& blocks, Arena& arena) {
  std::vector<Block> result;
  result.reserve(blocks.size());
  for (const auto& block : blocks) {
    result.push_back(copy(block, arena));
  }
  return result;
}

Cell copy(const Cell& cell, Arena& arena) {
  Cell result = cell;
  result.text = copy(cell.text, arena);
  result.blocks = copy(cell.blocks, arena);
  result.at = copy(cell.at, arena);
  result.remark = arena.store(cell.remark);
  return result;
}

struct Copier {
  Arena& arena;

  std::variant<Paragraph, Heading, List, Table, Lines, Image> operator()(const Paragraph& p) const {
    return Paragraph{p.role, copy(p.text, arena)};
  }
  std::variant<Paragraph, Heading, List, Table, Lines, Image> operator()(const Heading& h) const {
    return Heading{h.level, copy(h.text, arena)};
  }
  std::variant<Paragraph, Heading, List, Table, Lines, Image> operator()(const List& list) const {
    List result;
    result.ordered = list.ordered;
    for (const auto& item : list.items) {
      result.items.push_back(copy(item, arena));
    }
    return result;
  }
  std::variant<Paragraph, Heading, List, Table, Lines, Image> operator()(const Table& table) const {
    Table result{table.rows, table.columns, arena.store(table.caption), {}};
    result.cells.reserve(table.cells.size());
    for (const auto& cell : table.cells) {
      result.cells.push_back(copy(cell, arena));
    }
    return result;
  }
  std::variant<Paragraph, Heading, List, Table, Lines, Image> operator()(const Lines& lines) const {
    return Lines{copy(lines.text, arena)};
  }
  std::variant<Paragraph, Heading, List, Table, Lines, Image> operator()(const Image& image) const {
    return Image{arena.store(image.name), arena.store(image.alt)};
  }
};

bool same(const Text& a, const Text& b) {
  return a.chars == b.chars &&
         std::equal(a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end(),
                    [](const Mark& x, const Mark& y) { return x.from == y.from && x.to == y.to && x.kind == y.kind; });
}

bool same(const Block& a, const Block& b);

bool same(const std::vector<Block>& a, const std::vector<Block>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Block& x, const Block& y) { return same(x, y); });
}

bool same(const Cell& a, const Cell& b) {
  return a.row == b.row && a.column == b.column && a.rowspan == b.rowspan && a.colspan == b.colspan &&
         a.header == b.header && a.missing == b.missing && same(a.text, b.text) && same(a.blocks, b.blocks);
}

struct Comparer {
  const Block& other;

  bool operator()(const Paragraph& a) const {
    const auto* b = other.as<Paragraph>();
    return b != nullptr && a.role == b->role && same(a.text, b->text);
  }
  bool operator()(const Heading& a) const {
    const auto* b = other.as<Heading>();
    return b != nullptr && a.level == b->level && same(a.text, b->text);
  }
  bool operator()(const List& a) const {
    const auto* b = other.as<List>();
    return b != nullptr && a.ordered == b->ordered &&
           std::equal(a.items.begin(), a.items.end(), b->items.begin(), b->items.end(),
                      [](const auto& x, const auto& y) { return same(x, y); });
  }
  bool operator()(const Table& a) const {
    const auto* b = other.as<Table>();
    return b != nullptr && a.rows == b->rows && a.columns == b->columns && a.caption == b->caption &&
           std::equal(a.cells.begin(), a.cells.end(), b->cells.begin(), b->cells.end(),
                      [](const Cell& x, const Cell& y) { return same(x, y); });
  }
  bool operator()(const Lines& a) const {
    const auto* b = other.as<Lines>();
    return b != nullptr && same(a.text, b->text);
  }
  bool operator()(const Image& a) const {
    const auto* b = other.as<Image>();
    return b != nullptr && a.name == b->name && a.alt == b->alt;
  }
};

bool same(const Block& a, const Block& b) { return std::visit(Comparer{b}, a.body); }

}  // namespace

Place copy(const Place& place, Arena& arena) {
  Place result = place;
  result.part = arena.store(place.part);
  result.sheet = arena.store(place.sheet);
  result.cell = arena.store(place.cell);
  return result;
}

Block copy(const Block& block, Arena& arena) {
  Block result;
  result.body = std::visit(Copier{arena}, block.body);
  result.at = copy(block.at, arena);
  return result;
}

void Document::number_blocks() {
  std::uint32_t index = 0;
  for (auto& block : blocks) {
    number(block, ++index);
  }
}

Document Document::clone() const {
  Document result;
  result.input = input;
  for (const auto& property : properties) {
    result.properties.push_back(
        {result.arena_.store(property.name), result.arena_.store(property.value), copy(property.at, result.arena_)});
  }
  result.blocks = copy(blocks, result.arena_);
  return result;
}

bool equal(const Document& a, const Document& b) {
  return same(a.blocks, b.blocks) &&
         std::equal(a.properties.begin(), a.properties.end(), b.properties.begin(), b.properties.end(),
                    [](const Property& x, const Property& y) { return x.name == y.name && x.value == y.value; });
}

bool equal(const Block& a, const Block& b) { return same(a, b); }

}  // namespace nianbao
