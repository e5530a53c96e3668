#include "ooxml/package.hpp"

#include <algorithm>

#include "ooxml/faults.hpp"
#include "ooxml/names.hpp"

namespace nianbao::ooxml {

std::string_view Relationships::part_of_type(std::string_view type) const noexcept {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& one) { return one.type == type; });
  return found == all_.end() ? std::string_view() : std::string_view(found->target);
}

std::string_view Relationships::part_of_id(std::string_view id) const noexcept {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& one) { return one.id == id; });
  return found == all_.end() ? std::string_view() : std::string_view(found->target);
}

Result<Package> Package::open(std::string bytes, const Limits& limits) {
  NIANBAO_TRY(auto archive, Archive::open(std::move(bytes), limits));
  return Package(std::move(archive));
}

Result<Xml> Package::xml(std::string_view part) const {
  NIANBAO_TRY(auto bytes, archive_.read(part));
  return Xml::parse(std::move(bytes), part);
}

Result<Relationships> Package::relationships(std::string_view part) const {
  Relationships relationships;
  const auto name = relationships_part(part);
  if (!has(name)) {
    return relationships;
  }
  NIANBAO_TRY(const auto tree, xml(name));
  for (const auto& node : tree.root().children("Relationship")) {
    const bool external = std::string_view(node.attribute("TargetMode").value()) == "External";
    relationships.add({node.attribute("Id").value(), std::string(last_segment(node.attribute("Type").value())),
                       external ? std::string() : resolve(part, node.attribute("Target").value())});
  }
  return relationships;
}

Result<std::string> Package::main_part() const {
  NIANBAO_TRY(const auto roots, relationships(""));
  for (const auto part : {roots.part_of_type("officeDocument"), std::string_view("word/document.xml"),
                          std::string_view("xl/workbook.xml")}) {
    if (has(part)) {
      return std::string(part);
    }
  }
  return Error{ErrorKind::input,
               "package-not-office",
               {"这是ZIP压缩包，不是Word文档或Excel表格。",
                "This is a zip archive and neither a Word document nor an Excel workbook."},
               "",
               {"请解压后选取其中的年报文件。", "Unpack it and take the report's file."}};
}

}  // namespace nianbao::ooxml
