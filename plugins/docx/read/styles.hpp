// What styles say about the paragraphs and runs that use them.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "word/style_use.hpp"

namespace nianbao::docx {

/// A style with what it inherits.
struct Style {
  word::StyleUse use = word::StyleUse::none;
  int outline = -1;          ///< outline level from 0; -1: body text
  std::string numbering;     ///< id of the numbering; empty or "0": none
  int numbering_level = -1;  ///< -1: the level that names the style
  bool strong = false;
  bool hidden = false;
  bool link = false;
};

/// The styles of a document by their ids.
class Styles {
 public:
  Styles();
  explicit Styles(pugi::xml_node root);
  /// Of a paragraph or run; that of Normal where the id is empty, a plain one where it is unknown.
  [[nodiscard]] const Style& find(std::string_view id) const;

 private:
  std::map<std::string, Style, std::less<>> styles_;
  std::string default_id_;
  Style plain_;
};

}  // namespace nianbao::docx
