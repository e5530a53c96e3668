#include "poppler/path_boxes.hpp"

#include <algorithm>

namespace nianbao::pdf {
namespace {

/// Calls function(x, y, curve) with each point of a part of a path.
template <typename F>
void each_point(GfxState* state, const GfxSubpath& part, F function) {
  for (int i = 0; i < part.getNumPoints(); ++i) {
    double x = 0;
    double y = 0;
    state->transform(part.getX(i), part.getY(i), &x, &y);
    function(x, y, part.getCurve(i));
  }
}

/// Calls function(part) with each part of the current path that has points.
template <typename F>
void each_part(GfxState* state, F function) {
  const auto* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    if (path->getSubpath(i)->getNumPoints() > 0) {
      function(*path->getSubpath(i));
    }
  }
}

}  // namespace

Rect box_between(double x1, double y1, double x2, double y2) {
  return {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)};
}

std::vector<Rect> straight_pieces(GfxState* state) {
  std::vector<Rect> pieces;
  each_part(state, [&](const GfxSubpath& part) {
    double last_x = 0;
    double last_y = 0;
    bool first = true;
    each_point(state, part, [&](double x, double y, bool curve) {
      if (!first && !curve) {
        pieces.push_back(box_between(last_x, last_y, x, y));
      }
      last_x = x;
      last_y = y;
      first = false;
    });
  });
  return pieces;
}

std::vector<Rect> boxes_of_parts(GfxState* state) {
  std::vector<Rect> boxes;
  each_part(state, [&](const GfxSubpath& part) {
    bool first = true;
    each_point(state, part, [&](double x, double y, bool /*curve*/) {
      const Rect point{x, y, x, y};
      if (first) {
        boxes.push_back(point);
      }
      boxes.back().include(point);
      first = false;
    });
  });
  return boxes;
}

Rect picture_box(GfxState* state) {
  double x1 = 0;
  double y1 = 0;
  double x2 = 0;
  double y2 = 0;
  state->transform(0, 0, &x1, &y1);
  state->transform(1, 1, &x2, &y2);
  return box_between(x1, y1, x2, y2);
}

}  // namespace nianbao::pdf
