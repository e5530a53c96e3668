#include "read/custom_properties.hpp"

#include <string>

#include "characters/clean_text.hpp"
#include "word/style_names.hpp"

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
    if (!name.starts_with(word::names::kPropertyPrefix)) {
      continue;
    }
    std::string own;
    std::string value;
    characters::append_clean(name.substr(word::names::kPropertyPrefix.size()), own);
    characters::append_clean(node.child("vt:lpwstr").text().get(), value);
    Place at;
    at.part = document.arena().store(part);
    document.properties.push_back({document.arena().store(own), document.arena().store(value), at});
  }
  return {};
}

}  // namespace nianbao::docx
