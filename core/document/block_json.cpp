// Blocks as JSON: what a Document consists of, and what a Report's sections hold.
#include <algorithm>
#include <array>

#include <boost/json/array.hpp>

#include "document/json.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

constexpr std::array<std::string_view, 4> kMarks{"strong", "link", "break", "note"};
constexpr std::array<std::string_view, 7> kRoles{"body", "title", "subtitle", "caption", "note", "signoff", "date"};

template <typename E, std::size_t N>
bj::string_view name(E value, const std::array<std::string_view, N>& names) {
  return view(names[static_cast<std::size_t>(value)]);
}

template <typename E, std::size_t N>
E value_of(const Field& field, const std::array<std::string_view, N>& names) {
  if (field.absent()) {
    return E{};
  }
  const auto it = std::find(names.begin(), names.end(), field.text());
  if (it == names.end()) {
    field.fault("one of the names in the schema");
    return E{};
  }
  return static_cast<E>(it - names.begin());
}

void add_text(const Text& text, bj::object& out) {
  out["text"] = view(text.chars);
  if (!text.marks.empty()) {
    bj::array marks;
    for (const auto& mark : text.marks) {
      marks.push_back({{"from", mark.from}, {"to", mark.to}, {"kind", name(mark.kind, kMarks)}});
    }
    out["marks"] = std::move(marks);
  }
}

Text text_from_json(const Field& field, Arena& arena) {
  Text text;
  text.chars = arena.store(field["text"].text());
  field["marks"].each([&](const Field& mark) {
    text.marks.push_back({static_cast<std::uint32_t>(mark["from"].number()),
                          static_cast<std::uint32_t>(mark["to"].number()), value_of<MarkKind>(mark["kind"], kMarks)});
  });
  return text;
}

bj::object cell_to_json(const Cell& cell) {
  bj::object out{{"row", cell.row}, {"column", cell.column}, {"rowspan", cell.rowspan}, {"colspan", cell.colspan}};
  add_text(cell.text, out);
  out["header"] = cell.header;
  if (cell.missing) {
    out["missing"] = true;
  }
  if (!cell.blocks.empty()) {
    out["blocks"] = blocks_to_json(cell.blocks);
  }
  if (cell.shaded) {
    out["shaded"] = true;
  }
  if (!cell.remark.empty()) {
    out["remark"] = view(cell.remark);
  }
  Place at = cell.at;  // the cell's row and column are said already
  at.row = at.column = at.block = 0;
  add_place(at, out);
  return out;
}

Cell cell_from_json(const Field& field, Arena& arena) {
  Cell cell;
  const auto count = [&](std::string_view key, std::uint32_t fallback) {
    const auto value = field[key];
    return value.absent() ? fallback : static_cast<std::uint32_t>(std::min<std::uint64_t>(value.number(), 1U << 20U));
  };
  cell.row = count("row", 0);
  cell.column = count("column", 0);
  cell.rowspan = count("rowspan", 1);
  cell.colspan = count("colspan", 1);
  cell.header = field["header"].boolean();
  cell.missing = field["missing"].boolean();
  cell.text = text_from_json(field, arena);
  cell.blocks = blocks_from_json(field["blocks"], arena);
  cell.shaded = field["shaded"].boolean();
  cell.remark = arena.store(field["remark"].text());
  cell.at = place_from_json(field["at"], arena);
  return cell;
}

/// Cells that do not tile the grid would break everything behind: refused here.
void check_tiling(const Table& table, const Field& field) {
  constexpr std::uint64_t kMaxPositions = 1U << 22U;
  const std::uint64_t positions = std::uint64_t{table.rows} * table.columns;
  if (positions > kMaxPositions) {
    field.fault("a table of at most 4194304 positions");
    return;
  }
  std::uint64_t covered = 0;
  std::vector<bool> taken(positions, false);
  for (const auto& cell : table.cells) {
    if (cell.row == 0 || cell.column == 0 || cell.rowspan == 0 || cell.colspan == 0 ||
        cell.row + cell.rowspan - 1 > table.rows || cell.column + cell.colspan - 1 > table.columns) {
      field.fault("cells inside the grid");
      return;
    }
    for (std::uint32_t r = cell.row; r < cell.row + cell.rowspan; ++r) {
      for (std::uint32_t c = cell.column; c < cell.column + cell.colspan; ++c) {
        const std::uint64_t position = std::uint64_t{r - 1} * table.columns + (c - 1);
        covered += taken[position] ? 0 : 1;
        if (taken[position]) {
          field.fault("cells that do not overlap");
          return;
        }
        taken[position] = true;
      }
    }
  }
  if (covered != positions) {
    field.fault("cells that fill the grid");
  }
}

Table table_from_json(const Field& field, Arena& arena) {
  Table table;
  table.rows = static_cast<std::uint32_t>(std::min<std::uint64_t>(field["rows"].number(), 1U << 20U));
  table.columns = static_cast<std::uint32_t>(std::min<std::uint64_t>(field["columns"].number(), 1U << 20U));
  table.caption = arena.store(field["caption"].text());
  field["cells"].each([&](const Field& cell) { table.cells.push_back(cell_from_json(cell, arena)); });
  std::stable_sort(table.cells.begin(), table.cells.end(),
                   [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  check_tiling(table, field);
  return table;
}

struct BodyWriter {
  bj::object operator()(const Heading& heading) const {
    bj::object out{{"type", "heading"}, {"level", heading.level}};
    add_text(heading.text, out);
    return out;
  }
  bj::object operator()(const Paragraph& paragraph) const {
    bj::object out{{"type", "paragraph"}, {"role", name(paragraph.role, kRoles)}};
    add_text(paragraph.text, out);
    return out;
  }
  bj::object operator()(const List& list) const {
    bj::array items;
    for (const auto& item : list.items) {
      items.push_back(blocks_to_json(item));
    }
    return {{"type", "list"}, {"ordered", list.ordered}, {"items", std::move(items)}};
  }
  bj::object operator()(const Table& table) const {
    bj::array cells;
    cells.reserve(table.cells.size());
    for (const auto& cell : table.cells) {
      cells.push_back(cell_to_json(cell));
    }
    return {{"type", "table"},
            {"rows", table.rows},
            {"columns", table.columns},
            {"caption", text_or_null(table.caption)},
            {"cells", std::move(cells)}};
  }
  bj::object operator()(const Lines& lines) const {
    bj::object out{{"type", "lines"}};
    add_text(lines.text, out);
    return out;
  }
  bj::object operator()(const Image& image) const {
    return {{"type", "image"}, {"name", view(image.name)}, {"alt", view(image.alt)}};
  }
};

}  // namespace

bj::object block_to_json(const Block& block) {
  bj::object out = std::visit(BodyWriter{}, block.body);
  add_place(block.at, out);
  return out;
}

Block block_from_json(const Field& field, Arena& arena) {
  Block block;
  const auto type = field["type"].text();
  if (type == "paragraph") {
    block.body = Paragraph{value_of<Role>(field["role"], kRoles), text_from_json(field, arena)};
  } else if (type == "heading") {
    block.body =
        Heading{static_cast<int>(std::min<std::uint64_t>(field["level"].number(), 9)), text_from_json(field, arena)};
  } else if (type == "list") {
    List list;
    list.ordered = field["ordered"].boolean();
    field["items"].each([&](const Field& item) { list.items.push_back(blocks_from_json(item, arena)); });
    block.body = std::move(list);
  } else if (type == "table") {
    block.body = table_from_json(field, arena);
  } else if (type == "lines") {
    block.body = Lines{text_from_json(field, arena)};
  } else if (type == "image") {
    block.body = Image{arena.store(field["name"].text()), arena.store(field["alt"].text())};
  } else {
    field["type"].fault("heading, paragraph, list, table, lines or image");
  }
  block.at = place_from_json(field["at"], arena);
  return block;
}

bj::array blocks_to_json(const std::vector<Block>& blocks) {
  bj::array array;
  array.reserve(blocks.size());
  for (const auto& block : blocks) {
    array.push_back(block_to_json(block));
  }
  return array;
}

std::vector<Block> blocks_from_json(const Field& field, Arena& arena) {
  std::vector<Block> blocks;
  field.each([&](const Field& block) { blocks.push_back(block_from_json(block, arena)); });
  return blocks;
}

}  // namespace nianbao::json
