#include "writer.hpp"

#include "document/own_document.hpp"
#include "html/block_writer.hpp"
#include "html/escape.hpp"

namespace nianbao::html {

namespace {

// Sizes and faces follow GB/T 9704-2012 as far as a screen allows.
constexpr std::string_view kStyle = R"(
@page { size: A4; margin: 25mm 22mm; }
:root { color-scheme: light; }
body { margin: 0 auto; padding: 24px 20px 48px; max-width: 52em; color: #1a1a1a; background: #fff;
  font: 16px/1.75 "FangSong", "仿宋_GB2312", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; }
h1, p.title { margin: 1em 0 1.2em; text-align: center; text-indent: 0; font-size: 1.6em; line-height: 1.4; font-weight: bold;
  font-family: "方正小标宋简体", "STZhongsong", "Noto Serif CJK SC", "SimSun", serif; }
p.subtitle { text-align: center; text-indent: 0; }
h2, h3, h4, h5, h6 { margin: 1.2em 0 .5em; line-height: 1.5; break-after: avoid; page-break-after: avoid; }
h2 { font-size: 1.15em; font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; }
h3 { font-size: 1.05em; font-family: "KaiTi", "楷体_GB2312", "Noto Serif CJK SC", serif; }
h4, h5, h6 { font-size: 1em; }
p { margin: .4em 0; text-indent: 2em; white-space: pre-wrap; text-align: justify; overflow-wrap: break-word; }
p.caption { text-align: center; text-indent: 0; font-weight: bold; break-after: avoid; page-break-after: avoid; }
p.note { font-size: .9em; }
p.signoff, p.date { text-align: right; text-indent: 0; }
li > p { text-indent: 0; }
pre { overflow-x: auto; font: 14px/1.5 "Noto Sans Mono CJK SC", "NSimSun", monospace; }
img { max-width: 100%; }
table { width: 100%; margin: .8em 0; border-collapse: collapse; font-size: .875em; line-height: 1.45; }
caption { padding: .3em; font-weight: bold; }
th, td { padding: .3em .4em; border: 1px solid #444; text-align: center; vertical-align: middle; overflow-wrap: break-word; }
th { font-weight: bold; background: #f3f5f8; }
tr { break-inside: avoid; page-break-inside: avoid; }
td.nianbao-shaded, th.nianbao-shaded { background: #fff0c2; outline: 1px dashed #b26a00; outline-offset: -3px; cursor: help; }
td.nianbao-remark, th.nianbao-remark { text-decoration: underline dotted #888; text-underline-offset: .25em; cursor: help; }
.nianbao-reason { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.nianbao-notice { margin: 0 0 1em; padding: .6em 1em; font-size: .9em; }
.nianbao-draft { border: 1px solid #b26a00; border-left-width: 5px; background: #fff8e6; }
.nianbao-facts { border-bottom: 1px solid #ccc; color: #555; }
.nianbao-facts span { display: inline-block; margin-right: 2em; }
@media screen and (max-width: 60em) { table { display: block; overflow-x: auto; } th, td { min-width: 3.5em; } }
@media print { body { max-width: none; padding: 0; font-size: 14pt; } table { font-size: 10.5pt; }
  th, td.nianbao-shaded, .nianbao-draft { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

/// Its title, else its first heading.
std::string_view title_of(const Document& document) {
  if (const auto* title = own::title_of(document)) {
    return title->chars;
  }
  for (const auto& block : document.blocks) {
    if (const auto* heading = block.as<Heading>(); heading != nullptr && !heading->text.chars.empty()) {
      return heading->text.chars;
    }
  }
  return own::kUntitled;
}

void append_head(const Document& document, std::string& out) {
  out += "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"generator\" content=\"nianbao\">\n";
  for (const auto& property : document.properties) {
    out += "<meta name=\"nianbao:";
    append_escaped(property.name, out);
    out += "\" content=\"";
    append_escaped(property.value, out);
    out += "\">\n";
  }
  out += "<title>";
  append_escaped(title_of(document), out);
  out += "</title>\n<style>";
  out += kStyle;
  out += "</style>\n</head>\n";
}

void append_notices(const Document& document, std::string& out) {
  std::string facts;
  for (const auto& property : document.properties) {
    if (property.name == own::kDraftNotice) {
      out += "<div class=\"nianbao-notice nianbao-draft\" role=\"note\">";
      append_with_breaks(property.value, out);
      out += "</div>\n";
    } else {
      facts += "<span>";
      append_escaped(property.name, facts);
      facts += "：";
      append_escaped(property.value, facts);
      facts += "</span>";
    }
  }
  if (!facts.empty()) {
    out += "<div class=\"nianbao-notice nianbao-facts\">" + facts + "</div>\n";
  }
}

}  // namespace

std::string write_page(const Document& document) {
  std::string out;
  append_head(document, out);
  out += "<body>\n";
  append_notices(document, out);
  out += "<main>\n";
  append_blocks(document.blocks, out);
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace nianbao::html
