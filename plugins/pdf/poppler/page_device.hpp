// What poppler draws → a Page: characters with their boxes, and straight lines, in one pass.
#pragma once

#include <OutputDev.h>

#include <optional>

#include "layout/page.hpp"

namespace nianbao::pdf {

/// Draws into a Page. Bounded: what goes beyond the limits of a page is not kept, and `overflowed` says so.
class PageDevice final : public OutputDev {
 public:
  /// `own_file`: written by our own writer; notes in it are a draft's remarks and are left out.
  explicit PageDevice(bool own_file) : own_file_(own_file) {}

  /// The page drawn last; ready for the next.
  [[nodiscard]] Page take();
  [[nodiscard]] bool overflowed() const noexcept { return overflowed_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }

  void startPage(int number, GfxState* state, XRef* xref) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override;
  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState* state) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                     bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colors,
                 bool interpolate, const int* mask, bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colors,
                       bool interpolate, Stream* mask, int mask_width, int mask_height, bool mask_invert,
                       bool mask_interpolate) override;
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* colors, bool interpolate, Stream* mask, int mask_width, int mask_height,
                           GfxImageColorMap* mask_colors, bool mask_interpolate) override;

 private:
  void add_glyph(Glyph glyph);
  void add_ruling(const Rect& box);
  void add_picture(GfxState* state);

  Page page_;
  bool own_file_;
  std::optional<std::size_t> remark_;  ///< how much marked content was open where a remark began
  bool overflowed_ = false;
  std::vector<std::int32_t> marks_;  ///< of the marked content that is open, from the outermost inwards
  bool replacing_ = false;           ///< inside a stretch of which the file states the text
  std::string replacement_;
  Rect replaced_;
  double replaced_size_ = 0;
};

}  // namespace nianbao::pdf
