#include "layout/paragraphs.hpp"

#include <cmath>

namespace nianbao::pdf {
namespace {

/// Where running text begins and ends on a page.
struct Margins {
  double left = 0;
  double right = 0;
};

Margins margins_of(const PageItems& page, const Margins& usual) {
  std::vector<double> lefts;
  double right = 0;
  for (const auto& item : page.items) {
    if (const auto* line = std::get_if<TextLine>(&item)) {
      lefts.push_back(line->box.left);
      right = std::max(right, line->box.right);
    }
  }
  if (lefts.empty()) {
    return usual;
  }
  std::sort(lefts.begin(), lefts.end());
  const double left = lefts.front();
  constexpr std::size_t kFewLines = 4;
  if (lefts.size() >= kFewLines) {
    return {left, right};
  }
  // A few lines say little: a page may begin with a heading and a table.
  const bool known = usual.right > 0;
  return {known ? std::min(left, usual.left) : left, std::max(right, known ? usual.right : page.width - left)};
}

/// The distance from line to line inside paragraphs, as a multiple of the font's size: of the smaller ones.
double usual_leading(const std::vector<PageItems>& pages) {
  std::vector<double> leadings;
  for (const auto& page : pages) {
    for (std::size_t i = 1; i < page.items.size(); ++i) {
      const auto* above = std::get_if<TextLine>(&page.items[i - 1]);
      const auto* below = std::get_if<TextLine>(&page.items[i]);
      if (above != nullptr && below != nullptr && above->size > 0) {
        leadings.push_back((below->box.centre_y() - above->box.centre_y()) / above->size);
      }
    }
  }
  if (leadings.empty()) {
    return 0;
  }
  const auto middle = leadings.begin() + static_cast<std::ptrdiff_t>(leadings.size() / 4);
  std::nth_element(leadings.begin(), middle, leadings.end());
  return *middle;
}

class Flow {
 public:
  explicit Flow(double leading) : leading_(leading) {}

  void add(PageItems page) {
    margins_ = margins_of(page, margins_);
    page_ = page.number;
    new_page_ = true;
    for (auto& item : page.items) {
      if (auto* line = std::get_if<TextLine>(&item)) {
        add(*line);
      } else {
        blocks_.emplace_back(std::get<Grid>(std::move(item)));
        open_ = false;
      }
      new_page_ = false;
    }
  }

  std::vector<FlowBlock> take() { return std::move(blocks_); }

 private:
  void add(const TextLine& line) {
    if (line.pieces.size() > 1) {
      add_apart(line);
      return;
    }
    const auto text = line.text();
    if (open_ && continues(line) && room_ < least_width(text, line.size) + line.size) {
      append_wrapped(std::get<FlowParagraph>(blocks_.back()).text, text);
    } else {
      blocks_.emplace_back(FlowParagraph{page_, line.box, text});
    }
    open_ = true;
    last_ = line;
    room_ = margins_.right - line.box.right;
  }

  void add_apart(const TextLine& line) {
    auto* before = blocks_.empty() ? nullptr : std::get_if<FlowLines>(&blocks_.back());
    if (before == nullptr || before->page != page_) {
      blocks_.emplace_back(FlowLines{page_, {}});
      before = &std::get<FlowLines>(blocks_.back());
    }
    before->lines.push_back(line);
    open_ = false;
  }

  [[nodiscard]] bool continues(const TextLine& line) const {
    const bool indented = line.box.left - margins_.left > 0.8 * line.size;
    const bool same_size = std::abs(line.size - last_.size) < 0.15 * std::max(line.size, last_.size);
    const double distance = line.box.centre_y() - last_.box.centre_y();
    const bool near = new_page_ || leading_ <= 0 || distance < 1.25 * leading_ * last_.size;
    return !indented && same_size && near;
  }

  double leading_;
  Margins margins_;
  std::uint32_t page_ = 0;
  bool new_page_ = true;
  bool open_ = false;  ///< the last block is a paragraph that may go on
  double room_ = 0;    ///< beside its last line
  TextLine last_;
  std::vector<FlowBlock> blocks_;
};

}  // namespace

std::vector<FlowBlock> flow(std::vector<PageItems> pages) {
  Flow flow(usual_leading(pages));
  for (auto& page : pages) {
    flow.add(std::move(page));
  }
  return flow.take();
}

}  // namespace nianbao::pdf
