#include "canvas.hpp"

#include <cairo-pdf.h>

#include <cmath>

#include "blanks.hpp"

namespace nianbao::pdf_write {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

PangoAlignment pango(Alignment alignment) {
  switch (alignment) {
    case Alignment::centre:
      return PANGO_ALIGN_CENTER;
    case Alignment::right:
      return PANGO_ALIGN_RIGHT;
    case Alignment::both:
    case Alignment::left:
      break;
  }
  return PANGO_ALIGN_LEFT;
}

int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>> font(const Style& style) {
  std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), style.families);
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return font;
}

}  // namespace

SetText::SetText(std::unique_ptr<PangoLayout, Releaser<g_object_unref>> layout, const Style& style)
    : layout_(std::move(layout)),
      style_(style),
      lines_(static_cast<std::size_t>(pango_layout_get_line_count(layout_.get()))) {}

Canvas::Canvas(std::string_view title)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, Page::kWidth, Page::kHeight)),
      cairo_(cairo_create(surface_.get())),
      fonts_(pango_cairo_font_map_new()),
      context_(pango_font_map_create_context(fonts_.get())) {
  // The same Document gives the same bytes: no clock.
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "nianbao");
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
  pango_cairo_update_context(cairo_.get(), context_.get());
  pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
  // Widths of characters are those of the font, not of a screen.
  std::unique_ptr<cairo_font_options_t, Releaser<cairo_font_options_destroy>> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options.get());
  open_tag("Document");
}

Canvas::~Canvas() = default;

SetText Canvas::set(std::string_view text, const Style& style, double width) const {
  std::unique_ptr<PangoLayout, Releaser<g_object_unref>> layout(pango_layout_new(context_.get()));
  pango_layout_set_font_description(layout.get(), font(style).get());
  const auto words = style.alignment == Alignment::both ? set_blanks(text) : std::string(text);
  pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
  if (width > 0) {
    pango_layout_set_width(layout.get(), units(std::max(width - style.inset, style.size)));
  }
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent(layout.get(), units(style.indent));
  pango_layout_set_alignment(layout.get(), pango(style.alignment));
  pango_layout_set_justify(layout.get(), style.alignment == Alignment::both ? TRUE : FALSE);
  if (style.spacing != 0) {
    std::unique_ptr<PangoAttrList, Releaser<pango_attr_list_unref>> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_letter_spacing_new(units(style.spacing)));
    pango_layout_set_attributes(layout.get(), attributes.get());
  }
  return {std::move(layout), style};
}

double Canvas::natural_width(std::string_view text, const Style& style) const {
  const auto set_text = set(text, style, 0);
  int width = 0;
  pango_layout_get_size(set_text.layout_.get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

void Canvas::draw(const SetText& text, std::size_t from, std::size_t to, double x, double y) {
  if (from == 0) {
    drawn_.characters += static_cast<std::size_t>(pango_layout_get_character_count(text.layout_.get()));
    drawn_.without_font += static_cast<std::size_t>(pango_layout_get_unknown_glyphs_count(text.layout_.get()));
  }
  // Where the baseline of a line stands in its pitch.
  const double baseline = text.style_.pitch / 2 + 0.36 * text.style_.size;
  std::unique_ptr<PangoLayoutIter, Releaser<pango_layout_iter_free>> lines(pango_layout_get_iter(text.layout_.get()));
  for (std::size_t number = 0; number < to; ++number) {
    if (number >= from) {
      PangoRectangle extents{};
      pango_layout_iter_get_line_extents(lines.get(), nullptr, &extents);
      cairo_move_to(cairo_.get(), x + static_cast<double>(extents.x) / PANGO_SCALE,
                    y + static_cast<double>(number - from) * text.style_.pitch + baseline);
      pango_cairo_show_layout_line(cairo_.get(), pango_layout_iter_get_line_readonly(lines.get()));
    }
    if (pango_layout_iter_next_line(lines.get()) == FALSE) {
      break;
    }
  }
}

void Canvas::fill(double x, double y, double width, double height) {
  cairo_save(cairo_.get());
  cairo_set_source_rgb(cairo_.get(), 1.0, 0.949, 0.8);
  cairo_rectangle(cairo_.get(), x, y, width, height);
  cairo_fill(cairo_.get());
  cairo_restore(cairo_.get());
}

void Canvas::line(double x1, double y1, double x2, double y2, double thickness) {
  cairo_set_line_width(cairo_.get(), thickness);
  cairo_set_line_cap(cairo_.get(), CAIRO_LINE_CAP_SQUARE);
  cairo_move_to(cairo_.get(), x1, y1);
  cairo_line_to(cairo_.get(), x2, y2);
  cairo_stroke(cairo_.get());
}

void Canvas::open_tag(const char* name) { cairo_tag_begin(cairo_.get(), name, nullptr); }
void Canvas::close_tag(const char* name) { cairo_tag_end(cairo_.get(), name); }

void Canvas::draw_page_number() {
  const auto number = set("— " + std::to_string(page_) + " —", footer_style(), 0);
  int width = 0;
  pango_layout_get_size(number.layout_.get(), &width, nullptr);
  const double inset = footer_style().size;
  const bool even = page_ % 2 == 0;
  const double right = Page::kLeft + Page::kTextWidth - inset - static_cast<double>(width) / PANGO_SCALE;
  draw(number, 0, 1, even ? Page::kLeft + inset : right, Page::kFooter - footer_style().pitch / 2);
}

void Canvas::next_page() {
  draw_page_number();
  cairo_show_page(cairo_.get());
  ++page_;
}

Result<std::string> Canvas::finish() {
  draw_page_number();
  close_tag("Document");
  cairo_show_page(cairo_.get());
  auto status = cairo_status(cairo_.get());
  cairo_.reset();
  cairo_surface_finish(surface_.get());
  status = status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status(surface_.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    const std::string why = cairo_status_to_string(status);
    return Error{ErrorKind::output,
                 "pdf-not-written",
                 {"无法生成PDF：" + why + "。", "The PDF could not be made: " + why + "."},
                 "",
                 {"请改用docx或html。", "Write docx or html instead."}};
  }
  return std::move(bytes_);
}

}  // namespace nianbao::pdf_write
