#include <array>

#include <nianbao/sdk/encoding.hpp>

namespace nianbao {

namespace {

struct Magic {
  std::string_view bytes;
  std::string_view zh;
  std::string_view en;
};

using namespace std::string_view_literals;

constexpr std::array kMagics = {
    Magic{"%PDF-"sv, "PDF 文件"sv, "a PDF file"sv},
    Magic{"\x7F"
          "ELF"sv,
          "程序文件（ELF）"sv, "a program (ELF)"sv},
    Magic{"\x89PNG\r\n"sv, "图片（PNG）"sv, "a picture (PNG)"sv},
    Magic{"\xFF\xD8\xFF"sv, "图片（JPEG）"sv, "a picture (JPEG)"sv},
    Magic{"GIF8"sv, "图片（GIF）"sv, "a picture (GIF)"sv},
    Magic{"II*\0"sv, "图片（TIFF）"sv, "a picture (TIFF)"sv},
    Magic{"MM\0*"sv, "图片（TIFF）"sv, "a picture (TIFF)"sv},
    Magic{"Rar!\x1A"sv, "压缩包（RAR）"sv, "an archive (RAR)"sv},
    Magic{"7z\xBC\xAF"sv, "压缩包（7z）"sv, "an archive (7z)"sv},
    Magic{"\x1F\x8B"sv, "压缩包（gzip）"sv, "an archive (gzip)"sv},
    Magic{"{\\rtf"sv, "RTF 文档"sv, "an RTF document"sv},
    Magic{"MZ\x90\0"sv, "程序文件（Windows）"sv, "a program (Windows)"sv},
};

Message message(std::string_view zh, std::string_view en) { return {std::string(zh), std::string(en)}; }

/// A zip holds the names of its parts in clear, the telling ones near its start.
Message identify_zip(std::string_view head) {
  const auto holds = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (holds("word/")) {
    return message("Word 文档（docx）", "a Word document (docx)");
  }
  if (holds("xl/")) {
    return message("Excel 表格（xlsx）", "an Excel workbook (xlsx)");
  }
  if (holds("ppt/")) {
    return message("演示文稿（pptx）", "a presentation (pptx)");
  }
  if (holds("application/vnd.oasis.opendocument")) {
    return message("OpenDocument 文档", "an OpenDocument file");
  }
  if (holds("OFD.xml")) {
    return message("OFD 版式文件", "an OFD file");
  }
  return message("ZIP 压缩包（docx、xlsx 也属此类）", "a zip archive (docx and xlsx are such)");
}

/// An OLE file names its streams in UTF-16.
Message identify_ole(std::string_view head) {
  const auto holds = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (holds("W\0o\0r\0d\0D\0o\0c\0"sv)) {
    return message("旧版 Word 文档（doc）", "an old Word document (doc)");
  }
  if (holds("W\0o\0r\0k\0b\0o\0o\0k\0"sv)) {
    return message("旧版 Excel 表格（xls）", "an old Excel workbook (xls)");
  }
  if (holds("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)) {
    return message("加密的 Office 文档（打开需要密码）", "an encrypted Office document (it needs a password)");
  }
  return message("旧版 Office 文档（doc、xls 或 wps）", "an old Office document (doc, xls or wps)");
}

}  // namespace

std::optional<Message> identify_binary(std::string_view head) {
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
    return identify_zip(head);
  }
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return identify_ole(head);
  }
  for (const auto& magic : kMagics) {
    if (head.starts_with(magic.bytes)) {
      return message(magic.zh, magic.en);
    }
  }
  return std::nullopt;
}

}  // namespace nianbao
