#include "read/custom_properties.hpp"

#include <string>

#include "ooxml/clean_text.hpp"
#include "style_names.hpp"

namespace nianbao::docx {

Result<void> read_custom_properties(const ooxml::Package& package, Document& document) {
  NIANBAO_TRY(const auto roots, package.relationships(""));
  const auto part = roots.part_of_type("custom-properties");
  if (!package.has(part)) {
    return {};
  }
  NIANBAO_TRY(const auto xml, package.xml(part));
  for (const auto& node : xml.root().children("property")) {
    const std::string_view name = node.attribute("name").value();
    if (!name.starts_with(names::kPropertyPrefix)) {
      continue;
    }
    std::string own;
    std::string value;
    ooxml::append_clean(name.substr(names::kPropertyPrefix.size()), own);
    ooxml::append_clean(node.child("vt:lpwstr").text().get(), value);
    Place at;
    at.part = document.arena().store(part);
    document.properties.push_back({document.arena().store(own), document.arena().store(value), at});
  }
  return {};
}

}  // namespace nianbao::docx
