#include "write/reference.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "ooxml/package.hpp"

namespace nianbao::docx {

namespace {

Error no_reference(const Error& why) {
  return {ErrorKind::usage,
          "reference-doc-unreadable",
          {"样式参照文档不能读取：" + why.message.zh, "The reference document cannot be read: " + why.message.en},
          "--reference-doc",
          {"请用Word或WPS另存为docx后再试。", "Save it as docx in Word or WPS and retry."}};
}

std::string printed(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

/// Of the last section; the official page where it states none.
Page page_of(pugi::xml_node body) {
  const auto section = body.child("w:sectPr");
  const auto size = section.child("w:pgSz");
  const auto margins = section.child("w:pgMar");
  const auto width = ooxml::number(size.attribute("w:w"), 0);
  const auto text =
      width - ooxml::number(margins.attribute("w:left"), 0) - ooxml::number(margins.attribute("w:right"), 0);
  constexpr std::int64_t kNarrowest = 1000;
  if (text < kNarrowest) {
    return official_page();
  }
  Page page{{}, static_cast<std::uint32_t>(text)};
  for (const auto* name : {"w:pgSz", "w:pgMar", "w:cols", "w:docGrid"}) {
    if (const auto child = section.child(name)) {
      page.properties += printed(child);
    }
  }
  return page;
}

Result<Look> read_look(std::string reference, const Limits& limits) {
  NIANBAO_TRY(const auto package, ooxml::Package::open(std::move(reference), limits));
  NIANBAO_TRY(const auto main, package.main_part());
  NIANBAO_TRY(const auto document, package.xml(main));
  NIANBAO_TRY(const auto relationships, package.relationships(main));
  Look look;
  look.page = page_of(document.root().child("w:body"));
  if (const auto part = relationships.part_of_type("styles"); package.has(part)) {
    NIANBAO_TRY(auto bytes, package.bytes(part));
    NIANBAO_TRY(look.styles, StyleSheet::with(std::move(bytes)));
  }
  if (const auto part = relationships.part_of_type("theme"); package.has(part)) {
    NIANBAO_TRY(look.theme, package.bytes(part));
  }
  return look;
}

}  // namespace

Result<Look> look_of(std::string reference, const Limits& limits) {
  auto look = read_look(std::move(reference), limits);
  return look.ok() ? std::move(look) : no_reference(look.error());
}

}  // namespace nianbao::docx
