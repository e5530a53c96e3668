#include "ooxml/probe.hpp"

#include <string>

namespace nianbao::ooxml {

namespace {

constexpr std::string_view kLocalHeader("PK\x03\x04", 4);
constexpr std::size_t kHeaderSize = 30;

/// The name in the local header at the offset, with forward slashes.
std::string name_at(std::string_view head, std::size_t header) {
  if (head.size() < header + kHeaderSize) {
    return {};
  }
  const auto low = static_cast<unsigned char>(head[header + 26]);
  const auto high = static_cast<unsigned char>(head[header + 27]);
  std::string name(head.substr(header + kHeaderSize, low + high * 256U));
  for (auto& c : name) {
    c = c == '\\' ? '/' : c;
  }
  return name;
}

}  // namespace

Certainty probe_package(std::string_view head, std::string_view folder) {
  auto certainty = Certainty::none;
  if (!head.starts_with(kLocalHeader)) {
    return certainty;
  }
  for (auto at = head.find(kLocalHeader); at != std::string_view::npos; at = head.find(kLocalHeader, at + 4)) {
    const auto name = name_at(head, at);
    if (name.starts_with(folder)) {
      return Certainty::certain;
    }
    if (name == "mimetype" || name.starts_with("word/") || name.starts_with("xl/") || name.starts_with("ppt/")) {
      return Certainty::none;
    }
    if (name == "[Content_Types].xml" || name == "_rels/.rels") {
      certainty = Certainty::possible;
    }
  }
  return certainty;
}

}  // namespace nianbao::ooxml
