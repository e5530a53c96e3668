// Names of parts inside a package.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::ooxml {

/// The part a relationship's target means, seen from the part that has it: word/document.xml and
/// ../media/a.png give media/a.png. Never leaves the package.
[[nodiscard]] std::string resolve(std::string_view part, std::string_view target);

/// word/document.xml has its relationships in word/_rels/document.xml.rels; the package in _rels/.rels.
[[nodiscard]] std::string relationships_part(std::string_view part);

/// After the last slash.
[[nodiscard]] std::string_view last_segment(std::string_view name) noexcept;

}  // namespace nianbao::ooxml
