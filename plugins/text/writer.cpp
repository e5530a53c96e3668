#include "writer.hpp"

#include <algorithm>

namespace nianbao::text {

namespace {

class Writer {
 public:
  std::string write(const Document& document) {
    for (const auto& property : document.properties) {
      out_ += property.name;
      out_ += "：";
      out_ += property.value;
      out_ += '\n';
    }
    write_blocks(document.blocks);
    return std::move(out_);
  }

 private:
  void write_blocks(const std::vector<Block>& blocks) {
    for (const auto& block : blocks) {
      if (!out_.empty()) {
        out_ += '\n';
      }
      write_block(block);
    }
  }

  void write_block(const Block& block) {
    if (const auto* text = block.text()) {
      out_ += text->chars;
      out_ += '\n';
    } else if (const auto* list = block.as<List>()) {
      write_list(*list);
    } else if (const auto* table = block.as<Table>()) {
      write_table(*table);
    } else if (const auto* image = block.as<Image>()) {
      out_ += "[图片：";
      out_ += image->alt.empty() ? image->name : image->alt;
      out_ += "]\n";
    }
  }

  void write_list(const List& list) {
    int number = 0;
    for (const auto& item : list.items) {
      out_ += list.ordered ? std::to_string(++number) + ". " : "· ";
      for (const auto& block : item) {
        write_block(block);
      }
    }
  }

  /// The text of a merged cell stands in its first row and column; the others are empty.
  void write_table(const Table& table) {
    if (!table.caption.empty()) {
      out_ += table.caption;
      out_ += '\n';
    }
    const TableGrid grid(table);
    for (std::uint32_t row = 1; row <= table.rows; ++row) {
      for (std::uint32_t column = 1; column <= table.columns; ++column) {
        if (column > 1) {
          out_ += '\t';
        }
        const auto* cell = grid.at(row, column);
        if (cell != nullptr && cell->row == row && cell->column == column) {
          write_cell(*cell);
        }
      }
      out_ += '\n';
    }
  }

  void write_cell(const Cell& cell) {
    const auto start = out_.size();
    out_ += cell.text.chars;
    for (const auto& block : cell.blocks) {
      if (const auto* text = block.text()) {
        out_ += out_.size() > start ? " " : "";
        out_ += text->chars;
      }
    }
    std::replace_if(
        out_.begin() + static_cast<std::ptrdiff_t>(start), out_.end(), [](char c) { return c == '\n' || c == '\t'; },
        ' ');
  }

  std::string out_;
};

}  // namespace

std::string write_text(const Document& document) { return Writer().write(document); }

}  // namespace nianbao::text
