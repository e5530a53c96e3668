#include "read/inline_reader.hpp"

#include <algorithm>

#include "characters/clean_text.hpp"
#include "ooxml/names.hpp"
#include "word/style_names.hpp"

namespace nianbao::docx {

void InlineReader::read_children(pugi::xml_node parent, Inlines& out) {
  const Nesting nesting(reading_);
  for (auto node = parent.first_child(); node && !reading_.stopped(); node = node.next_sibling()) {
    read_node(node, out);
  }
}

void InlineReader::read_node(pugi::xml_node node, Inlines& out) {
  const std::string_view name = node.name();
  if (name == "w:r") {
    read_run(node, out);
  } else if (name == "w:ins" || name == "w:moveTo") {
    ++reading_.remarks.changes;
    read_children(node, out);
  } else if (name == "w:del" || name == "w:moveFrom") {
    ++reading_.remarks.changes;
  } else if (name == "w:hyperlink" || name == "w:smartTag" || name == "w:fldSimple" || name == "w:customXml" ||
             name == "w:dir" || name == "w:bdo" || name == "m:oMath" || name == "m:oMathPara" ||
             name.starts_with("m:")) {
    name == "m:t" ? read_text(node, out) : read_children(node, out);
  } else if (name == "w:sdt") {
    if (!ooxml::is_on(node.child("w:sdtPr").child("w:showingPlcHdr"))) {
      read_children(node.child("w:sdtContent"), out);
    }
  } else if (name == "mc:AlternateContent") {
    read_alternatives(node, out);
  }
}

void InlineReader::read_run(pugi::xml_node run, Inlines& out) {
  const auto properties = run.child("w:rPr");
  const auto style_id = properties.child("w:rStyle").attribute("w:val");
  static const Style kPlain;
  const auto& style = style_id ? reading_.parts.styles.find(style_id.value()) : kPlain;
  const auto hidden = properties.child("w:vanish");
  if (hidden ? ooxml::is_on(hidden) : style.hidden) {
    ++reading_.remarks.hidden;
    return;
  }
  const auto strong = properties.child("w:b");
  out.text.set(MarkKind::strong, strong ? ooxml::is_on(strong) : style.strong);
  out.text.set(MarkKind::link, style.link);
  for (auto node = run.first_child(); node && !reading_.stopped(); node = node.next_sibling()) {
    read_run_child(node, out);
  }
}

void InlineReader::read_run_child(pugi::xml_node node, Inlines& out) {
  const std::string_view name = node.name();
  if (name == "w:fldChar") {
    read_field_mark(node);
  } else if (name == "w:instrText") {
    fields_.instruction(node.text().get());
  } else if (!fields_.shown()) {
    return;
  } else if (name == "w:t" || name == "m:t") {
    read_text(node, out);
  } else if (name == "w:tab" || name == "w:ptab") {
    out.text.append("\t");
  } else if (name == "w:br" || name == "w:cr") {
    const std::string_view type = node.attribute("w:type").value();
    out.text.append(type == "page" || type == "column" ? "" : "\n");
  } else if (name == "w:noBreakHyphen") {
    out.text.append("-");
  } else if (name == "w:sym") {
    read_symbol(node, out);
  } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
    read_note(node, name == "w:footnoteReference" ? "w:footnote" : "w:endnote", out);
  } else if (name == "w:commentReference") {
    read_comment(node, out);
  } else if (name == "w:ruby") {
    read_children(node.child("w:rubyBase"), out);
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    read_graphic(node, out);
  } else if (name == "mc:AlternateContent") {
    read_alternatives(node, out);
  }
}

void InlineReader::read_text(pugi::xml_node node, Inlines& out) {
  if (!fields_.shown()) {
    return;
  }
  std::string_view text = node.text().get();
  if (std::string_view(node.attribute("xml:space").value()) != "preserve") {
    constexpr std::string_view kSpaces = " \t\r\n";
    const auto from = std::min(text.find_first_not_of(kSpaces), text.size());
    text = text.substr(from, text.find_last_not_of(kSpaces) + 1 - from);
  }
  out.text.append(text);
}

/// Symbol fonts keep their signs at U+F0xx, which means nothing without the font; other fonts name
/// the character.
void InlineReader::read_symbol(pugi::xml_node node, Inlines& out) {
  const std::string_view code = node.attribute("w:char").value();
  std::uint32_t value = 0;
  for (const char c : code.substr(0, 6)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : 0;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  const std::string_view font = node.attribute("w:font").value();
  if (font.starts_with("Wingdings")) {
    const auto sign = value & 0xFFU;
    out.text.append(sign == 0xFC || sign == 0xFE || sign == 0x52 ? "√" : sign == 0xA8 || sign == 0xA3 ? "□" : "");
  } else if (value >= 0x20 && value < 0x7F) {
    const char c = static_cast<char>(value);
    out.text.append({&c, 1});
  } else if (value >= 0x800 && value < 0xE000) {
    const std::string text{static_cast<char>(0xE0U | (value >> 12U)),
                           static_cast<char>(0x80U | ((value >> 6U) & 0x3FU)),
                           static_cast<char>(0x80U | (value & 0x3FU))};
    out.text.append(text);
  }
}

void InlineReader::read_field_mark(pugi::xml_node node) {
  const std::string_view type = node.attribute("w:fldCharType").value();
  if (type == "begin") {
    fields_.begin();
  } else if (type == "separate") {
    fields_.separate();
  } else if (type == "end") {
    fields_.end();
  }
}

void InlineReader::read_note(pugi::xml_node reference, std::string_view kind, Inlines& out) {
  const auto& part = kind == "w:footnote" ? reading_.parts.footnotes : reading_.parts.endnotes;
  const auto* id = reference.attribute("w:id").value();
  if (!part || !reading_.notes_read.insert(std::string(kind) + id).second) {
    return;
  }
  if (const auto note = part->root().find_child_by_attribute("w:id", id)) {
    out.text.anchor(MarkKind::note);
    out.notes.push_back(note);
  }
}

void InlineReader::read_comment(pugi::xml_node reference, Inlines& out) {
  const auto comment = reading_.parts.comments.find(reference.attribute("w:id").value());
  if (comment != reading_.parts.comments.end() && comment->second.author == word::names::kAuthor) {
    out.comment_ids.push_back(comment->first);
  } else {
    ++reading_.remarks.comments;
  }
}

/// Word offers a drawing of its own time and an older picture of it; both show the same.
void InlineReader::read_alternatives(pugi::xml_node node, Inlines& out) {
  const auto choice = node.child("mc:Choice");
  const auto chosen = choice ? choice : node.child("mc:Fallback");
  const Nesting nesting(reading_);
  for (auto child = chosen.first_child(); child && !reading_.stopped(); child = child.next_sibling()) {
    std::string_view(child.name()) == "w:r" ? read_node(child, out) : read_run_child(child, out);
  }
}

void InlineReader::read_graphic(pugi::xml_node node, Inlines& out) {
  say_embedded(node);
  pugi::xml_node drawing;
  // In the order of the file, without recursion; what is inside a text box is read with it.
  for (auto one = node.first_child(); one;) {
    const std::string_view name = one.name();
    const bool box = name == "w:txbxContent";
    const bool skipped = box || (name == "mc:Fallback" && one.previous_sibling());
    if (box) {
      out.boxes.push_back(one);
    } else if (name == "wp:docPr") {
      drawing = one;
    } else if (name == "a:blip") {
      const auto embed = one.attribute("r:embed");
      out.images.push_back(image_of(one, embed ? embed.value() : one.attribute("r:link").value(), drawing));
    } else if (name == "v:imagedata") {
      out.images.push_back(image_of(one, one.attribute("r:id").value(), drawing));
    }
    auto next = skipped ? pugi::xml_node() : one.first_child();
    while (!next && one != node) {
      next = one.next_sibling();
      one = one.parent();
    }
    one = next;
  }
}

Image InlineReader::image_of(pugi::xml_node node, std::string_view relationship, pugi::xml_node drawing) {
  std::string name;
  characters::append_clean(ooxml::last_segment(reading_.parts.relationships.part_of_id(relationship)), name);
  std::string alt;
  const auto described = drawing.attribute("descr");
  characters::append_clean(described ? described.value() : node.attribute("o:title").value(), alt);
  return {reading_.arena.store(name), reading_.arena.store(alt)};
}

void InlineReader::say_embedded(pugi::xml_node node) {
  const auto object = node.child("o:OLEObject");
  if (!object) {
    return;
  }
  std::string program;
  characters::append_clean(object.attribute("ProgID").value(), program);
  reading_.diagnostics.report(
      "docx-embedded-object", Severity::warning,
      {"文档里嵌入的对象（" + program + "）没有读取；如果是表格，请在Word中打开后粘贴为普通表格。",
       "An embedded object (" + program +
           ") was not read; if it is a table, open it in Word and paste it as a table."});
}

}  // namespace nianbao::docx
