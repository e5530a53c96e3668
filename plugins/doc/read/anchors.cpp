#include "read/anchors.hpp"

#include <algorithm>

#include "file/bytes.hpp"
#include "file/plc.hpp"

namespace nianbao::doc {

namespace {

constexpr std::size_t kShapeSize = 26;
constexpr std::size_t kBoxSize = 22;
constexpr std::size_t kBoxShape = 14;  // where it names its shape

/// A part of a story, by positions counted from its start; cut where the story ends.
TextRange range_of(const Fib& fib, Story story, std::uint32_t from, std::uint32_t to) {
  const auto start = fib.start_of(story);
  const auto length = fib.length_of(story);
  const auto first = std::min<std::uint64_t>(from, length);
  return {static_cast<std::size_t>(start + first),
          static_cast<std::size_t>(start + std::clamp<std::uint64_t>(to, first, length))};
}

/// Where nothing of the main text is.
constexpr std::size_t kNowhere = ~std::size_t{0};

}  // namespace

Anchors::Anchors(const WordFile& file) {
  add_notes(file, Structure::footnote_references, Structure::footnote_texts, Story::footnotes, 2);
  add_notes(file, Structure::endnote_references, Structure::endnote_texts, Story::endnotes, 2);
  add_boxes(file);
}

void Anchors::add_notes(const WordFile& file, Structure references, Structure texts, Story story,
                        std::size_t data_size) {
  const Plc anchors(file.structure(references), data_size);
  const Plc ranges(file.structure(texts), 0);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto range = range_of(file.fib(), story, ranges.position(i), ranges.position(i + 1));
    notes_.emplace(i < anchors.size() ? anchors.position(i) : kNowhere, range);
  }
}

void Anchors::add_boxes(const WordFile& file) {
  std::map<std::uint32_t, std::size_t> places;
  const Plc shapes(file.structure(Structure::shapes), kShapeSize);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    places.emplace(u32(shapes.data(i), 0), shapes.position(i));
  }
  const Plc boxes(file.structure(Structure::text_boxes), kBoxSize);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const auto place = places.find(u32(boxes.data(i), kBoxShape));
    const auto range = range_of(file.fib(), Story::text_boxes, boxes.position(i), boxes.position(i + 1));
    boxes_.emplace(place == places.end() ? kNowhere : place->second, range);
  }
}

std::vector<TextRange> Anchors::take(Places& places, std::size_t at) {
  std::vector<TextRange> ranges;
  const auto [first, last] = places.equal_range(at);
  std::transform(first, last, std::back_inserter(ranges), [](const auto& place) { return place.second; });
  places.erase(first, last);
  return ranges;
}

std::vector<TextRange> Anchors::take_rest() {
  std::vector<TextRange> ranges;
  for (auto* places : {&notes_, &boxes_}) {
    for (const auto& place : *places) {
      ranges.push_back(place.second);
    }
    places->clear();
  }
  return ranges;
}

}  // namespace nianbao::doc
