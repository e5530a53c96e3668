#include "convert/blocks.hpp"

namespace nianbao {

Block heading(int level, std::string_view text, Arena& arena) {
  Block block;
  block.body = Heading{level, {arena.store(text), {}, {}}};
  return block;
}

Block paragraph(std::string_view text, Arena& arena, Role role) {
  Block block;
  block.body = Paragraph{role, {arena.store(text), {}, {}}};
  return block;
}

Block table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows, Arena& arena) {
  TableBuilder builder;
  const auto add_row = [&](const std::vector<std::string>& texts, bool is_header) {
    builder.begin_row();
    for (const auto& text : texts) {
      Cell cell;
      cell.header = is_header;
      cell.text.chars = arena.store(text);
      builder.add(std::move(cell));
    }
  };
  add_row(header, true);
  for (const auto& row : rows) {
    add_row(row, false);
  }
  Block block;
  block.body = builder.finish();
  return block;
}

}  // namespace nianbao
