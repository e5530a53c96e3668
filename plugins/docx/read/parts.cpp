#include "read/parts.hpp"

#include "characters/clean_text.hpp"
#include "ooxml/faults.hpp"

namespace nianbao::docx {

namespace {

/// A part that a relationship of this type leads to; none if there is none.
Result<std::optional<ooxml::Xml>> part_of_type(const ooxml::Package& package, const ooxml::Relationships& relationships,
                                               std::string_view type) {
  const auto name = relationships.part_of_type(type);
  if (!package.has(name)) {
    return std::optional<ooxml::Xml>();
  }
  NIANBAO_TRY(auto xml, package.xml(name));
  return std::optional<ooxml::Xml>(std::move(xml));
}

/// All text below a node, a line for each paragraph.
std::string plain_text(pugi::xml_node node) {
  struct Collector : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& one) override {
      const std::string_view name = one.name();
      if (name == "w:p" && !text.empty()) {
        text += '\n';
      } else if (name == "w:t") {
        characters::append_clean(one.text().get(), text);
      }
      return true;
    }
    std::string text;
  } collector;
  node.traverse(collector);
  return std::move(collector.text);
}

std::map<std::string, Comment, std::less<>> comments_of(pugi::xml_node root) {
  std::map<std::string, Comment, std::less<>> comments;
  for (const auto& node : root.children("w:comment")) {
    comments[node.attribute("w:id").value()] = {node.attribute("w:author").value(), plain_text(node)};
  }
  return comments;
}

Error not_a_document(std::string_view part) {
  return {ErrorKind::input,
          "docx-not-a-document",
          {"文件不是Word文档。", "The file is no Word document."},
          std::string(part),
          {"请核对文件类型；表格文件请用--from-container xlsx。",
           "Check what the file is; for a workbook use --from-container xlsx."}};
}

}  // namespace

Result<Parts> Parts::load(const ooxml::Package& package) {
  Parts parts;
  NIANBAO_TRY(parts.main_name, package.main_part());
  NIANBAO_TRY(parts.main, package.xml(parts.main_name));
  if (std::string_view(parts.main->root().name()) != "w:document") {
    return not_a_document(parts.main_name);
  }
  NIANBAO_TRY(parts.relationships, package.relationships(parts.main_name));
  NIANBAO_TRY(const auto styles, part_of_type(package, parts.relationships, "styles"));
  if (styles) {
    parts.styles = Styles(styles->root());
  }
  NIANBAO_TRY(const auto numbering, part_of_type(package, parts.relationships, "numbering"));
  if (numbering) {
    parts.numbering = read_numbering(numbering->root());
  }
  NIANBAO_TRY(parts.footnotes, part_of_type(package, parts.relationships, "footnotes"));
  NIANBAO_TRY(parts.endnotes, part_of_type(package, parts.relationships, "endnotes"));
  NIANBAO_TRY(const auto comments, part_of_type(package, parts.relationships, "comments"));
  if (comments) {
    parts.comments = comments_of(comments->root());
  }
  return parts;
}

std::optional<Range> Reading::place_of(pugi::xml_node node) const {
  const auto name = places && node ? node.offset_debug() : -1;
  if (name < 1) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::uint64_t>(name) - 1;
  return Range{begin, begin};
}

void Reading::stop(Error fault) {
  if (!error) {
    error = std::move(fault);
  }
}

Nesting::Nesting(Reading& reading) : reading_(reading) {
  if (++reading.depth > reading.limits.nesting) {
    const auto limit = std::to_string(reading.limits.nesting);
    reading.stop(ooxml::excessive("xml-nesting",
                                  {"文件内容嵌套过深，超过上限" + limit + "层。",
                                   "The content nests too deeply: more than the limit of " + limit + "."},
                                  reading.parts.main_name));
  }
}

}  // namespace nianbao::docx
