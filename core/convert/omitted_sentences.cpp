#include "convert/omitted_sentences.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

namespace nianbao {
namespace {

constexpr std::string_view kAnything = "…";
constexpr std::string_view kStays = "!";

/// The pieces of a pattern between its …, folded.
std::vector<std::u32string> pieces_of(std::string_view pattern) {
  std::vector<std::u32string> pieces;
  for (std::size_t from = 0; from <= pattern.size();) {
    const auto to = std::min(pattern.find(kAnything, from), pattern.size());
    if (to > from) {
      pieces.emplace_back(fold(pattern.substr(from, to - from)).chars());
    }
    from = to + kAnything.size();
  }
  return pieces;
}

bool has_in_order(std::u32string_view sentence, const std::vector<std::u32string>& pieces) {
  std::size_t at = 0;
  for (const auto& piece : pieces) {
    const auto found = sentence.find(piece, at);
    if (found == std::u32string_view::npos) {
      return false;
    }
    at = found + piece.size();
  }
  return !pieces.empty();
}

/// A stretch of the text that stays: bytes and characters of the original, half-open.
struct Stretch {
  std::size_t byte_from, byte_to;
  std::uint32_t char_from, char_to;
};

/// The marks of the stretches that stay, moved to where their characters now are.
std::vector<Mark> moved_marks(const std::vector<Mark>& marks, const std::vector<Stretch>& kept) {
  std::vector<Mark> result;
  for (const auto& mark : marks) {
    std::uint32_t before = 0;
    for (const auto& stretch : kept) {
      const auto from = std::max(mark.from, stretch.char_from);
      const auto to = std::min(mark.to, stretch.char_to);
      const bool point = mark.from == mark.to && mark.from >= stretch.char_from && mark.from < stretch.char_to;
      if (from < to || point) {
        result.push_back(
            {before + from - stretch.char_from, before + (point ? from : to) - stretch.char_from, mark.kind});
      }
      before += stretch.char_to - stretch.char_from;
    }
  }
  return result;
}

}  // namespace

StructureSentences::StructureSentences(const std::vector<std::string>& patterns) {
  for (const std::string_view pattern : patterns) {
    const bool stays = pattern.substr(0, kStays.size()) == kStays;
    auto& list = stays ? staying_ : patterns_;
    list.push_back(pieces_of(stays ? pattern.substr(kStays.size()) : pattern));
  }
}

bool StructureSentences::matches(std::u32string_view sentence) const {
  const auto fits = [&](const std::vector<std::u32string>& pieces) { return has_in_order(sentence, pieces); };
  return std::any_of(patterns_.begin(), patterns_.end(), fits) &&
         std::none_of(staying_.begin(), staying_.end(), fits);
}

Text StructureSentences::take_out(const Text& text, std::vector<std::string>& omitted, Arena& arena) const {
  const Folded folded = fold(text.chars);
  std::vector<Stretch> kept;
  const std::size_t before = omitted.size();
  for (const auto& sentence : split_sentences(folded)) {
    // White space is not folded into any character: what leads belongs to the first sentence.
    const std::size_t from = sentence.from == 0 ? 0 : folded.original_byte(sentence.from);
    const std::size_t to = folded.original_byte(sentence.to);
    if (matches(folded.chars().substr(sentence.from, sentence.to - sentence.from))) {
      omitted.emplace_back(text.chars.substr(from, to - from));
    } else {
      kept.push_back({from, to, sentence.from == 0 ? 0 : folded.original(sentence.from), folded.original(sentence.to)});
    }
  }
  if (omitted.size() == before) {
    return text;
  }
  std::string rest;
  for (const auto& stretch : kept) {
    rest += text.chars.substr(stretch.byte_from, stretch.byte_to - stretch.byte_from);
  }
  return {arena.hold(std::move(rest)), moved_marks(text.marks, kept), {}};
}

}  // namespace nianbao
