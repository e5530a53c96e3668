#include "blocks/region.hpp"

#include <algorithm>

#include "blocks/columns.hpp"

namespace nianbao::blocks {

namespace {

// A table's head of one character to a line, and a label cut by page breaks, stay below this.
constexpr std::size_t kWidestGap = 60;

class Finder {
 public:
  explicit Finder(const std::vector<Line>& lines) : lines_(lines) {}

  std::vector<Region> find() {
    std::vector<Region> regions;
    std::size_t free = 0;  // first line no region has taken
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].kind != LineKind::figures || lines_[i].body.empty()) {
        ++i;
        continue;
      }
      const Region region{extend_up(i, free), extend_down(i)};
      if (is_table(region)) {
        regions.push_back(region);
        free = region.to;
      }
      i = region.to;
    }
    return regions;
  }

 private:
  /// A numbered heading of the text: 三、 that does not go on with the numbers of the table's own rows.
  [[nodiscard]] bool parts_regions(const Line& line, int row_number) const {
    const auto number =
        line.kind == LineKind::figures || line.kind == LineKind::columns ? 0 : chinese_number(line.body);
    return number != 0 && (row_number == 0 || number != row_number + 1);
  }

  [[nodiscard]] static bool may_stand_inside(const Line& line) {
    return line.kind != LineKind::row && line.kind != LineKind::heading && line.kind != LineKind::prose;
  }

  /// Below a section's heading all belongs to the table; elsewhere only the columns of its head do.
  [[nodiscard]] std::size_t extend_up(std::size_t first, std::size_t free) const {
    auto top = first;
    for (auto i = first; i > free && first - i < kWidestGap;) {
      const auto& line = lines_[--i];
      if (parts_regions(line, 0) || line.kind == LineKind::heading) {
        top = i + 1;
        break;
      }
      if (!may_stand_inside(line)) {
        break;
      }
      top = line.kind == LineKind::columns ? i : top;
    }
    while (lines_[top].body.empty() && lines_[top].raw.find('\t') == std::string_view::npos) {
      ++top;
    }
    return top;
  }

  [[nodiscard]] std::size_t extend_down(std::size_t first) const {
    auto end = first + 1;
    auto row_number = chinese_number(lines_[first].body);
    for (auto i = first + 1; i < lines_.size() && i - end < kWidestGap; ++i) {
      const auto& line = lines_[i];
      if (!may_stand_inside(line) || parts_regions(line, row_number)) {
        break;
      }
      if (line.kind == LineKind::figures) {
        const auto number = chinese_number(line.body);
        row_number = number != 0 ? number : row_number;
        end = i + 1;
      }
    }
    return end;
  }

  /// Two lines of figures, one below a head, or a whole row; a tab before a line now and then is an indent.
  [[nodiscard]] bool is_table(const Region& region) const {
    std::size_t figures = 0;
    std::size_t heads = 0;
    std::size_t lone = 0;
    bool row = false;
    for (auto i = region.from; i < region.to; ++i) {
      figures += static_cast<std::size_t>(lines_[i].kind == LineKind::figures);
      heads += static_cast<std::size_t>(lines_[i].kind == LineKind::columns);
      row = row || is_row_of_figures(lines_[i]);
      lone += static_cast<std::size_t>(is_lone_tab(lines_[i]));
    }
    return row || figures - lone >= 2 || (figures > lone && heads > 0) || lone >= 6;
  }

  const std::vector<Line>& lines_;
};

}  // namespace

std::vector<Region> find_regions(const std::vector<Line>& lines) { return Finder(lines).find(); }

}  // namespace nianbao::blocks
