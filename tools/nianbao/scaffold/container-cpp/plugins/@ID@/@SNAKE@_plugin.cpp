// The container @ID@: a first line `@ID@ 1`, then lines of text; lines with tabs that follow each other are a table.
#include <algorithm>

#include <nianbao/sdk/plugin.hpp>

namespace {

using namespace nianbao;

constexpr std::string_view kFirstLine = "@ID@ 1\n";

bool begins_right(std::string_view bytes) { return bytes.substr(0, kFirstLine.size()) == kFirstLine; }

/// Takes the next part of a text up to a character, which is left out.
std::string_view next(std::string_view& rest, char end) {
  const auto size = std::min(rest.find(end), rest.size());
  const auto part = rest.substr(0, size);
  rest.remove_prefix(std::min(size + 1, rest.size()));
  return part;
}

class @CLASS@ final : public Container {
 private:
  Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    return begins_right(head) ? Certainty::certain : Certainty::none;
  }

  Result<Document> do_read(std::string bytes, const Context& /*context*/) const override {
    if (!begins_right(bytes)) {
      return Error{ErrorKind::input,
                   "@ID@-first-line",
                   {"第一行应为“@ID@ 1”。", "The first line is to be `@ID@ 1`."},
                   "",
                   {"请核对文件类型。", "Check the type of the file."}};
    }
    Document document;
    auto rest = document.arena().hold(std::move(bytes)).substr(kFirstLine.size());
    while (!rest.empty()) {
      if (rest.substr(0, rest.find('\n')).find('\t') != std::string_view::npos) {
        document.blocks.push_back(Block{read_table(rest), {}});
      } else if (const auto line = next(rest, '\n'); !line.empty()) {
        Paragraph paragraph;
        paragraph.text.chars = line;
        document.blocks.push_back(Block{paragraph, {}});
      }
    }
    document.number_blocks();
    return document;
  }

  static Table read_table(std::string_view& rest) {
    TableBuilder table;
    while (rest.substr(0, rest.find('\n')).find('\t') != std::string_view::npos) {
      table.begin_row();
      auto line = next(rest, '\n');
      const auto columns = std::count(line.begin(), line.end(), '\t') + 1;
      for (std::ptrdiff_t i = 0; i < columns; ++i) {
        Cell cell;
        cell.text.chars = next(line, '\t');
        table.add(cell);
      }
    }
    return table.finish();
  }

  Result<std::string> do_write(const Document& document, const Context& context) const override {
    std::string bytes(kFirstLine);
    for (const auto& block : document.blocks) {
      if (const auto* text = block.text()) {
        bytes += one_line(text->chars) + "\n";
      } else if (const auto* table = block.as<Table>()) {
        write_table(TableGrid(*table), bytes);
      } else {
        context.diagnostics.report("@ID@-left-out", Severity::warning,
                                   {"列表或图片没有写出。", "A list or picture was not written."}, block.at);
      }
    }
    return bytes;
  }

  static void write_table(const TableGrid& grid, std::string& bytes) {
    for (std::uint32_t row = 1; row <= grid.rows(); ++row) {
      for (std::uint32_t column = 1; column <= grid.columns(); ++column) {
        const auto* cell = grid.at(row, column);
        bytes += (column == 1 ? "" : "\t") + (cell == nullptr ? std::string() : one_line(cell->text.chars));
      }
      bytes += '\n';
    }
  }

  static std::string one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
  }
};

}  // namespace

NIANBAO_CONTAINER_PLUGIN(@CLASS@, "@ID@", "0.1.0")
