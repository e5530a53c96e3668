#include "ooxml/xml.hpp"

#include <algorithm>

#include "ooxml/faults.hpp"
#include "ooxml/namespaces.hpp"

namespace nianbao::ooxml {

namespace {

// A node takes 64 bytes, an attribute 40.
constexpr std::int64_t kMostNodes = 4000000;

/// At least as many as elements, texts and attributes together.
std::int64_t count_nodes(std::string_view xml) {
  return 2 * std::count(xml.begin(), xml.end(), '<') + std::count(xml.begin(), xml.end(), '=');
}

Error broken(const pugi::xml_parse_result& result, std::string_view part) {
  const auto offset = std::to_string(result.offset);
  return damaged("xml-damaged",
                 {"文件的部分不是完整的XML（第" + offset + "字节处）。",
                  "A part of the file is no well-formed XML (at byte " + offset + ")."},
                 part);
}

}  // namespace

Result<Xml> Xml::parse(std::string bytes, std::string_view part) {
  if (count_nodes(bytes) > kMostNodes) {
    const auto limit = std::to_string(kMostNodes);
    return excessive("xml-nodes",
                     {"文件的部分有过多的XML节点，上限为" + limit + "个。",
                      "A part of the file has too many XML nodes; the limit is " + limit + "."},
                     part);
  }
  Xml xml;
  const bool known = uses_known_prefixes(bytes);
  xml.bytes_ = std::make_unique<std::string>(std::move(bytes));
  xml.document_ = std::make_unique<pugi::xml_document>();
  const auto result = xml.document_->load_buffer_inplace(
      xml.bytes_->data(), xml.bytes_->size(), pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype);
  if (!result) {
    return broken(result, part);
  }
  for (const auto& node : *xml.document_) {
    if (node.type() == pugi::node_doctype) {
      return damaged("xml-doctype",
                     {"文件的部分带有DTD声明，不予读取。", "A part of the file has a DTD, which is not read."}, part);
    }
  }
  if (!known || result.encoding != pugi::encoding_utf8) {
    rename_prefixes(*xml.document_);
  }
  return xml;
}

bool is_on(pugi::xml_node property, const char* attribute) noexcept {
  if (!property) {
    return false;
  }
  const std::string_view value = property.attribute(attribute).value();
  return value != "0" && value != "false" && value != "off";
}

std::int64_t number(pugi::xml_attribute attribute, std::int64_t fallback) noexcept {
  constexpr std::int64_t kMost = 1000000000;
  std::string_view text = attribute.value();
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
  if (text.empty() || text.front() < '0' || text.front() > '9') {
    return fallback;
  }
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      break;
    }
    value = std::min(kMost, value * 10 + (c - '0'));
  }
  return negative ? -value : value;
}

}  // namespace nianbao::ooxml
