// The floor of pdf: poppler draws every page, and nothing is done with it.
//   nianbao-pdf-bare FILE...
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>

#include <cstdio>
#include <memory>

namespace {

class Counter final : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  void drawChar(GfxState* /*state*/, double /*x*/, double /*y*/, double /*dx*/, double /*dy*/, double /*origin_x*/,
                double /*origin_y*/, CharCode /*code*/, int /*bytes*/, const Unicode* /*unicode*/,
                int /*length*/) override {
    ++drawn;
  }
  void stroke(GfxState* /*state*/) override { ++drawn; }
  void fill(GfxState* /*state*/) override { ++drawn; }

  std::size_t drawn = 0;
};

}  // namespace

int main(int argc, char** argv) {
  globalParams = std::make_unique<GlobalParams>();
  Counter counter;
  for (int i = 1; i < argc; ++i) {
    PDFDoc document(std::make_unique<GooString>(argv[i]));
    if (!document.isOk()) {
      return 1;
    }
    for (int page = 1; page <= document.getNumPages(); ++page) {
      document.displayPage(&counter, page, 72, 72, 0, false, true, false);
    }
  }
  std::printf("%zu\n", counter.drawn);
  return 0;
}
