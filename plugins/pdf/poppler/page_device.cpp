#include "poppler/page_device.hpp"

#include <GfxFont.h>
#include <GfxState.h>
#include <Stream.h>
#include <UTF.h>
#include <goo/gmem.h>

#include <cmath>
#include <string_view>

#include "layout/text_lines.hpp"
#include "poppler/path_boxes.hpp"
#include "poppler/unicode_text.hpp"

namespace nianbao::pdf {
namespace {

constexpr std::size_t kMostGlyphs = 1'000'000;
constexpr std::size_t kMostRulings = 100'000;
/// A filled box no thicker than this is a line.
constexpr double kThickestLine = 3.2;
constexpr double kShortestLine = 3.0;
/// Far outside of every page: damaged files have such numbers.
constexpr double kFarthest = 20'000;

bool sane(const Rect& box) {
  const auto near = [](double value) { return std::isfinite(value) && std::abs(value) < kFarthest; };
  return near(box.left) && near(box.top) && near(box.right) && near(box.bottom);
}

bool is_white(const GfxRGB& colour) {
  constexpr double kNearlyWhite = 0.97;
  return colToDbl(colour.r) > kNearlyWhite && colToDbl(colour.g) > kNearlyWhite && colToDbl(colour.b) > kNearlyWhite;
}

/// The size a font appears in; fonts made of drawings have a scale of their own.
double font_size(GfxState* state) {
  double size = state->getTransformedFontSize();
  const auto& font = state->getFont();
  if (font != nullptr && font->getType() == fontType3) {
    const double* matrix = font->getFontMatrix();
    const double* box = font->getFontBBox();
    const double height = std::abs(box[3] - box[1]) * std::abs(matrix[3]);
    size *= height > 0.1 && height < 10 ? 1.0 : std::abs(matrix[3]) * 1000;
  }
  return size;
}

/// The box of a character that begins at x, y and is drawn along width and rise.
Rect glyph_box(GfxState* state, double x, double y, double width, double rise, double size) {
  const auto& font = state->getFont();
  const bool vertical = font != nullptr && font->getWMode() != 0;
  if (vertical) {
    return {x, std::min(y, y + rise), x + size, std::max(y, y + rise)};
  }
  if (std::abs(rise) > std::abs(width)) {
    // Turned text: what is drawn upwards or downwards.
    return {x - 0.5 * size, std::min(y, y + rise), x + 0.5 * size, std::max(y, y + rise)};
  }
  return {std::min(x, x + width), y - 0.8 * size, std::max(x, x + width), y + 0.15 * size};
}

}  // namespace

Page PageDevice::take() {
  auto page = std::move(page_);
  page_ = {};
  return page;
}

void PageDevice::startPage(int number, GfxState* state, XRef* /*xref*/) {
  page_ = {};
  page_.number = static_cast<std::uint32_t>(number);
  page_.width = state->getPageWidth();
  page_.height = state->getPageHeight();
  replacing_ = false;
  marks_.clear();
  remark_.reset();
}

void PageDevice::beginMarkedContent(const char* name, Dict* properties) {
  constexpr std::size_t kDeepest = 1000;
  if (marks_.size() >= kDeepest) {
    overflowed_ = true;
    return;
  }
  if (own_file_ && !remark_ && std::string_view(name) == "Note") {
    remark_ = marks_.size();
  }
  const auto outer = marks_.empty() ? -1 : marks_.back();
  const auto number = properties == nullptr ? Object(objNull) : properties->lookup("MCID");
  marks_.push_back(number.isInt() ? number.getInt() : outer);
}

void PageDevice::endMarkedContent(GfxState* /*state*/) {
  if (!marks_.empty()) {
    marks_.pop_back();
  }
  if (remark_ == marks_.size()) {
    remark_.reset();
  }
}

void PageDevice::add_glyph(Glyph glyph) {
  glyph.mark = marks_.empty() ? -1 : marks_.back();
  if (is_blank(glyph)) {
    if (!page_.glyphs.empty()) {
      page_.glyphs.back().space_after = true;
    }
  } else if (page_.glyphs.size() >= kMostGlyphs) {
    overflowed_ = true;
  } else if (sane(glyph.box)) {
    page_.glyphs.push_back(std::move(glyph));
  }
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                          CharCode code, int bytes, const Unicode* unicode, int length) {
  if (remark_) {
    ++page_.remarks;
    return;
  }
  constexpr int kInvisible = 3;
  const bool blank = bytes == 1 && code == ' ';
  // The space between characters is not part of them.
  const double space = state->getCharSpace() + (blank ? state->getWordSpace() : 0);
  double space_x = 0;
  double space_y = 0;
  state->textTransformDelta(space * state->getHorizScaling(), 0, &space_x, &space_y);
  double x1 = 0;
  double y1 = 0;
  double width = 0;
  double rise = 0;
  state->transform(x - origin_x, y - origin_y, &x1, &y1);
  state->transformDelta(dx - space_x, dy - space_y, &width, &rise);
  const double size = std::max(font_size(state), 0.1);
  Glyph glyph{{}, glyph_box(state, x1, y1, width, rise, size), size, false};
  if ((state->getRender() & 3) == kInvisible) {
    page_.hidden += blank ? 0 : 1;
    return;
  }
  if (replacing_) {
    if (replaced_size_ == 0) {
      replaced_ = glyph.box;
    }
    replaced_.include(glyph.box);
    replaced_size_ = size;
    return;
  }
  glyph.text = text_of(unicode, length);
  if (glyph.text.empty() && !blank) {
    ++page_.unreadable;
  }
  if (!glyph.text.empty()) {
    add_glyph(std::move(glyph));
  }
}

void PageDevice::beginActualText(GfxState* /*state*/, const GooString* text) {
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  replacement_ = text_of(characters, length);
  gfree(characters);
  replacing_ = true;
  replaced_size_ = 0;
}

void PageDevice::endActualText(GfxState* /*state*/) {
  if (replacing_ && replaced_size_ > 0 && !replacement_.empty()) {
    add_glyph({replacement_, replaced_, replaced_size_, false});
  }
  replacing_ = false;
}

void PageDevice::add_ruling(const Rect& box) {
  const bool horizontal = box.width() >= box.height();
  const double thickness = horizontal ? box.height() : box.width();
  const double length = horizontal ? box.width() : box.height();
  if (!sane(box) || thickness > kThickestLine || length < kShortestLine || length < 2 * thickness) {
    return;
  }
  if (page_.rulings.size() >= kMostRulings) {
    overflowed_ = true;
    return;
  }
  page_.rulings.push_back(horizontal ? Ruling{true, box.centre_y(), box.left, box.right}
                                     : Ruling{false, box.centre_x(), box.top, box.bottom});
}

void PageDevice::stroke(GfxState* state) {
  GfxRGB colour;
  state->getStrokeRGB(&colour);
  if (is_white(colour)) {
    return;
  }
  for (const Rect& piece : straight_pieces(state)) {
    add_ruling(piece);
  }
}

void PageDevice::fill(GfxState* state) {
  GfxRGB colour;
  state->getFillRGB(&colour);
  if (is_white(colour)) {
    return;
  }
  for (const Rect& box : boxes_of_parts(state)) {
    add_ruling(box);
  }
}

void PageDevice::eoFill(GfxState* state) { fill(state); }

void PageDevice::add_picture(GfxState* state) {
  auto box = picture_box(state);
  if (!sane(box)) {
    return;
  }
  // Some programs draw lines as pictures.
  add_ruling(box);
  box = {std::max(box.left, 0.0), std::max(box.top, 0.0), std::min(box.right, page_.width),
         std::min(box.bottom, page_.height)};
  const double whole = page_.width * page_.height;
  if (box.width() > 0 && box.height() > 0 && whole > 0) {
    page_.pictures = std::min(1.0, page_.pictures + box.width() * box.height() / whole);
  }
}

void PageDevice::drawImageMask(GfxState* state, Object* /*ref*/, Stream* stream, int width, int height, bool /*invert*/,
                               bool /*interpolate*/, bool inline_image) {
  add_picture(state);
  if (inline_image) {
    OutputDev::drawImageMask(state, nullptr, stream, width, height, false, false, true);
  }
}

void PageDevice::drawImage(GfxState* state, Object* /*ref*/, Stream* stream, int width, int height,
                           GfxImageColorMap* colors, bool /*interpolate*/, const int* /*mask*/, bool inline_image) {
  add_picture(state);
  if (inline_image) {
    OutputDev::drawImage(state, nullptr, stream, width, height, colors, false, nullptr, true);
  }
}

void PageDevice::drawMaskedImage(GfxState* state, Object* /*ref*/, Stream* /*stream*/, int /*width*/, int /*height*/,
                                 GfxImageColorMap* /*colors*/, bool /*interpolate*/, Stream* /*mask*/,
                                 int /*mask_width*/, int /*mask_height*/, bool /*mask_invert*/,
                                 bool /*mask_interpolate*/) {
  add_picture(state);
}

void PageDevice::drawSoftMaskedImage(GfxState* state, Object* /*ref*/, Stream* /*stream*/, int /*width*/,
                                     int /*height*/, GfxImageColorMap* /*colors*/, bool /*interpolate*/,
                                     Stream* /*mask*/, int /*mask_width*/, int /*mask_height*/,
                                     GfxImageColorMap* /*mask_colors*/, bool /*mask_interpolate*/) {
  add_picture(state);
}

}  // namespace nianbao::pdf
