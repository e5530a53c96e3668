#include "poppler/file.hpp"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Stream.h>

#include <memory>

#include "poppler/page_device.hpp"
#include "poppler/structure.hpp"

namespace nianbao::pdf {
namespace {

Error refused(const char* code, Message message, Message hint) {
  return {ErrorKind::input, code, std::move(message), "", std::move(hint)};
}

Error not_opened(int code) {
  if (code == errEncrypted) {
    return refused("pdf-encrypted",
                   {"文件已加密，需要密码才能打开。", "The file is encrypted; it opens with a password only."},
                   {"请在PDF软件中输入密码打开，另存为不加密的文件后重试。",
                    "Open it with its password, save it without encryption, and try again."});
  }
  return refused("pdf-damaged",
                 {"PDF文件已损坏或不完整，无法读取。", "The PDF file is damaged or incomplete and cannot be read."},
                 {"请重新获取文件；如能用PDF软件打开，可另存后重试。",
                  "Get the file again; if a PDF program opens it, save it anew and try again."});
}

Error too_many(int pages, std::uint32_t limit) {
  const auto found = std::to_string(pages);
  const auto most = std::to_string(limit);
  return refused("pdf-too-many-pages",
                 {"文件有" + found + "页，超过上限" + most + "页。",
                  "The file has " + found + " pages, more than the limit of " + most + "."},
                 {"一份年报不会这么长；多份年报请分成多个文件。",
                  "No report is that long; put several reports into files of their own."});
}

Error scanned() {
  return refused(
      "pdf-scanned",
      {"文件是扫描件：页面是图片，没有可读取的文字。", "The file is a scan: its pages are pictures without text."},
      {"请使用原始的Word或PDF文件；没有时，先用文字识别（OCR）软件转成Word，逐一核对数字后再用。",
       "Use the original Word or PDF file; if there is none, turn it into Word with a program for text "
       "recognition and compare every figure before you use it."});
}

Error empty() {
  return refused("pdf-empty", {"PDF文件中没有文字。", "There is no text in the PDF file."},
                 {"请确认文件已完整保存。", "Check that it was saved completely."});
}

/// Says what of the pages cannot be trusted; an Error if nothing can be read.
Result<void> judge(const std::vector<Page>& pages, const Context& context) {
  std::size_t shown = 0;
  std::size_t unreadable = 0;
  std::size_t pictured = 0;
  for (const auto& page : pages) {
    constexpr double kMostOfThePage = 0.5;
    const bool picture = page.pictures > kMostOfThePage && page.glyphs.size() < 20;
    shown += page.glyphs.size();
    unreadable += page.unreadable;
    pictured += picture ? 1 : 0;
    Place at;
    at.page = page.number;
    if (picture) {
      context.diagnostics.report("pdf-picture-page", Severity::warning,
                                 {"这一页是图片，没有可读取的文字，其内容没有读入。",
                                  "This page is a picture without text; its content was not read."},
                                 at);
    }
    if (page.remarks > 0) {
      context.diagnostics.report("pdf-draft-remarks", Severity::note,
                                 {"这一页有草稿的备注，不是报告的内容，没有读入。",
                                  "This page has a draft's remarks; they are no part of the report and were not read."},
                                 at);
    }
    if (page.unreadable > 0) {
      const auto count = std::to_string(page.unreadable);
      context.diagnostics.report(
          "pdf-unreadable-characters", Severity::warning,
          {"这一页有" + count + "个字符，文件没有说明是什么字，未能读入；请对照原件核对。",
           "The file does not say which characters " + count + " of this page are; compare it with the original."},
          at);
    }
  }
  if (pictured == pages.size() || (shown == 0 && unreadable == 0 && pictured > 0)) {
    return scanned();
  }
  if (shown == 0) {
    return empty();
  }
  return {};
}

/// Poppler's settings are one for the program, and it prints its complaints unless told otherwise. A package that carries
/// poppler's data (tools/offline-package) says where they lie; else they are where poppler was built to look.
void prepare_library() {
  if (!globalParams) {
    globalParams = std::make_unique<GlobalParams>(std::getenv("NIANBAO_POPPLER_DATA"));
    globalParams->setErrQuiet(true);
  }
}

}  // namespace

Result<void> read_content(const std::string& bytes, const Context& context, const PagesUser& use) {
  prepare_library();
  // The document owns the stream, the stream does not own the bytes.
  PDFDoc document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  if (!document.isOk()) {
    return not_opened(document.getErrorCode());
  }
  const int count = document.getNumPages();
  if (count <= 0) {
    return not_opened(errDamaged);
  }
  if (static_cast<std::uint32_t>(count) > context.limits.pages) {
    return too_many(count, context.limits.pages);
  }
  const auto creator = document.getDocInfoCreator();
  PageDevice device(creator != nullptr && creator->toStr() == "nianbao");
  std::vector<Page> pages;
  for (int number = 1; number <= count; ++number) {
    constexpr double kPointsPerInch = 72;
    document.displayPage(&device, number, kPointsPerInch, kPointsPerInch, 0, false, true, false);
    pages.push_back(device.take());
    pages.back().number = static_cast<std::uint32_t>(number);
  }
  if (device.overflowed()) {
    context.diagnostics.report(
        "pdf-page-overfull", Severity::warning,
        {"有的页面内容过多，超出部分没有读入。", "A page holds too much; not all of it was read."});
  }
  NIANBAO_CHECK(judge(pages, context));
  use(pages, [&] { return tagged_tables(document); });
  return {};
}

}  // namespace nianbao::pdf
