// Pages of a PDF file and text on them, by Cairo and Pango.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

#include "styles.hpp"

namespace nianbao::pdf_write {

/// A4 with the text of 156 × 225 mm, in points.
struct Page {
  static constexpr double kMillimetre = 72 / 25.4;
  static constexpr double kWidth = 210 * kMillimetre;
  static constexpr double kHeight = 297 * kMillimetre;
  static constexpr double kLeft = 28 * kMillimetre;
  static constexpr double kTop = 37 * kMillimetre;
  static constexpr double kTextWidth = 156 * kMillimetre;
  static constexpr double kTextHeight = 225 * kMillimetre;
  static constexpr double kBottom = kTop + kTextHeight;
  static constexpr double kPitch = kTextHeight / 22;
  static constexpr double kFooter = kBottom + 7 * kMillimetre;
};

template <auto Release>
struct Releaser {
  template <typename T>
  void operator()(T* object) const noexcept {
    Release(object);
  }
};

/// A text broken into lines.
class SetText {
 public:
  SetText(std::unique_ptr<PangoLayout, Releaser<g_object_unref>> layout, const Style& style);

  [[nodiscard]] std::size_t lines() const noexcept { return lines_; }
  [[nodiscard]] double pitch() const noexcept { return style_.pitch; }
  [[nodiscard]] double height() const noexcept { return static_cast<double>(lines_) * style_.pitch; }
  [[nodiscard]] const Style& style() const noexcept { return style_; }

 private:
  friend class Canvas;
  std::unique_ptr<PangoLayout, Releaser<g_object_unref>> layout_;
  Style style_;
  std::size_t lines_;
};

/// One PDF file being drawn. Not thread-safe.
class Canvas {
 public:
  explicit Canvas(std::string_view title);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] SetText set(std::string_view text, const Style& style, double width) const;
  /// The width of the text's longest line, unbroken.
  [[nodiscard]] double natural_width(std::string_view text, const Style& style) const;
  /// Draws lines [from, to) of the text with the top of the first at (x, y).
  void draw(const SetText& text, std::size_t from, std::size_t to, double x, double y);
  void fill(double x, double y, double width, double height);
  void line(double x1, double y1, double x2, double y2, double thickness);

  void open_tag(const char* name);
  void close_tag(const char* name);
  /// Finishes the page with its number and begins the next.
  void next_page();
  /// Characters that were drawn, and those of them that no font of this computer has: they show as boxes or not at all.
  struct Drawn {
    std::size_t characters = 0;
    std::size_t without_font = 0;
  };
  [[nodiscard]] const Drawn& drawn() const noexcept { return drawn_; }
  /// The file. Nothing can be drawn afterwards.
  [[nodiscard]] Result<std::string> finish();

 private:
  void draw_page_number();

  std::string bytes_;
  std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>> surface_;
  std::unique_ptr<cairo_t, Releaser<cairo_destroy>> cairo_;
  std::unique_ptr<PangoFontMap, Releaser<g_object_unref>> fonts_;
  std::unique_ptr<PangoContext, Releaser<g_object_unref>> context_;
  int page_ = 1;
  Drawn drawn_;
};

}  // namespace nianbao::pdf_write
