#include "reader.hpp"

#include "layout/blocks.hpp"
#include "poppler/file.hpp"

namespace nianbao::pdf {
namespace {

Box to_box(const Rect& rect) { return {rect.left, rect.top, rect.right, rect.bottom}; }

class DocumentMaker {
 public:
  explicit DocumentMaker(const Context& context) : context_(context) {}

  Document make(const std::vector<FlowBlock>& blocks) {
    for (const auto& block : blocks) {
      if (const auto* paragraph = std::get_if<FlowParagraph>(&block)) {
        add(*paragraph);
      } else if (const auto* lines = std::get_if<FlowLines>(&block)) {
        add(*lines);
      } else {
        add(std::get<Grid>(block));
      }
    }
    return std::move(document_);
  }

 private:
  void add(const FlowParagraph& paragraph) {
    Block block;
    block.at.page = paragraph.page;
    block.at.box = to_box(paragraph.box);
    block.body = Paragraph{Role::body, {document_.arena().store(paragraph.text), {}, {}}};
    document_.blocks.push_back(std::move(block));
  }

  void add(const FlowLines& lines) {
    Block block;
    block.at.page = lines.page;
    block.at.box = to_box(lines.lines.front().box);
    const Text text{document_.arena().store(spaced_text(lines.lines)), {}, {}};
    if (lines.lines.size() == 1) {
      block.body = Paragraph{Role::body, text};
    } else {
      block.body = Lines{text};
    }
    document_.blocks.push_back(std::move(block));
  }

  void add(const Grid& grid) { document_.blocks.push_back(block_of(grid)); }

  Block block_of(const Grid& grid) {
    Table table;
    table.rows = grid.rows();
    table.columns = grid.columns();
    for (const auto& from : grid.cells) {
      Cell cell;
      cell.row = from.row + 1;
      cell.column = from.column + 1;
      cell.rowspan = from.rowspan;
      cell.colspan = from.colspan;
      cell.text.chars = document_.arena().store(from.text);
      if (from.page != 0) {
        cell.at.page = from.page;
        cell.at.box = to_box(from.box);
      }
      cell.missing = from.missing;
      for (const auto& inner : from.inner) {
        cell.blocks.push_back(block_of(inner));
      }
      table.cells.push_back(std::move(cell));
    }
    Block block;
    block.at.page = grid.page;
    if (grid.odd_shapes) {
      context_.diagnostics.report("pdf-odd-cells", Severity::warning,
                                  {"表格的框线不完整，部分单元格的范围是推断的，请核对。",
                                   "Lines of the table are lacking; the extent of some cells was guessed: check them."},
                                  block.at);
    }
    if (grid.aligned) {
      context_.diagnostics.report("pdf-no-lines", Severity::note,
                                  {"表格没有框线，行列是按文字的位置推断的，请核对。",
                                   "The table has no lines; its rows and columns follow from where its texts stand: "
                                   "check them."},
                                  block.at);
    }
    block.body = std::move(table);
    return block;
  }

  const Context& context_;
  Document document_;
};

}  // namespace

Result<Document> read_pdf(const std::string& bytes, const Context& context) {
  std::vector<FlowBlock> blocks;
  NIANBAO_CHECK(read_content(bytes, context, [&](const std::vector<Page>& pages, const StructureTree& tree) {
    blocks = blocks_of(pages, tree, context.limits.cells);
  }));
  return DocumentMaker(context).make(blocks);
}

}  // namespace nianbao::pdf
