// Where on the page the paths and pictures of a drawing stand.
#pragma once

#include <GfxState.h>

#include <vector>

#include "layout/page.hpp"

namespace nianbao::pdf {

/// The box of the straight line from one point to another.
Rect box_between(double x1, double y1, double x2, double y2);

/// The boxes of the straight pieces of the current path, in the page's measure.
std::vector<Rect> straight_pieces(GfxState* state);

/// The box of each part of the current path, in the page's measure.
std::vector<Rect> boxes_of_parts(GfxState* state);

/// The box that a picture is drawn into, in the page's measure.
Rect picture_box(GfxState* state);

}  // namespace nianbao::pdf
