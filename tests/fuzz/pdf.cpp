// Drawn pages from bytes: the geometry of the pdf reader. Poppler, which makes the pages of a file, lives and dies in a
// program of its own (docs/adr/0012-pdf.md).
#include <array>
#include <cstdint>
#include <string>

#include "fuzz_support.hpp"
#include "layout/blocks.hpp"

using namespace nianbao::fuzz;
using namespace nianbao::pdf;

namespace {

constexpr std::uint64_t kMostPositions = 5000;

class Artist {
 public:
  Artist(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) { new_page(); }

  void draw_all() {
    while (at_ < size_ && pages_.size() < 20) {
      switch (byte() % 8) {
        case 0:
          new_page();
          break;
        case 1:
        case 2:
          rule();
          break;
        case 3:
          tables_.emplace_back();
          tables_.back().rows.emplace_back();
          break;
        case 4:
          tag();
          break;
        default:
          write();
      }
    }
  }

  [[nodiscard]] const std::vector<Page>& pages() const { return pages_; }
  [[nodiscard]] const std::vector<TaggedTable>& tables() const { return tables_; }

 private:
  std::uint8_t byte() { return at_ < size_ ? data_[at_++] : std::uint8_t{0}; }
  /// A place on the page, in steps of a quarter of the smallest distance that counts.
  double place() { return 2.5 * byte() + 0.5 * (byte() % 8); }

  void new_page() {
    Page page;
    page.number = static_cast<std::uint32_t>(pages_.size() + 1);
    page.width = 595;
    page.height = 842;
    pages_.push_back(std::move(page));
  }

  void rule() {
    Ruling ruling{byte() % 2 == 0, place(), place(), 0};
    ruling.to = ruling.from + place();
    pages_.back().rulings.push_back(ruling);
  }

  void write() {
    static const std::array<const char*, 16> kTexts = {"1", "23", "年", "一", "、", "（", "）", "：",
                                                       ".", "-",  "/",  "a",  "。", "总", "计", " "};
    const double size = 5 + byte() % 12;
    double x = place();
    const double y = place();
    for (int i = byte() % 16; i >= 0; --i) {
      const std::string text = kTexts[byte() % kTexts.size()];
      const double width = text.size() < 3 ? size / 2 * static_cast<double>(text.size()) : size;
      pages_.back().glyphs.push_back({text, {x, y, x + width, y + size}, size, i % 3 == 0, mark_});
      x += width;
    }
    mark_ = (mark_ + 1) % 100;
  }

  void tag() {
    if (tables_.empty()) {
      return;
    }
    auto& rows = tables_.back().rows;
    if (byte() % 4 == 0) {
      rows.emplace_back();
    }
    TaggedCell cell{1U + byte() % 5, 1U + byte() % 5, {}, {}};
    cell.content.push_back({1U + byte() % 20U, byte() % 100});
    if (byte() % 16 == 0 && tables_.size() > 1) {
      cell.inner.push_back(tables_.front());
    }
    rows.back().push_back(std::move(cell));
  }

  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
  std::int32_t mark_ = 0;
  std::vector<Page> pages_;
  std::vector<TaggedTable> tables_;
};

/// The cells of every table tile its grid.
void check(const Grid& grid) {
  std::uint64_t area = 0;
  for (const auto& cell : grid.cells) {
    require(cell.rowspan > 0 && cell.row + cell.rowspan <= grid.rows());
    require(cell.colspan > 0 && cell.column + cell.colspan <= grid.columns());
    area += std::uint64_t{cell.rowspan} * cell.colspan;
    for (const auto& inner : cell.inner) {
      check(inner);
    }
  }
  require(area == std::uint64_t{grid.rows()} * grid.columns());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Artist artist(data, size);
  artist.draw_all();
  for (const auto& block : blocks_of(
           artist.pages(), [&] { return artist.tables(); }, kMostPositions)) {
    if (const auto* grid = std::get_if<Grid>(&block)) {
      check(*grid);
    }
  }
  return 0;
}
