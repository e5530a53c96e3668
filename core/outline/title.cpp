#include <algorithm>

#include "outline/header.hpp"

namespace nianbao {
namespace {

constexpr std::size_t kMostLines = 4;
constexpr std::size_t kLongestPart = 50;
constexpr std::size_t kHeaderLines = 80;

/// A title and the lines it stands on.
struct Found {
  Title title;
  std::size_t first = 0;
  std::size_t last = 0;
};

bool may_be_part(const HeaderWork& work, std::size_t index) {
  const auto& line = work.outline.lines[index];
  return line.kind == OutlineLine::Kind::body && line.to - line.from <= kLongestPart;
}

bool ends_as_title(const HeaderWork& work, std::size_t index) {
  auto chars = work.outline.chars(work.outline.lines[index]);
  if (chars.ends_with(U'》')) {
    chars.remove_suffix(1);
  }
  const auto open = chars.rfind(U'(');
  if (chars.ends_with(U')') && open != std::u32string_view::npos) {
    chars = chars.substr(0, open);
  }
  return may_be_part(work, index) && !ends_with_word(chars, work.words.title_ends).empty();
}

/// What says more than the words: the container took it for a title.
int rank_of_block(const HeaderWork& work, std::size_t index) {
  const auto& block = work.document.blocks[work.outline.lines[index].block];
  const auto* paragraph = block.as<Paragraph>();
  return block.as<Heading>() != nullptr || (paragraph != nullptr && paragraph->role == Role::title) ? 1 : 0;
}

/// （2018年度） on a line of its own below the title.
void take_year_below(const HeaderWork& work, Found& found) {
  const std::size_t next = found.last + 1;
  if (next >= work.outline.lines.size() || !may_be_part(work, next) ||
      !work.outline.chars(work.outline.lines[next]).starts_with(U'(')) {
    return;
  }
  auto title = read_title(found.title.text + std::string(work.printed(work.outline.lines[next])), work.words);
  if (title && title->rank > found.title.rank) {
    found.title = std::move(*title);
    found.last = next;
  }
}

std::optional<Found> title_ending_at(const HeaderWork& work, std::size_t last) {
  std::optional<Found> best;
  std::string joined;
  for (std::size_t first = last;; --first) {
    joined.insert(0, work.printed(work.outline.lines[first]));
    auto title = read_title(joined, work.words);
    if (title && (!best || title->rank > best->title.rank)) {
      best = Found{std::move(*title), first, last};
    }
    if (first == 0 || last - first + 1 == kMostLines || !may_be_part(work, first - 1)) {
      break;
    }
  }
  if (best && best->title.year == 0) {
    take_year_below(work, *best);
  }
  if (best) {
    best->title.rank += rank_of_block(work, last);
  }
  return best;
}

/// Ends a sentence, as no line of a menu above the report does.
bool is_sentence(const HeaderWork& work, const OutlineLine& line) {
  return line.kind == OutlineLine::Kind::body && line.to - line.from > kLongestPart &&
         work.outline.chars(line).find(U'。') != std::u32string_view::npos;
}

}  // namespace

std::size_t end_of_sure_title(const HeaderWork& work) {
  constexpr int kSureRank = 7;  // names its issuer and year
  const auto& lines = work.outline.lines;
  for (std::size_t i = 0; i < lines.size() && i < kHeaderLines && !is_sentence(work, lines[i]); ++i) {
    if (!ends_as_title(work, i)) {
      continue;
    }
    if (const auto found = title_ending_at(work, i); found && found->title.rank >= kSureRank) {
      return found->last + 1;
    }
  }
  return 0;
}

std::optional<Title> find_title(HeaderWork& work) {
  constexpr int kSureRank = 4;
  std::optional<Found> best;
  const std::size_t end = std::min(work.body_from, kHeaderLines);
  for (std::size_t i = 0; i < end; ++i) {
    if (!ends_as_title(work, i)) {
      continue;
    }
    auto found = title_ending_at(work, i);
    if (!found) {
      continue;
    }
    if (found->title.rank >= kSureRank) {  // repeated above the text: no part of the narrative
      for (std::size_t line = found->first; line <= found->last; ++line) {
        work.outline.lines[line].kind = OutlineLine::Kind::header;
      }
    }
    if (!best || found->title.rank > best->title.rank) {
      best = std::move(found);
    }
  }
  if (!best) {
    return std::nullopt;
  }
  for (std::size_t line = best->first; line <= best->last; ++line) {
    work.outline.lines[line].kind = OutlineLine::Kind::header;
  }
  return std::move(best->title);
}

}  // namespace nianbao
