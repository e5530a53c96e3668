// Places in the input as JSON.
#include <array>
#include <cmath>
#include <cstdlib>

#include <boost/json/array.hpp>

#include "document/json.hpp"

namespace nianbao::json {
namespace {

namespace bj = boost::json;

bj::array range_to_json(const Range& range) { return {range.from, range.to}; }

std::optional<Range> range_from_json(const Field& field) {
  if (field.absent()) {
    return std::nullopt;
  }
  std::array<std::uint64_t, 2> ends{};
  std::size_t count = 0;
  field.each([&](const Field& end) {
    if (count < ends.size()) {
      ends[count] = end.number();
    }
    ++count;
  });
  if (count != ends.size() || ends[0] > ends[1]) {
    field.fault("[from, to]");
    return std::nullopt;
  }
  return Range{ends[0], ends[1]};
}

/// Tenths of a point as decimal text: binary floats do not print alike everywhere.
bj::string tenths(double points) {
  const auto value = static_cast<long long>(std::llround(points * 10));
  const auto whole = std::to_string(std::llabs(value) / 10);
  return bj::string((value < 0 ? "-" : "") + whole + "." + std::to_string(std::llabs(value) % 10));
}

double points(const Field& field) {
  const std::string text(field.text());
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') {
    field.fault("a decimal number as text");
    return 0;
  }
  return value;
}

Box box_from_json(const Field& field) {
  std::array<double, 4> sides{};
  std::size_t count = 0;
  field.each([&](const Field& side) {
    if (count < sides.size()) {
      sides[count] = points(side);
    }
    ++count;
  });
  if (count != sides.size()) {
    field.fault("[left, top, right, bottom]");
  }
  return {sides[0], sides[1], sides[2], sides[3]};
}

}  // namespace

bj::object place_to_json(const Place& place) {
  bj::object out;
  const auto add_number = [&](bj::string_view key, std::uint32_t value) {
    if (value != 0) {
      out[key] = value;
    }
  };
  const auto add_view = [&](bj::string_view key, std::string_view value) {
    if (!value.empty()) {
      out[key] = view(value);
    }
  };
  add_number("block", place.block);
  add_number("row", place.row);
  add_number("column", place.column);
  if (place.chars) {
    out["chars"] = range_to_json(*place.chars);
  }
  add_number("line", place.line);
  if (place.bytes) {
    out["bytes"] = range_to_json(*place.bytes);
  }
  add_number("page", place.page);
  if (place.box) {
    out["box"] = {tenths(place.box->left), tenths(place.box->top), tenths(place.box->right), tenths(place.box->bottom)};
  }
  add_view("part", place.part);
  add_view("sheet", place.sheet);
  add_view("cell", place.cell);
  return out;
}

Place place_from_json(const Field& field, Arena& arena) {
  Place place;
  if (field.absent()) {
    return place;
  }
  place.block = static_cast<std::uint32_t>(field["block"].number());
  place.row = static_cast<std::uint32_t>(field["row"].number());
  place.column = static_cast<std::uint32_t>(field["column"].number());
  place.line = static_cast<std::uint32_t>(field["line"].number());
  place.page = static_cast<std::uint32_t>(field["page"].number());
  place.chars = range_from_json(field["chars"]);
  place.bytes = range_from_json(field["bytes"]);
  if (!field["box"].absent()) {
    place.box = box_from_json(field["box"]);
  }
  place.part = arena.store(field["part"].text());
  place.sheet = arena.store(field["sheet"].text());
  place.cell = arena.store(field["cell"].text());
  return place;
}

void add_place(const Place& place, bj::object& out) {
  auto at = place_to_json(place);
  if (!at.empty()) {
    out["at"] = std::move(at);
  }
}

}  // namespace nianbao::json
