#include "write/runs.hpp"

#include <algorithm>
#include <vector>

#include "blocks/blanks.hpp"
#include "ooxml/package_writer.hpp"

namespace nianbao::docx {

namespace {

/// Characters with breaks and tabs as their own elements.
void append_content(std::string_view chars, std::string& out) {
  std::size_t from = 0;
  while (from <= chars.size()) {
    const auto end = std::min(chars.find_first_of("\n\t", from), chars.size());
    if (end > from) {
      out += "<w:t xml:space=\"preserve\">";
      ooxml::append_escaped(chars.substr(from, end - from), out);
      out += "</w:t>";
    }
    if (end < chars.size()) {
      out += chars[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    }
    from = end + 1;
  }
}

struct Look {
  bool strong = false;
  bool link = false;
};

Look look_at(const std::vector<Mark>& marks, std::uint32_t character) {
  Look look;
  for (const auto& mark : marks) {
    if (mark.from <= character && character < mark.to) {
      look.strong = look.strong || mark.kind == MarkKind::strong;
      look.link = look.link || mark.kind == MarkKind::link;
    }
  }
  return look;
}

/// Where marks begin and end, in order, each once.
std::vector<std::uint32_t> edges_of(const std::vector<Mark>& marks) {
  std::vector<std::uint32_t> edges;
  for (const auto& mark : marks) {
    if (mark.from < mark.to && (mark.kind == MarkKind::strong || mark.kind == MarkKind::link)) {
      edges.push_back(mark.from);
      edges.push_back(mark.to);
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

void append_piece(std::string_view chars, Look look, const StyleSheet& styles, std::string& out) {
  if (chars.empty()) {
    return;
  }
  out += "<w:r>";
  if (look.strong || look.link) {
    out += "<w:rPr>";
    out += look.link ? "<w:rStyle w:val=\"" + std::string(styles.id(style::kLink)) + "\"/>" : "";
    out += look.strong ? "<w:b/><w:bCs/>" : "";
    out += "</w:rPr>";
  }
  append_content(chars, out);
  out += "</w:r>";
}

}  // namespace

void append_run(std::string_view chars, std::string& out) {
  if (!chars.empty()) {
    out += "<w:r>";
    append_content(chars, out);
    out += "</w:r>";
  }
}

void append_runs(const Text& text, const StyleSheet& styles, std::string& out) {
  auto rest = text.chars;
  std::uint32_t character = 0;
  for (const auto edge : edges_of(text.marks)) {
    const auto look = look_at(text.marks, character);
    std::size_t size = 0;
    for (; character < edge && size < rest.size(); ++character) {
      size += blocks::character_at(rest, size);
    }
    append_piece(rest.substr(0, size), look, styles, out);
    rest.remove_prefix(size);
  }
  append_piece(rest, look_at(text.marks, character), styles, out);
}

}  // namespace nianbao::docx
