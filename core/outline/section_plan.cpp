#include "outline/section_plan.hpp"

#include <algorithm>

#include "outline/labelled.hpp"
#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

class Planner {
 public:
  Planner(const SectionWork& work, const std::vector<bool>& covered) : work_(work), covered_(covered) {}

  std::vector<PlannedHeading> run() {
    collect();
    drop_out_of_order();
    std::vector<PlannedHeading> plan;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      settle_level(i);
      settle_kind(i);
      plan.push_back(candidates_[i]);
    }
    return plan;
  }

 private:
  void collect() {
    constexpr std::size_t kMostHeadings = 2000;  // far more than any report has
    const auto& lines = work_.outline.lines;
    for (std::size_t i = 0; i < lines.size() && candidates_.size() < kMostHeadings; ++i) {
      if (lines[i].kind != OutlineLine::Kind::body || covered_[i]) {
        continue;
      }
      if (auto attachment = read_attachment(i)) {
        candidates_.push_back(*attachment);
        in_attachment_ = true;
      } else if (auto heading = read_heading(lines[i])) {
        add_heading(i, *heading);
      }
    }
  }

  /// 政府信息公开情况统计表 without a number is the title of the attachment above it, or begins one.
  void add_heading(std::size_t index, const HeadingLine& heading) {
    const bool titles =
        heading.level == 0 && heading.fit == HeadingFit::exact && heading.kind == SectionKind::attachment;
    if (titles && !candidates_.empty()) {
      auto& last = candidates_.back();
      if (last.attachment && last.line + 1 == index && last.heading.text.from == last.heading.text.to) {
        return;  // filled in as the title
      }
      candidates_.push_back({index, true, heading, SectionKind::attachment});
      in_attachment_ = true;
      return;
    }
    candidates_.push_back({index, false, heading, SectionKind::overview});
  }

  [[nodiscard]] std::optional<HeadingLine> read_heading(const OutlineLine& line) const {
    const auto& block = work_.document.blocks[line.block];
    // Below 附件 what is kept verbatim is a table.
    const bool verbatim = block.as<Lines>() != nullptr;
    if (verbatim && in_attachment_) {
      return std::nullopt;
    }
    auto heading = work_.headings.read(work_.fold_of(line), {line.from, line.to}, verbatim);
    const auto chars = work_.outline.chars(line);
    if (!starts_with_word(chars, work_.words.attachment_starts).empty() ||
        !starts_with_word(chars, work_.words.heading_never_starts).empty()) {
      return std::nullopt;
    }
    constexpr std::size_t kLongest = 60;
    const auto* marked = block.as<Heading>();
    if (!heading && marked != nullptr && line.to - line.from <= kLongest) {
      heading = HeadingLine{};
      heading->text = {line.from, line.to};
      heading->body = line.to;
    }
    return heading;
  }

  /// 附件, 附件1, 附表：…; not where the text only lists what is attached.
  [[nodiscard]] std::optional<PlannedHeading> read_attachment(std::size_t index) const {
    constexpr std::size_t kLongest = 45;
    const auto& line = work_.outline.lines[index];
    const Folded& text = work_.fold_of(line);
    const auto word = starts_with_word(work_.outline.chars(line), work_.words.attachment_starts);
    if (word.empty() || line.to - line.from > kLongest) {
      return std::nullopt;
    }
    std::size_t end = line.from + word.size();
    while (end < line.to && (is_digit(text, end) || chinese_digit(text.chars()[end]) > 0)) {
      ++end;
    }
    const bool numbered = end > line.from + word.size();
    const bool marked = end == line.to || text.chars()[end] == U':' || text.space_before(end);
    if (!(marked || numbered) || (end < line.to && (is_reference(index) || is_link(line)))) {
      return std::nullopt;
    }
    PlannedHeading result;
    result.line = index;
    result.attachment = true;
    result.heading.text = trimmed(text, {end, line.to}, U":.、", U"。:");
    result.heading.body = line.to;
    result.kind = SectionKind::attachment;
    return result;
  }

  /// The line is a link: what is attached is another file.
  [[nodiscard]] bool is_link(const OutlineLine& line) const {
    const auto* text = work_.document.blocks[line.block].text();
    const auto last = work_.fold_of(line).original(line.to - 1);
    return std::any_of(text->marks.begin(), text->marks.end(), [last](const Mark& mark) {
      return mark.kind == MarkKind::link && mark.from <= last && last < mark.to;
    });
  }

  /// The text is signed below it: a list of what is attached.
  [[nodiscard]] bool is_reference(std::size_t index) const {
    constexpr std::size_t kReach = 5;
    const auto& lines = work_.outline.lines;
    for (std::size_t i = index + 1; i < lines.size() && i <= index + kReach; ++i) {
      if (lines[i].kind == OutlineLine::Kind::signature) {
        return true;
      }
    }
    return false;
  }

  /// Numbers of sections ascend; what goes back is an item or a table's row.
  void drop_out_of_order() {
    constexpr int kMostLost = 5;
    int last = 0;
    std::vector<PlannedHeading> kept;
    for (auto& one : candidates_) {
      if (one.attachment) {
        last = 0;
      } else if (one.heading.level == 1) {
        const int ordinal = one.heading.ordinal;
        const bool exact = one.heading.fit == HeadingFit::exact;
        const bool next = ordinal > last && ordinal <= last + kMostLost;
        if (!next && !exact) {
          continue;
        }
        last = std::max(last, ordinal);
      }
      kept.push_back(std::move(one));
    }
    candidates_ = std::move(kept);
  }

  void settle_level(std::size_t index) {
    auto& one = candidates_[index];
    if (one.attachment) {
      section_ = std::nullopt;
      ordinal_ = 0;
      return;
    }
    if (one.heading.level == 0) {
      one.heading.level = level_of_unnumbered(index);
    }
    if (one.heading.level == 1) {
      section_ = one.heading.kind.value_or(SectionKind::key_areas);
      ordinal_ = std::max(ordinal_, one.heading.ordinal);
    }
  }

  [[nodiscard]] int level_of_unnumbered(std::size_t index) const {
    const auto& heading = candidates_[index].heading;
    const int next = next_ordinal(index);
    const bool gap = next == 0 || next > ordinal_ + 1;
    if (!section_) {
      return 1;
    }
    if (!heading.kind) {
      const auto* marked = work_.document.blocks[work_.outline.lines[candidates_[index].line].block].as<Heading>();
      return marked != nullptr && marked->level == 1 && gap ? 1 : 2;
    }
    return gap && *heading.kind != *section_ ? 1 : 2;
  }

  [[nodiscard]] int next_ordinal(std::size_t index) const {
    for (std::size_t i = index + 1; i < candidates_.size() && !candidates_[i].attachment; ++i) {
      if (candidates_[i].heading.level == 1) {
        return candidates_[i].heading.ordinal;
      }
    }
    return 0;
  }

  /// A section below the overview may be about anything; elsewhere it is about what the section above
  /// it is about, unless its words say exactly something else, or the heading of 五、 got lost.
  void settle_kind(std::size_t index) {
    auto& one = candidates_[index];
    if (one.attachment) {
      return;
    }
    if (one.heading.level == 1) {
      one.kind = one.heading.kind.value_or(SectionKind::key_areas);
      return;
    }
    const auto above = section_.value_or(SectionKind::overview);
    const bool exact = one.heading.fit == HeadingFit::exact && above != SectionKind::problems;
    const bool lost = one.heading.kind == SectionKind::problems && next_ordinal(index) > ordinal_ + 1;
    const bool free = above == SectionKind::overview || exact || lost;
    one.kind = free ? one.heading.kind.value_or(above) : above;
  }

  const SectionWork& work_;
  const std::vector<bool>& covered_;
  std::vector<PlannedHeading> candidates_;
  bool in_attachment_ = false;
  std::optional<SectionKind> section_;  // kind of the section above
  int ordinal_ = 0;                     // its number, or that of the last numbered one
};

}  // namespace

std::vector<PlannedHeading> plan_sections(const SectionWork& work, const std::vector<bool>& covered) {
  return Planner(work, covered).run();
}

}  // namespace nianbao
