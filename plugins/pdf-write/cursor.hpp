// Where the next block begins.
#pragma once

#include "canvas.hpp"

namespace nianbao::pdf_write {

struct Cursor {
  Canvas& canvas;
  double y = Page::kTop;

  [[nodiscard]] double room() const noexcept { return Page::kBottom - y; }
  [[nodiscard]] bool at_top() const noexcept { return y <= Page::kTop; }
  void next_page() {
    canvas.next_page();
    y = Page::kTop;
  }
};

}  // namespace nianbao::pdf_write
