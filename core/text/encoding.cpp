#include <algorithm>
#include <array>

#include <nianbao/sdk/encoding.hpp>

#include "text/converter.hpp"
#include "text/utf8.hpp"

namespace nianbao {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 64 * 1024;

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
constexpr std::array kMarks = {ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"},
                               ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"}, ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"},
                               ByteOrderMark{"\x84\x31\x95\x33"sv, "GB18030"}};

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

Error not_text(Message seems) {
  return {ErrorKind::input,
          "input-not-text",
          {"这不是文本文件，看起来是" + seems.zh + "。", "This is not a text file; it seems to be " + seems.en + "."},
          "",
          {"请确认文件类型；扩展名可能有误，可用 --from-container 指明。",
           "Check the type of the file: its name may be wrong. --from-container names the container."}};
}

Error binary_at(std::size_t position) {
  const auto place = std::to_string(position);
  return not_text(
      {"二进制数据（第" + place + "字节处有非文本字符）", "binary data (no text character at byte " + place + ")"});
}

/// A UTF-16 unit as Chinese text has them: ASCII, Han, CJK and full-width punctuation.
bool plausible_unit(unsigned char high, unsigned char low) {
  if (high == 0) {
    return (low >= 0x20 && low < 0x7F) || low == '\n' || low == '\r' || low == '\t';
  }
  return (high >= 0x4E && high <= 0x9F) || high == 0x30 || high == 0xFF || high == 0x20;
}

/// The byte order of UTF-16 without a mark, told by how many of the units make sense; null if neither does.
const char* unmarked_utf16(std::string_view bytes) {
  const auto head = bytes.substr(0, kHead);
  const auto units = head.size() / 2;
  if (units < 2) {
    return nullptr;
  }
  std::size_t little = 0;
  std::size_t big = 0;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    const auto first = static_cast<unsigned char>(head[i]);
    const auto second = static_cast<unsigned char>(head[i + 1]);
    little += static_cast<std::size_t>(plausible_unit(second, first));
    big += static_cast<std::size_t>(plausible_unit(first, second));
  }
  if (std::max(little, big) * 20 < units * 19 || little == big) {
    return nullptr;
  }
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

void report_cut_off(DiagnosticSink& diagnostics, std::size_t size) {
  Place at;
  at.bytes = Range{size, size};
  diagnostics.report("encoding-cut-off", Severity::warning,
                     {"文件在一个汉字中间断开，末尾不完整的字符已略去；文件可能没有下载完整。",
                      "The file ends inside a character, which was left out; it may not have been transferred whole."},
                     at);
}

void report_damage(DiagnosticSink& diagnostics, const Decoding& decoding, std::string_view encoding) {
  Place at;
  at.bytes = Range{*decoding.first_damage, *decoding.first_damage + 1};
  const auto count = std::to_string(decoding.damaged);
  const auto name = std::string(encoding);
  diagnostics.report("encoding-damaged", Severity::warning,
                     {"按" + name + "读取时有" + count + "处字符无法识别，以“�”代替。",
                      count + " characters could not be read as " + name + " and were replaced by U+FFFD."},
                     at);
}

/// Decodes an encoding that is known; damaged characters become U+FFFD. Asked strictly first, since only then a
/// character cut off at the end is told from a damaged one.
Decoding decode_known(std::string_view bytes, std::size_t skip, const char* encoding) {
  auto whole = decode_as(bytes, skip, encoding, OnDamage::fail);
  return whole ? std::move(*whole) : *decode_as(bytes, skip, encoding, OnDamage::replace);
}

DecodedText finish(Decoding decoding, std::string encoding, std::size_t size, DiagnosticSink& diagnostics) {
  if (decoding.cut_off) {
    report_cut_off(diagnostics, size);
  }
  if (decoding.damaged > 0) {
    report_damage(diagnostics, decoding, encoding);
  }
  return {std::move(decoding.text), std::move(encoding), std::move(decoding.map)};
}

/// Few enough damaged characters that the encoding is right and the file is not whole.
bool mostly_whole(const Decoding& decoding) { return decoding.damaged * 200 <= decoding.characters; }

DecodedText take_utf8(std::string bytes, std::size_t mark, const Utf8Check& check, DiagnosticSink& diagnostics) {
  if (check.cut_off) {
    report_cut_off(diagnostics, bytes.size());
    bytes.resize(mark + check.valid);
  }
  bytes.erase(0, mark);
  return {std::move(bytes), "UTF-8", ByteMap(mark)};
}

/// Names of the GB family all mean GB18030, which holds the others (and the letters they lack).
std::string converter_for(std::string_view declared) {
  std::string name;
  for (const char c : declared) {
    if (c != ' ' && c != '"' && c != '\'') {
      name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  if (name.starts_with("gb") || name == "x-gbk" || name == "cp936" || name == "ms936" || name == "chinese") {
    return "GB18030";
  }
  return name.starts_with("utf") || name.starts_with("iso-8859") || name == "ascii" || name == "us-ascii" ? "" : name;
}

/// Share of double-byte characters that everyday simplified Chinese consists of: level one of GB 2312
/// and its punctuation. Big5 and Shift-JIS decode as GB18030 too, but into rare characters.
bool everyday_gb(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t everyday = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const auto trail = static_cast<unsigned char>(bytes[i + 1]);
    if (lead < 0x81) {
      continue;
    }
    ++pairs;
    everyday +=
        static_cast<std::size_t>(trail >= 0xA1 && (lead >= 0xA1 && lead <= 0xD7) && (lead <= 0xA3 || lead >= 0xB0));
    ++i;
  }
  return pairs < 20 || everyday * 5 >= pairs * 3;
}

/// Nearly all of it ASCII or Han with its punctuation. Guessers find an encoding for any bytes.
bool reads_as_chinese(const Decoding& decoding) {
  const auto expected = std::count_if(decoding.text.begin(), decoding.text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x7F || (byte >= 0xE3 && byte <= 0xE9) || byte == 0xEF;
  });
  return static_cast<std::size_t>(expected) * 10 >= decoding.characters * 9;
}

Result<DecodedText> guess(std::string_view bytes, DiagnosticSink& diagnostics) {
  if (auto utf8 = decode_as(bytes, 0, "UTF-8", OnDamage::replace); utf8 && utf8->damaged > 0 && mostly_whole(*utf8)) {
    return finish(std::move(*utf8), "UTF-8", bytes.size(), diagnostics);
  }
  if (auto gb = decode_as(bytes, 0, "GB18030", OnDamage::replace); gb && mostly_whole(*gb) && everyday_gb(bytes)) {
    return finish(std::move(*gb), "GB18030", bytes.size(), diagnostics);
  }
  if (const auto name = guess_encoding(bytes)) {
    auto guessed = decode_as(bytes, 0, name->c_str(), OnDamage::replace);
    if (guessed && mostly_whole(*guessed) && reads_as_chinese(*guessed)) {
      diagnostics.report(
          "encoding-guessed", Severity::warning,
          {"文件未标明编码，推测为" + *name + "；如有乱码，请另存为 UTF-8。",
           "The encoding is not stated and was guessed to be " + *name + "; save as UTF-8 if text is garbled."});
      return finish(std::move(*guessed), *name, bytes.size(), diagnostics);
    }
  }
  const auto valid = check_utf8(bytes).valid;
  const auto line =
      std::to_string(1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(valid), '\n'));
  return Error{ErrorKind::input,
               "encoding-unknown",
               {"无法识别文件的编码（已试 UTF-8、GB18030、UTF-16）：按 UTF-8 读到第" + line + "行即有误。",
                "The encoding is not known (UTF-8, GB18030 and UTF-16 were tried): as UTF-8 it is wrong from line " +
                    line + " on."},
               "",
               {"请用文字处理软件打开后另存为 UTF-8 文本。", "Open it in an editor and save it as UTF-8 text."}};
}

/// True where two-byte characters alone make valid UTF-8 of what reads as Chinese in GB18030: a few
/// words such as 联通. Chinese in UTF-8 always has characters of three bytes.
bool short_gb(const Utf8Check& check, std::string_view bytes) {
  return check.longer == 0 && check.two_bytes > 0 && everyday_gb(bytes) &&
         decode_as(bytes, 0, "GB18030", OnDamage::fail);
}

Result<DecodedText> decode_unmarked(std::string bytes, DiagnosticSink& diagnostics, std::string_view declared) {
  const auto check = check_utf8(bytes);
  const bool utf8 = check.valid == bytes.size() || (check.cut_off && check.longer > 0);
  const auto zero = bytes.find('\0');
  // Letters read in pairs look like Han in UTF-16, so that valid UTF-8 is asked only if it has zeros.
  if (const auto* encoding = zero != std::string::npos || !utf8 ? unmarked_utf16(bytes) : nullptr) {
    return finish(decode_known(bytes, 0, encoding), encoding, bytes.size(), diagnostics);
  }
  if (zero != std::string::npos) {
    return binary_at(zero);
  }
  if (utf8 && !short_gb(check, bytes)) {
    return take_utf8(std::move(bytes), 0, check, diagnostics);
  }
  if (const auto name = converter_for(declared); !name.empty() && name != "GB18030") {
    if (auto decoding = decode_as(bytes, 0, name.c_str(), OnDamage::fail)) {
      return finish(std::move(*decoding), std::string(declared), bytes.size(), diagnostics);
    }
  }
  auto gb = decode_as(bytes, 0, "GB18030", OnDamage::fail);
  if (gb && everyday_gb(bytes)) {
    return finish(std::move(*gb), "GB18030", bytes.size(), diagnostics);
  }
  return guess(bytes, diagnostics);
}

Result<DecodedText> decode(std::string bytes, DiagnosticSink& diagnostics, std::string_view declared) {
  if (bytes.starts_with(kUtf8Mark)) {
    const auto check = check_utf8(std::string_view(bytes).substr(kUtf8Mark.size()));
    if (check.valid + kUtf8Mark.size() == bytes.size() || check.cut_off) {
      return take_utf8(std::move(bytes), kUtf8Mark.size(), check, diagnostics);
    }
    return finish(*decode_as(bytes, kUtf8Mark.size(), "UTF-8", OnDamage::replace), "UTF-8", bytes.size(), diagnostics);
  }
  for (const auto& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return finish(decode_known(bytes, mark.bytes.size(), mark.encoding), mark.encoding, bytes.size(), diagnostics);
    }
  }
  return decode_unmarked(std::move(bytes), diagnostics, declared);
}

}  // namespace

Result<DecodedText> decode_text(std::string bytes, DiagnosticSink& diagnostics, std::string_view declared) {
  if (bytes.empty()) {
    return Error{ErrorKind::input,
                 "input-empty",
                 {"文件是空的，没有内容。", "The file is empty."},
                 "",
                 {"请检查文件是否下载或保存完整。", "Check that it was transferred or saved completely."}};
  }
  if (auto seems = identify_binary(std::string_view(bytes).substr(0, kHead))) {
    return not_text(std::move(*seems));
  }
  NIANBAO_TRY(auto decoded, decode(std::move(bytes), diagnostics, declared));
  const auto zero = decoded.text.find('\0');
  if (zero != std::string::npos || count_controls(decoded.text) * 100 > decoded.text.size()) {
    return binary_at(static_cast<std::size_t>(decoded.map.file_offset(zero == std::string::npos ? 0 : zero)));
  }
  return decoded;
}

std::optional<std::string> decode_head(std::string_view head) {
  DiagnosticSink ignored;
  auto decoded = decode_text(std::string(head), ignored);
  return decoded.ok() ? std::optional<std::string>(std::move(decoded->text)) : std::nullopt;
}

}  // namespace nianbao
