#include "writer.hpp"

#include <algorithm>
#include <cmath>

#include "cursor.hpp"
#include "document/own_document.hpp"
#include "remarks.hpp"
#include "table_writer.hpp"

namespace nianbao::pdf_write {
namespace {

class Writer {
 public:
  explicit Writer(Canvas& canvas) : cursor_{canvas} {}

  void append(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      keep_with_next(blocks, i);
      append(blocks[i]);
    }
  }

  void append_text(std::string_view text, const Style& style) {
    const double width = set_width(text, style);
    const auto set = cursor_.canvas.set(text, style, width);
    for (std::size_t line = 0; line < set.lines();) {
      auto fits = static_cast<std::size_t>(std::max(0.0, (cursor_.room() + 0.5) / style.pitch));
      if (fits == 0) {
        cursor_.next_page();
        fits = 1;
      }
      const auto end = std::min(line + fits, set.lines());
      cursor_.canvas.open_tag(style.tag);
      cursor_.canvas.draw(set, line, end, Page::kLeft + (Page::kTextWidth - width) / 2, cursor_.y);
      cursor_.canvas.close_tag(style.tag);
      cursor_.y += static_cast<double>(end - line) * style.pitch;
      line = end;
    }
    cursor_.y += style.after;
  }

 private:
  /// Headings do not stand at the foot of a page without what follows them.
  void keep_with_next(const std::vector<Block>& blocks, std::size_t first) {
    double wanted = 0;
    std::size_t i = first;
    for (; i < blocks.size() && blocks[i].text() != nullptr && style_of(blocks[i]).keep_with_next; ++i) {
      const auto style = style_of(blocks[i]);
      wanted += cursor_.canvas.set(blocks[i].text()->chars, style, Page::kTextWidth).height() + style.after;
    }
    if (i == first || i == blocks.size()) {
      return;
    }
    const auto* table = blocks[i].as<Table>();
    wanted += table == nullptr ? 2 * Page::kPitch : beginning_of(*table, cursor_);
    need(wanted);
  }

  /// A new page if there is less room, unless there is not that much on any.
  void need(double height) {
    if (cursor_.room() < height && height < Page::kTextHeight && !cursor_.at_top()) {
      cursor_.next_page();
    }
  }

  /// A title of several lines is set in lines of one length, so that no single character is left over.
  [[nodiscard]] double set_width(std::string_view text, const Style& style) const {
    const double natural = style.alignment == Alignment::centre ? cursor_.canvas.natural_width(text, style) : 0;
    if (natural <= Page::kTextWidth) {
      return Page::kTextWidth;
    }
    const double lines = std::ceil(natural / Page::kTextWidth);
    return std::min(Page::kTextWidth, natural / lines + 1.5 * style.size);
  }

  void append(const Block& block) {
    if (const auto* table = block.as<Table>()) {
      append(*table);
    } else if (const auto* list = block.as<List>()) {
      append(*list);
    } else if (const auto* image = block.as<Image>()) {
      append_text(std::string(image->name) + " " + std::string(image->alt), note_style());
    } else if (const auto* text = block.text()) {
      append_text(text->chars, style_of(block));
    }
  }

  void append(const List& list) {
    int number = 0;
    for (const auto& item : list.items) {
      ++number;
      bool first = true;
      for (const auto& block : item) {
        const auto* text = block.text();
        if (text == nullptr) {
          append(block);
        } else {
          const auto mark = list.ordered ? std::to_string(number) + ". " : std::string("· ");
          append_text((first ? mark : std::string()) + std::string(text->chars), style_of(block));
        }
        first = false;
      }
    }
  }

  void append(const Table& table) {
    if (!table.caption.empty()) {
      need(caption_style().pitch + beginning_of(table, cursor_));
      append_text(table.caption, caption_style());
    }
    write_table(table, cursor_);
    const auto remarks = remark_lines(table);
    cursor_.y += remarks.empty() ? 0 : note_style().pitch / 4;
    for (const auto& line : remarks) {
      append_text(line, remark_style());
    }
    // Tables that touch would be one.
    cursor_.y += note_style().pitch / 2;
  }

  Cursor cursor_;
};

/// Characters without a font are lost on paper: some are said, most of a text are no PDF.
Result<void> judge_fonts(const Canvas::Drawn& drawn, DiagnosticSink& diagnostics) {
  constexpr std::size_t kMost = 10;  // one in ten
  const auto count = std::to_string(drawn.without_font);
  if (drawn.without_font * kMost > drawn.characters) {
    return Error{ErrorKind::output,
                 "pdf-no-fonts",
                 {"本机缺少中文字体，" + count + "个字符无法显示，没有生成PDF。",
                  "This computer lacks Chinese fonts: " + count + " characters cannot be shown; no PDF was made."},
                 "",
                 {"请安装中文字体（如fonts-noto-cjk）后重试，或改用docx或html。",
                  "Install Chinese fonts, such as fonts-noto-cjk, and try again, or write docx or html."}};
  }
  if (drawn.without_font > 0) {
    diagnostics.report(
        "pdf-characters-without-font", Severity::warning,
        {"有" + count + "个字符在本机的字体中没有，PDF中显示为方框，请核对。",
         "No font of this computer has " + count + " of the characters; they show as boxes: check them."},
        {});
  }
  return {};
}

}  // namespace

Result<std::string> write_pdf(const Document& document, const Context& context) {
  const auto* title = own::title_of(document);
  Canvas canvas(title != nullptr ? title->chars : own::kUntitled);
  Writer writer(canvas);
  for (const auto& property : document.properties) {
    if (property.name == own::kDraftNotice) {
      writer.append_text(std::string(property.name) + "：" + std::string(property.value), draft_notice_style());
    }
  }
  writer.append(document.blocks);
  NIANBAO_CHECK(judge_fonts(canvas.drawn(), context.diagnostics));
  return canvas.finish();
}

}  // namespace nianbao::pdf_write
