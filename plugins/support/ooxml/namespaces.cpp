#include "ooxml/namespaces.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace nianbao::ooxml {

namespace {

struct Known {
  std::string_view uri;
  std::string_view prefix;
};

constexpr std::array kKnown = {
    Known{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Known{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Known{"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
    Known{"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
    Known{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Known{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    Known{"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    Known{"http://schemas.openxmlformats.org/package/2006/content-types", ""},
    Known{"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", ""},
    Known{"http://purl.oclc.org/ooxml/officeDocument/customProperties", ""},
    Known{"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "vt"},
    Known{"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes", "vt"},
    Known{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    Known{"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    Known{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    Known{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    Known{"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xdr"},
    Known{"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "xdr"},
    Known{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    Known{"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    Known{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    Known{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Known{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Known{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Known{"urn:schemas-microsoft-com:vml", "v"},
    Known{"urn:schemas-microsoft-com:office:office", "o"},
};

/// Our prefix of a namespace; none if readers do not know it.
std::optional<std::string_view> prefix_of(std::string_view uri) {
  const auto* found = std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& known) { return known.uri == uri; });
  return found == kKnown.end() ? std::nullopt : std::optional(found->prefix);
}

bool is_ours(std::string_view prefix) {
  return !prefix.empty() &&
         std::any_of(kKnown.begin(), kKnown.end(), [&](const Known& known) { return known.prefix == prefix; });
}

/// A declaration that needs no renaming.
bool conforms(std::string_view prefix, std::string_view uri) {
  const auto known = prefix_of(uri);
  return known ? *known == prefix : !is_ours(prefix);
}

/// The prefix that an attribute declares; none if it is no declaration.
std::optional<std::string_view> declared_prefix(std::string_view attribute) {
  if (attribute == "xmlns") {
    return std::string_view();
  }
  return attribute.starts_with("xmlns:") ? std::optional(attribute.substr(6)) : std::nullopt;
}

struct Binding {
  std::string prefix;
  std::optional<std::string_view> ours;
  int depth;
};

class Renamer : public pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    while (!bindings_.empty() && bindings_.back().depth >= depth()) {
      bindings_.pop_back();
    }
    if (node.type() != pugi::node_element) {
      return true;
    }
    for (const auto& attribute : node.attributes()) {
      if (const auto prefix = declared_prefix(attribute.name())) {
        bindings_.push_back({std::string(*prefix), prefix_of(attribute.value()), depth()});
      }
    }
    node.set_name(renamed(node.name(), true).c_str());
    for (auto attribute : node.attributes()) {
      if (!declared_prefix(attribute.name())) {
        attribute.set_name(renamed(attribute.name(), false).c_str());
      }
    }
    return true;
  }

  /// An attribute without a prefix is in no namespace.
  [[nodiscard]] std::string renamed(std::string_view name, bool element) const {
    const auto colon = name.find(':');
    const auto prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const auto local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    if (prefix.empty() && !element) {
      return std::string(name);
    }
    const auto binding =
        std::find_if(bindings_.rbegin(), bindings_.rend(), [&](const Binding& one) { return one.prefix == prefix; });
    if (binding == bindings_.rend() || !binding->ours) {
      return is_ours(prefix) && binding != bindings_.rend() ? "foreign-" + std::string(name) : std::string(name);
    }
    return binding->ours->empty() ? std::string(local) : std::string(*binding->ours) + ":" + std::string(local);
  }

  std::vector<Binding> bindings_;
};

}  // namespace

bool uses_known_prefixes(std::string_view xml) {
  for (auto at = xml.find("xmlns"); at != std::string_view::npos; at = xml.find("xmlns", at + 1)) {
    const auto equals = xml.find('=', at);
    const auto open = equals == std::string_view::npos ? equals : xml.find_first_of("\"'", equals);
    const auto close = open == std::string_view::npos ? open : xml.find(xml[open], open + 1);
    if (close == std::string_view::npos) {
      return true;
    }
    auto name = xml.substr(at, equals - at);
    name = name.substr(0, name.find_last_not_of(" \t\r\n") + 1);
    const auto prefix = declared_prefix(name);
    if (!prefix || !conforms(*prefix, xml.substr(open + 1, close - open - 1))) {
      return false;
    }
  }
  return true;
}

void rename_prefixes(pugi::xml_document& document) {
  Renamer renamer;
  document.traverse(renamer);
}

}  // namespace nianbao::ooxml
