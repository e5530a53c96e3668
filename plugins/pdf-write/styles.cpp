#include "styles.hpp"

#include <algorithm>
#include <array>

#include "canvas.hpp"

namespace nianbao::pdf_write {
namespace {

// 方正小标宋, 仿宋_GB2312 and 楷体_GB2312 may not be embedded by everybody: free fonts of the same kind stand in.
constexpr const char* kSong =
    "Noto Serif CJK SC, Source Han Serif SC, AR PL UMing CN, WenQuanYi Zen Hei, Droid Sans Fallback, serif";
constexpr const char* kHei = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Zen Hei, Droid Sans Fallback, sans-serif";
constexpr const char* kKai =
    "AR PL UKai CN, LXGW WenKai, Noto Serif CJK SC, WenQuanYi Zen Hei, Droid Sans Fallback, serif";

constexpr double kBody = 16;  // 三号
constexpr double kIndent = 2 * kBody;
constexpr double kTight = -0.2;  // 28 characters in a line of 156 mm

Style body() {
  Style style{kSong};
  style.size = kBody;
  style.indent = kIndent;
  style.pitch = Page::kPitch;
  style.spacing = kTight;
  return style;
}

Style heading(int level) {
  auto style = body();
  style.families = level == 1 ? kHei : level == 2 ? kKai : kSong;
  style.bold = level == 3;
  style.keep_with_next = true;
  constexpr std::array<const char*, 6> kTags = {"H1", "H2", "H3", "H4", "H5", "H6"};
  style.tag = kTags[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
  return style;
}

Style title() {
  auto style = body();
  style.size = 22;  // 二号
  style.bold = true;
  style.alignment = Alignment::centre;
  style.indent = 0;
  style.pitch = 35;
  style.after = Page::kPitch;
  style.spacing = 0;
  style.keep_with_next = true;
  return style;
}

Style aligned(Alignment alignment, double inset) {
  auto style = body();
  style.alignment = alignment;
  style.indent = 0;
  style.inset = inset;
  return style;
}

Style of_role(Role role) {
  switch (role) {
    case Role::title:
      return title();
    case Role::subtitle: {
      auto style = aligned(Alignment::centre, 0);
      style.families = kKai;
      style.after = 15;
      return style;
    }
    case Role::caption:
      return caption_style();
    case Role::note:
      return note_style();
    case Role::signoff:
      return aligned(Alignment::right, kIndent);
    case Role::date:
      return aligned(Alignment::right, 2 * kIndent);
    case Role::body:
      break;
  }
  return body();
}

}  // namespace

Style caption_style() {
  auto style = aligned(Alignment::centre, 0);
  style.families = kHei;
  style.size = 14;  // 四号
  style.keep_with_next = true;
  return style;
}

Style note_style() {
  Style style{kSong};
  style.size = 10.5;  // 五号
  style.pitch = 16;
  return style;
}

Style remark_style() {
  auto style = note_style();
  style.tag = "Note";
  return style;
}

Style draft_notice_style() {
  auto style = note_style();
  style.after = style.pitch;
  return style;
}

Style cell_style(bool header) {
  auto style = note_style();
  style.pitch = 14.5;
  style.alignment = header ? Alignment::centre : Alignment::left;
  return style;
}

Style footer_style() {
  Style style{kSong};
  style.size = 14;
  style.alignment = Alignment::left;
  style.pitch = 20;
  return style;
}

Style style_of(const Block& block) {
  if (const auto* text = block.as<Heading>()) {
    return heading(text->level);
  }
  if (const auto* paragraph = block.as<Paragraph>()) {
    return of_role(paragraph->role);
  }
  auto style = note_style();
  style.alignment = Alignment::left;
  return style;
}

}  // namespace nianbao::pdf_write
