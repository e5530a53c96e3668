// Namespaces: prefixes are the file's own choice, and strict files have other addresses. Readers see
// one prefix for each namespace they know.
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace nianbao::ooxml {

/// True if every declaration in the XML already uses our prefixes; the tree then needs no renaming.
[[nodiscard]] bool uses_known_prefixes(std::string_view xml);

/// Renames elements and attributes: w (WordprocessingML), r (relationships), a, wp, wps, pic, xdr
/// (drawings), mc, m, v, o, vt; none for SpreadsheetML and for the package's own parts. A name that bears such a
/// prefix with another meaning is renamed out of the way.
void rename_prefixes(pugi::xml_document& document);

}  // namespace nianbao::ooxml
