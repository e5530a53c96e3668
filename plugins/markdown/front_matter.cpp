#include "front_matter.hpp"

#include "blocks/blanks.hpp"

namespace nianbao::markdown {

namespace {

/// What stands between double quotes, with \" \\ and \n undone; other text as it is.
std::string unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
    return std::string(text);
  }
  text = text.substr(1, text.size() - 2);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    const char c = escape ? text[++i] : text[i];
    result += escape && c == 'n' ? '\n' : c;
  }
  return result;
}

void append_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  out += '"';
}

/// Where a name between double quotes ends, or a plain one: at its colon.
std::size_t end_of_name(std::string_view body) {
  if (!body.starts_with('"')) {
    return body.find(':');
  }
  for (std::size_t i = 1; i < body.size(); ++i) {
    if (body[i] == '\\') {
      ++i;
    } else if (body[i] == '"') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t take_front_matter(const std::vector<blocks::Line>& lines, const blocks::Source& source,
                              Document& document) {
  if (lines.empty() || lines.front().body != "---") {
    return 0;
  }
  std::vector<Property> found;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto body = lines[i].body;
    if (body == "---") {
      document.properties.insert(document.properties.end(), found.begin(), found.end());
      return i + 1;
    }
    const auto end = end_of_name(body);
    if (end == std::string_view::npos || end >= body.size() || body[end] != ':') {
      return 0;
    }
    const auto value = unquoted(blocks::trim(body.substr(end + 1)));
    if (!value.empty()) {
      Property property{document.arena().store(unquoted(body.substr(0, end))), document.arena().store(value), {}};
      property.at.line = lines[i].number;
      property.at.bytes = source.file_range(body);
      found.push_back(property);
    }
  }
  return 0;
}

void append_front_matter(const Property& property, std::string& out) {
  append_quoted(property.name, out);
  out += ": ";
  append_quoted(property.value, out);
  out += '\n';
}

}  // namespace nianbao::markdown
