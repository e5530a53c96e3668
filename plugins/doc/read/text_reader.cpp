#include "read/text_reader.hpp"

#include <string>

#include "file/utf16.hpp"
#include "read/pictures.hpp"

namespace nianbao::doc {

namespace {

namespace mark {
constexpr char16_t kPicture = 0x01;
constexpr char16_t kNote = 0x02;
constexpr char16_t kComment = 0x05;
constexpr char16_t kShape = 0x08;
constexpr char16_t kTab = 0x09;
constexpr char16_t kLineBreak = 0x0B;
constexpr char16_t kFieldBegin = 0x13;
constexpr char16_t kFieldResult = 0x14;
constexpr char16_t kFieldEnd = 0x15;
constexpr char16_t kNoBreakHyphen = 0x1E;
}  // namespace mark

bool is_control(char16_t unit) { return unit < 0x20; }

}  // namespace

void TextReader::read(TextRange range, Inlines& out) {
  const auto text = reading_.file.text();
  for (auto at = range.from; at < range.to;) {
    std::size_t until = range.to;
    const auto properties = reading_.file.character(at, range.to, until);
    const auto run = text.substr(at, until - at);
    if (properties.deleted) {
      ++reading_.remarks.changes;
      reading_.account.left_out += count_seen(run);
    } else {
      reading_.remarks.changes += properties.inserted ? 1 : 0;
      read_run(run, at, properties, out);
    }
    at = until;
  }
}

void TextReader::read_run(std::u16string_view run, std::size_t at, const CharacterProperties& properties,
                          Inlines& out) {
  if (properties.hidden && count_seen(run) > 0 && fields_.shown()) {
    ++reading_.remarks.hidden;
  }
  out.text.set(MarkKind::strong, properties.strong);
  const bool symbols = properties.special && properties.symbol != 0;
  for (std::size_t i = 0; i < run.size();) {
    if (is_control(run[i]) || symbols) {
      read_control(run[i], at + i, properties, out);
      ++i;
      continue;
    }
    const auto from = i;
    while (i < run.size() && !is_control(run[i])) {
      ++i;
    }
    const auto plain = run.substr(from, i - from);
    if (properties.hidden) {
      reading_.account.left_out += count_seen(plain);
    } else {
      add_text(plain, out);
    }
  }
}

void TextReader::add_text(std::u16string_view units, Inlines& out) {
  std::string text;
  append_utf8(units, text);
  if (fields_.shown()) {
    reading_.account.shown += count_seen(units);
    out.text.append(text);
  } else {
    reading_.account.left_out += count_seen(units);
    fields_.instruction(text);
  }
}

void TextReader::read_control(char16_t unit, std::size_t at, const CharacterProperties& properties, Inlines& out) {
  switch (unit) {
    case mark::kFieldBegin:
      return fields_.begin();
    case mark::kFieldResult:
      fields_.separate();
      return say_embedded();
    case mark::kFieldEnd:
      return fields_.end();
    default:
      break;
  }
  if (!fields_.shown() || properties.hidden) {
    return;
  }
  switch (unit) {
    case mark::kTab:
      return out.text.append("\t");
    case mark::kLineBreak:
      return out.text.append("\n");
    case mark::kNoBreakHyphen:
      ++reading_.account.added;
      return out.text.append("-");
    case mark::kPicture:
      return add_picture(properties, out);
    case mark::kShape:
      return add_shape(at, out);
    case mark::kComment:
      ++reading_.remarks.comments;
      return;
    case mark::kNote:
      break;
    default:
      return is_control(unit) ? void() : add_symbol(properties.symbol, out);
  }
  for (const auto& note : anchors_.take_notes(at)) {
    out.text.anchor(MarkKind::note);
    out.notes.push_back(note);
  }
}

/// Symbol fonts keep their signs at U+F0xx, which means nothing without the font; the ticks and boxes
/// of forms are told by their places in it.
void TextReader::add_symbol(std::uint32_t symbol, Inlines& out) {
  const auto sign = symbol & 0xFFU;
  const bool in_font = symbol >= 0xF000 && symbol <= 0xF0FF;
  const auto* known = sign == 0xFC || sign == 0xFE || sign == 0x52 ? u"√" : sign == 0xA8 || sign == 0xA3 ? u"□" : u"";
  const char16_t own[] = {static_cast<char16_t>(symbol), 0};
  const std::u16string_view text = in_font ? known : own;
  std::string utf8;
  append_utf8(text, utf8);
  out.text.append(utf8);
  // The file has one character, a bracket, for every symbol.
  reading_.account.shown += text.empty() ? 0 : 1;
  reading_.account.left_out += text.empty() ? 1 : 0;
}

void TextReader::add_picture(const CharacterProperties& properties, Inlines& out) {
  if (!properties.special || properties.picture < 0) {
    return;
  }
  const auto name =
      picture_name(reading_.file.data(), static_cast<std::uint64_t>(properties.picture), ++reading_.images);
  reading_.account.added += count_seen(name);
  out.images.push_back({reading_.arena.store(name), {}});
}

/// A shape is a text box, or something that is drawn.
void TextReader::add_shape(std::size_t at, Inlines& out) {
  const auto boxes = anchors_.take_boxes(at);
  if (boxes.empty()) {
    const auto name = "image" + std::to_string(++reading_.images);
    reading_.account.added += count_seen(name);
    out.images.push_back({reading_.arena.store(name), {}});
  }
  out.boxes.insert(out.boxes.end(), boxes.begin(), boxes.end());
}

void TextReader::say_embedded() {
  constexpr std::string_view kEmbed = "EMBED";
  const auto instruction = fields_.instruction();
  const auto at = instruction.find(kEmbed);
  if (at == std::string_view::npos || instruction.find_first_not_of(' ') != at) {
    return;
  }
  const auto program = instruction.substr(std::min(at + kEmbed.size() + 1, instruction.size()));
  const std::string name(program.substr(0, program.find(' ')));
  reading_.diagnostics.report(
      "doc-embedded-object", Severity::warning,
      {"文档里嵌入的对象（" + name + "）没有读取；如果是表格，请在Word中打开后粘贴为普通表格。",
       "An embedded object (" + name + ") was not read; if it is a table, open it in Word and paste it as a table."});
}

}  // namespace nianbao::doc
