#include "outline/sections.hpp"

#include <algorithm>

#include "outline/claimed.hpp"
#include "outline/labelled.hpp"
#include "outline/layout.hpp"
#include "outline/narrative.hpp"
#include "text/chinese_numeral.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

class SectionBuilder {
 public:
  SectionBuilder(const SectionWork& work, Report& report)
      : work_(work),
        report_(report),
        claimed_(work),
        placed_(work.claims.size(), false),
        excerpts_(work.document, report.arena()) {}

  void run() {
    const auto& lines = work_.outline.lines;
    std::vector<bool> covered(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      covered[i] = lines[i].kind != OutlineLine::Kind::object && claimed_.covers(lines[i]);
    }
    const auto plan = plan_sections(work_, covered);
    auto next = plan.begin();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (next != plan.end() && next->line == i) {
        begin(*next);
        ++next;
      } else if (lines[i].kind == OutlineLine::Kind::object) {
        add_object(lines[i]);
      } else if (lines[i].kind == OutlineLine::Kind::body || covered[i]) {
        add_line(lines[i]);
      } else if (lines[i].kind == OutlineLine::Kind::furniture) {
        leave_out(lines[i]);
      } else {
        finish_paragraph();  // what stands below a signature goes on with nothing above it
      }
    }
    finish_paragraph();
    drop_empty_preambles();
  }

 private:
  // --- where what follows belongs -----------------------------------------------------------------

  void begin(const PlannedHeading& planned) {
    finish_paragraph();
    if (planned.attachment) {
      begin_attachment(planned);
      return;
    }
    const auto& line = work_.outline.lines[planned.line];
    Section section;
    section.kind = planned.kind;
    section.level = planned.heading.level;
    section.number = report_.store(printed(line, planned.heading.number));
    section.heading = report_.store(printed(line, planned.heading.text));
    const auto whole = printed(line, {line.from, std::max<std::size_t>(planned.heading.text.to, line.from + 1)});
    section.at = excerpts_.place(part_of(line, whole));
    target().push_back(std::move(section));
    if (planned.heading.body < line.to) {
      add_line({line.block, static_cast<std::uint32_t>(planned.heading.body), line.to});
    }
  }

  void begin_attachment(const PlannedHeading& planned) {
    const auto& line = work_.outline.lines[planned.line];
    report_.attachments.emplace_back();
    report_.attachments.back().title = report_.store(printed(line, planned.heading.text));
  }

  std::vector<Section>& target() {
    return report_.attachments.empty() ? report_.sections : report_.attachments.back().sections;
  }

  /// The section in hand; text before the first heading makes one of its own.
  Section& section(const Place& at) {
    auto& sections = target();
    if (sections.empty()) {
      Section first;
      first.kind = report_.attachments.empty() ? SectionKind::preamble : SectionKind::attachment;
      first.at = at;
      sections.push_back(std::move(first));
    }
    return sections.back();
  }

  // --- lines --------------------------------------------------------------------------------------

  void add_line(const OutlineLine& line) {
    const auto stretches = claimed_.stretches(line);
    for (const auto& stretch : stretches) {
      if (stretch.claim != ClaimedStretch::kNone) {
        add_form(stretch.claim, work_.document.blocks[line.block].at);
      } else if (!takes_title(line)) {
        const TextPart part{line.block, stretch.from, stretch.to};
        add_text(line, stretches.size() == 1 ? part : without_blanks(part));
      }
    }
  }

  void leave_out(const OutlineLine& line) {
    if (line.from < line.to && !is_page_mark(work_.outline.chars(line))) {
      const auto text = printed(line, {line.from, line.to});
      report_.left_out.push_back({report_.store(text), excerpts_.place(part_of(line, text))});
    }
  }

  /// The first short line below 附件1 is the attachment's title.
  bool takes_title(const OutlineLine& line) {
    constexpr std::size_t kLongestTitle = 40;
    if (report_.attachments.empty() || !report_.attachments.back().title.empty() ||
        !report_.attachments.back().sections.empty() || line.to - line.from > kLongestTitle ||
        work_.outline.chars(line).find(U'。') != std::u32string_view::npos ||
        find_number(work_.fold_of(line), line.from, line.to)) {
      return false;
    }
    report_.attachments.back().title = report_.store(printed(line, {line.from, line.to}));
    return true;
  }

  void add_text(const OutlineLine& line, const TextPart& part) {
    if (part.from >= part.to) {
      return;
    }
    const bool verbatim = work_.document.blocks[line.block].as<Lines>() != nullptr;
    if (pending_.empty() || !goes_on(line, verbatim)) {
      finish_paragraph();
    }
    if (verbatim && !pending_.empty()) {
      pending_.back().to = part.to;  // the lines between are blank
    } else {
      pending_.push_back(part);
    }
    pending_chars_ += line.to - line.from;
    last_line_ = line;
  }

  /// Puts the paragraph in hand into its section.
  void finish_paragraph() {
    if (pending_.empty()) {
      return;
    }
    const auto& source = work_.document.blocks[pending_.front().block];
    Block block;
    block.at = excerpts_.place(pending_.front());
    Text text = excerpts_.text(pending_);
    pending_.clear();
    pending_chars_ = 0;
    if (source.as<Lines>() != nullptr) {
      block.body = Lines{std::move(text)};
    } else {
      const auto* paragraph = source.as<Paragraph>();
      block.body = Paragraph{paragraph != nullptr ? paragraph->role : Role::body, std::move(text)};
    }
    section(block.at).blocks.emplace_back(std::move(block));
  }

  /// True if the line goes on with the paragraph in hand: the next line kept verbatim, or the rest of
  /// a sentence that a page cut.
  [[nodiscard]] bool goes_on(const OutlineLine& line, bool verbatim) const {
    const auto& open = pending_.back();
    if (verbatim || work_.document.blocks[open.block].as<Lines>() != nullptr) {
      return open.block == line.block;
    }
    constexpr std::size_t kShortest = 10;
    constexpr std::size_t kFullLine = 25;
    constexpr std::u32string_view kEnds = U"。;:!?\")》";
    const auto before = work_.outline.chars(last_line_);
    const bool full = before.size() >= kFullLine;
    const bool own = is_digit(work_.fold_of(last_line_), last_line_.to - 1) ||
                     !ends_with_word(before, work_.words.heading_ends).empty();
    return (full || (pending_chars_ >= kShortest && !own)) && kEnds.find(before.back()) == std::u32string_view::npos &&
           !begins_item(line);
  }

  /// 一、 （一） 1. 一是: something of its own begins.
  [[nodiscard]] bool begins_item(const OutlineLine& line) const {
    const Folded& text = work_.fold_of(line);
    std::size_t i = line.from;
    if (text.is_numbering(i)) {
      return true;
    }
    i += text.chars()[i] == U'(' ? 1 : 0;
    const std::size_t first = i;
    while (i < line.to && is_digit(text, i)) {
      ++i;
    }
    if (i == first) {
      const auto numeral = read_chinese_numeral(text, i);
      i = numeral ? numeral->to : i;
    }
    constexpr std::u32string_view kAfter = U"、.,:)是";
    return i > first && i < line.to && kAfter.find(text.chars()[i]) != std::u32string_view::npos;
  }

  // --- objects and forms --------------------------------------------------------------------------

  void add_object(const OutlineLine& line) {
    finish_paragraph();
    const auto& block = work_.document.blocks[line.block];
    const auto* table = block.as<Table>();
    const std::uint32_t rows = table != nullptr ? table->rows : 1;
    for (const auto& stretch : claimed_.rows(line.block, rows)) {
      if (stretch.claim != ClaimedStretch::kNone) {
        add_form(stretch.claim, block.at);
      } else if (stretch.from == 1 && stretch.to == rows) {
        section(block.at).blocks.emplace_back(copy(block, report_.arena()));
      } else if (table != nullptr) {
        add_rows(block, *table, stretch);
      }
    }
  }

  /// Rows of a table that no form claims; blank ones are nothing.
  void add_rows(const Block& source, const Table& table, const ClaimedStretch& rows) {
    const bool blank = std::all_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
      return cell.row < rows.from || cell.row > rows.to || fold(cell.text.chars).empty();
    });
    if (blank) {
      return;
    }
    Block block;
    block.at = source.at;
    block.at.row = static_cast<std::uint32_t>(rows.from);
    block.body =
        take_rows(table, static_cast<std::uint32_t>(rows.from), static_cast<std::uint32_t>(rows.to), report_.arena());
    section(block.at).blocks.emplace_back(std::move(block));
  }

  void add_form(std::size_t claim, const Place& at) {
    finish_paragraph();
    if (placed_[claim]) {
      return;
    }
    placed_[claim] = true;
    const auto& form = work_.claims[claim];
    section(at).blocks.emplace_back(FormReference{report_.store(form.form), form.instance});
  }

  void drop_empty_preambles() {
    const auto empty = [](const Section& one) {
      return one.heading.empty() && one.number.empty() && one.blocks.empty();
    };
    auto& sections = report_.sections;
    sections.erase(std::remove_if(sections.begin(), sections.end(), empty), sections.end());
  }

  // --- texts --------------------------------------------------------------------------------------

  [[nodiscard]] std::string_view printed(const OutlineLine& line, Span span) const {
    return work_.fold_of(line).slice(work_.text_of(line), span.from, span.to);
  }

  [[nodiscard]] TextPart part_of(const OutlineLine& line, std::string_view text) const {
    const auto from = static_cast<std::size_t>(text.data() - work_.text_of(line).data());
    return {line.block, from, from + text.size()};
  }

  /// White space between what is claimed and what is not belongs to neither.
  [[nodiscard]] TextPart without_blanks(TextPart part) const {
    const auto chars = work_.document.blocks[part.block].text()->chars.substr(part.from, part.to - part.from);
    const auto folded = fold(chars);
    const auto kept = folded.slice(chars, 0, folded.size());
    if (kept.empty()) {
      return {part.block, part.from, part.from};
    }
    const auto from = part.from + static_cast<std::size_t>(kept.data() - chars.data());
    return {part.block, from, from + kept.size()};
  }

  const SectionWork& work_;
  Report& report_;
  ClaimMap claimed_;
  std::vector<bool> placed_;
  Excerpts excerpts_;
  std::vector<TextPart> pending_;  // the paragraph in hand: it may still grow
  std::size_t pending_chars_ = 0;
  OutlineLine last_line_;
};

}  // namespace

void build_sections(const SectionWork& work, Report& report) { SectionBuilder(work, report).run(); }

}  // namespace nianbao
