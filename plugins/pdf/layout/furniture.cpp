#include "layout/furniture.hpp"

#include <cmath>
#include <map>
#include <string>

namespace nianbao::pdf {
namespace {

constexpr double kMargin = 0.12;  // of the page's height

/// The line with each number as one #, and without spaces.
std::string without_figures(const std::string& text) {
  std::string masked;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      masked += masked.empty() || masked.back() != '#' ? "#" : "";
    } else if (c != ' ') {
      masked += c;
    }
  }
  return masked;
}

/// A number between dashes or nothing: 3, - 3 -, — 3 —.
bool is_number_alone(std::string masked) {
  for (const std::string dash : {"-", "\xE2\x80\x94", "\xE2\x80\x93", "\xEF\xBC\x8D", "\xE2\x94\x80"}) {
    for (auto at = masked.find(dash); at != std::string::npos; at = masked.find(dash)) {
      masked.erase(at, dash.size());
    }
  }
  return masked == "#";
}

/// The line if it stands in the margin at that end of the page, which the outermost item of the page does.
const TextLine* marginal(const PageItems& page, bool top) {
  if (page.items.empty()) {
    return nullptr;
  }
  const auto* line = std::get_if<TextLine>(top ? &page.items.front() : &page.items.back());
  if (line == nullptr) {
    return nullptr;
  }
  const double from_edge = top ? line->box.bottom : page.height - line->box.top;
  return from_edge < kMargin * page.height ? line : nullptr;
}

struct Furniture {
  std::string masked;
  double y;
};

bool same(const Furniture& a, const Furniture& b) { return a.masked == b.masked && std::abs(a.y - b.y) < 4; }

/// Removes one line of this end from every page that has one; false if none has.
bool remove_once(std::vector<PageItems>& pages, bool top) {
  std::vector<Furniture> found;
  for (const auto& page : pages) {
    const auto* line = marginal(page, top);
    found.push_back(line == nullptr ? Furniture{} : Furniture{without_figures(line->text()), line->box.centre_y()});
  }
  std::map<std::string, std::size_t> counts;  // by words, to keep the work below in bounds
  for (const auto& furniture : found) {
    ++counts[furniture.masked];
  }
  bool removed = false;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (found[i].masked.empty()) {
      continue;
    }
    const bool repeated =
        counts[found[i].masked] > 1 &&
        std::count_if(found.begin(), found.end(), [&](const auto& other) { return same(found[i], other); }) > 1;
    if (repeated || is_number_alone(found[i].masked)) {
      auto& items = pages[i].items;
      items.erase(top ? items.begin() : items.end() - 1);
      removed = true;
    }
  }
  return removed;
}

}  // namespace

void remove_furniture(std::vector<PageItems>& pages) {
  constexpr int kMostLines = 3;
  for (const bool top : {true, false}) {
    for (int line = 0; line < kMostLines && remove_once(pages, top); ++line) {
    }
  }
}

}  // namespace nianbao::pdf
