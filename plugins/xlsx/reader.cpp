#include "reader.hpp"

#include <algorithm>

#include "characters/clean_text.hpp"
#include "ooxml/names.hpp"
#include "read/own_workbook.hpp"
#include "read/sheet_reader.hpp"
#include "read/workbook.hpp"

namespace nianbao::xlsx {

namespace {

Error no_text() {
  return {ErrorKind::input,
          "xlsx-no-text",
          {"工作簿里没有内容。", "The workbook holds nothing."},
          "",
          {"请核对文件；隐藏的工作表不读取。", "Check the file; hidden sheets are not read."}};
}

/// Appends the pictures and the paragraphs of text boxes.
class DrawingWalker : public pugi::xml_tree_walker {
 public:
  DrawingWalker(const ooxml::Relationships& parts, Document& document, std::string_view sheet)
      : parts_(parts), document_(document), sheet_(sheet) {}

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    Block block;
    if (name == "a:blip") {
      std::string image;
      characters::append_clean(ooxml::last_segment(parts_.part_of_id(node.attribute("r:embed").value())), image);
      block.body = Image{document_.arena().store(image), {}};
    } else if (name == "a:p") {
      std::string text;
      for (const auto& run : node.children("a:r")) {
        characters::append_clean(run.child("a:t").text().get(), text);
      }
      block.body = Paragraph{Role::body, {document_.arena().store(text), {}, {}}};
    } else {
      return true;
    }
    block.at.sheet = sheet_;
    if (block.text() == nullptr || !block.text()->chars.empty()) {
      document_.blocks.push_back(std::move(block));
    }
    return true;
  }

 private:
  const ooxml::Relationships& parts_;
  Document& document_;
  std::string_view sheet_;
};

/// Pictures and text boxes float over the cells: they follow the sheet's blocks.
Result<void> append_drawing(const ooxml::Package& package, const SheetEntry& entry, Document& document) {
  NIANBAO_TRY(const auto sheet_parts, package.relationships(entry.part));
  const auto part = sheet_parts.part_of_type("drawing");
  if (!package.has(part)) {
    return {};
  }
  NIANBAO_TRY(const auto drawing, package.xml(part));
  NIANBAO_TRY(const auto drawing_parts, package.relationships(part));
  DrawingWalker walker(drawing_parts, document, document.arena().store(entry.name));
  drawing.root().traverse(walker);
  return {};
}

Result<void> read_sheets(const ooxml::Package& package, const Workbook& workbook, const Context& context,
                         Document& document) {
  bool first = true;
  for (const auto& entry : workbook.sheets) {
    if (entry.hidden) {
      context.diagnostics.report(
          "xlsx-hidden-sheet", Severity::warning,
          {"隐藏的工作表“" + entry.name + "”没有读取。", "The hidden sheet \"" + entry.name + "\" was left out."});
      continue;
    }
    NIANBAO_TRY(auto read, read_sheet(package, workbook, entry, context, document.arena(), false));
    if (first && is_own(workbook, read.sheet)) {
      return read_own(package, workbook, context, document);
    }
    first = false;
    NIANBAO_CHECK(sheet::append_blocks(read.sheet, context.limits, document.blocks));
    NIANBAO_CHECK(append_drawing(package, entry, document));
  }
  return {};
}

}  // namespace

Result<Document> read_xlsx(std::string bytes, const Context& context) {
  Document document;
  document.input.bytes = bytes.size();
  NIANBAO_TRY(const auto package, ooxml::Package::open(std::move(bytes), context.limits));
  NIANBAO_TRY(const auto workbook, Workbook::load(package, document.arena()));
  NIANBAO_CHECK(read_sheets(package, workbook, context, document));
  const bool any = std::any_of(document.blocks.begin(), document.blocks.end(),
                               [](const Block& block) { return block.as<Image>() == nullptr; });
  if (!any) {
    return no_text();
  }
  document.number_blocks();
  return document;
}

}  // namespace nianbao::xlsx
