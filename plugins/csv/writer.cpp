#include "writer.hpp"

#include "escape.hpp"

namespace nianbao::csv {

namespace {

constexpr std::string_view kEnd = "\r\n";

void append_field(std::string_view text, std::string& out) {
  const bool guarded = is_formula(text) || is_guarded(text);
  if (!guarded && text.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += guarded ? "\"'" : "\"";
  for (const char c : text) {
    out += c == '"' ? "\"\"" : std::string_view(&c, 1);
  }
  out += '"';
}

class Writer {
 public:
  std::string write(const Document& document) {
    out_ = "\xEF\xBB\xBF";
    for (const auto& property : document.properties) {
      line(std::string(property.name) + "：" + std::string(property.value));
    }
    append(document.blocks);
    return std::move(out_);
  }

 private:
  void append(const std::vector<Block>& blocks) {
    for (const auto& block : blocks) {
      if (const auto* table = block.as<Table>()) {
        append_table(*table);
      } else if (const auto* list = block.as<List>()) {
        for (const auto& item : list->items) {
          append(item);
        }
      } else if (const auto* image = block.as<Image>()) {
        line("［图片：" + std::string(image->name) + "］");
      } else if (const auto* text = block.text()) {
        line(text->chars);
      }
    }
  }

  void line(std::string_view text) {
    out_ += after_table_ ? kEnd : std::string_view();
    after_table_ = false;
    append_field(text, out_);
    out_ += kEnd;
  }

  void append_table(const Table& table) {
    if (!table.caption.empty()) {
      line(table.caption);
    }
    out_ += out_.size() > 3 ? kEnd : std::string_view();
    auto cell = table.cells.begin();
    for (std::uint32_t row = 1; row <= table.rows; ++row) {
      std::uint32_t column = 1;
      for (; cell != table.cells.end() && cell->row == row; ++cell) {
        out_.append(cell->column - column, ',');
        column = cell->column;
        append_field(cell->text.chars, out_);
      }
      out_.append(table.columns - std::min(column, table.columns), ',');
      out_ += kEnd;
    }
    after_table_ = true;
    for (const auto& one : table.cells) {
      append(one.blocks);
    }
  }

  std::string out_;
  bool after_table_ = false;
};

}  // namespace

std::string write_csv(const Document& document) { return Writer().write(document); }

}  // namespace nianbao::csv
