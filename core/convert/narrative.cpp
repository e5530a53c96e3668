#include "convert/narrative.hpp"

#include <algorithm>
#include <set>

#include <nianbao/sdk/text.hpp>

#include "convert/lost_headings.hpp"
#include "convert/omitted_sentences.hpp"
#include "convert/section_plan.hpp"
#include "convert/titles.hpp"
#include "report/copy.hpp"

namespace nianbao {
namespace {

bool same_heading(std::string_view a, std::string_view b) { return !a.empty() && label_key(a).key == label_key(b).key; }

/// Captions and lines of the forms the source has, folded, as they are printed in this report.
std::set<std::string> lines_of_forms(const Report& source, const std::vector<const Template*>& templates) {
  std::set<std::string> lines;
  for (const auto* format : templates) {
    for (const auto& read : source.forms) {
      const auto* form = read.format == format->id ? format->form(read.id) : nullptr;
      if (form == nullptr) {
        continue;
      }
      lines.insert(fold_key(form->caption));
      for (const auto line : form->lead) {
        lines.insert(fold_key(filled_in(line, source)));
      }
    }
  }
  lines.erase(std::string{});
  return lines;
}

class NarrativeMover {
 public:
  NarrativeMover(const NarrativeMove& move, Report& report, Ledger& ledger)
      : source_(move.source),
        plan_(move.target),
        structure_(move.structure_sentences),
        own_forms_(move.own_forms),
        form_lines_(move.own_forms ? std::set<std::string>{} : lines_of_forms(move.source, move.templates)),
        report_(report),
        ledger_(ledger) {}

  void move(const std::vector<OutputForm>& forms) {
    place_forms(forms);
    for (const auto& section : source_.sections) {
      section.level == 1 ? move_section(section) : move_part(section);
    }
    Section preamble;
    preamble.blocks = std::move(preamble_);
    if (!preamble.blocks.empty()) {
      report_.sections.push_back(std::move(preamble));
    }
    for (auto& section : plan_.finish(false)) {
      report_.sections.push_back(std::move(section));
    }
    for (auto& section : plan_.finish(true)) {
      const auto title = section.heading;
      report_.attachments.push_back({title, {std::move(section)}});
    }
    keep_attachments();
  }

 private:
  /// Where the text that follows goes.
  struct Cursor {
    std::vector<SectionBlock>* blocks = nullptr;
    PlannedPart* part = nullptr;  ///< null: the preamble
    std::string title;
    bool has_heading = false;  ///< the heading of the level 1 section stands above its text
  };

  void place_forms(const std::vector<OutputForm>& forms) {
    for (auto& section : plan_.sections()) {
      for (const auto& id : section.prescribed->forms) {
        for (const auto& output : forms) {
          if (output.form->id == id) {
            section.own.blocks.push_back(FormReference{output.form->id, output.instance});
          }
        }
      }
    }
  }

  void move_section(const Section& section) {
    kept_ = nullptr;
    cursor_ = {};
    if (section.kind == SectionKind::preamble) {
      cursor_.blocks = &preamble_;
    } else if (!has_text(section) && !followed_by_part(section)) {
      return;
    } else if (!stay(section)) {
      go_to(section);
    }
    append(section);
  }

  void stand_at(PlannedPart& part, std::string_view number) {
    cursor_ = {&part.blocks, &part, numbered_heading(number, part.heading), false};
  }

  /// A section that is what the target has in its place stays, and its parts with it. With the same
  /// heading it stays whole; where only the kind is the same, parts of other kinds leave.
  bool stay(const Section& section) {
    const auto& to = plan_.destination(section.kind);
    auto& planned = plan_.sections()[to.section];
    const auto& prescribed = *planned.prescribed;
    const bool whole = same_heading(section.heading, prescribed.heading);
    const bool alike = section.kind == prescribed.kind && prescribed.parts.empty();
    if (to.part != nullptr || planned.taken || !(whole || alike)) {
      return false;
    }
    planned.taken = true;
    if (followed_by_part(section)) {
      planned.parts_kept = true;
      planned.parts.clear();
    }
    kept_ = &planned;
    kept_whole_ = whole;
    kept_index_ = to.section;
    stand_at(planned.own, prescribed.number);
    return true;
  }

  void go_to(const Section& section) {
    auto& part = plan_.place_for(section.kind);
    stand_at(part, part.number);
    if (section.heading.empty()) {
      return;
    }
    if (section.kind != part.kind) {
      add_heading(part, section.heading, 3);
      cursor_.has_heading = true;
    }
  }

  [[nodiscard]] bool stays_with_its_section(const Section& part) const {
    return kept_ != nullptr && (kept_whole_ || plan_.destination(part.kind).section == kept_index_);
  }

  void move_part(const Section& section) {
    if (stays_with_its_section(section)) {
      const auto number = report_.store(kept_whole_ ? std::string(section.number) : part_number(kept_->parts.size()));
      kept_->parts.push_back({section.kind, number, report_.store(section.heading), nullptr, {}, 0, 0});
      stand_at(kept_->parts.back(), number);
    } else {
      move_part_text(section);
    }
    append(section);
  }

  /// The part's heading goes with its text, below the heading of the place it comes to.
  void move_part_text(const Section& section) {
    const bool in_preamble = cursor_.blocks == &preamble_;
    if (!in_preamble) {
      auto& part = plan_.place_for(section.kind);
      if (&part != cursor_.part) {
        stand_at(part, part.number);
      }
      if (!section.heading.empty()) {
        add_heading(part, section.heading, cursor_.has_heading ? 4 : 3);
      }
    }
  }

  void add_heading(PlannedPart& part, std::string_view heading, int level) {
    if (level == 3) {
      part.subheadings = 0;
    }
    const std::string number =
        level == 3 ? std::to_string(++part.headings) + "." : "（" + std::to_string(++part.subheadings) + "）";
    Block block;
    block.body = Heading{level, {report_.store(number + std::string(heading)), {}, {}}};
    part.blocks.emplace_back(std::move(block));
  }

  [[nodiscard]] bool has_text(const Section& section) const {
    return std::any_of(section.blocks.begin(), section.blocks.end(), [this](const SectionBlock& block) {
      return own_forms_ || std::holds_alternative<Block>(block);
    });
  }

  [[nodiscard]] bool followed_by_part(const Section& section) const {
    return &section != &source_.sections.back() && (&section)[1].level != 1;
  }

  /// Appends the section's text where the cursor stands, and its forms where the target has none.
  void append(const Section& section) {
    std::uint32_t moved = 0;
    for (const auto& block : section.blocks) {
      if (const auto* text = std::get_if<Block>(&block)) {
        moved += append_block(*text) ? 1 : 0;
      } else if (own_forms_) {
        cursor_.blocks->push_back(copy(block, report_.arena()));
        ++moved;
      }
    }
    if (moved != 0) {
      ledger_.moves.push_back({section.kind, numbered_heading(section.number, section.heading), cursor_.title, moved});
    }
  }

  bool append_block(const Block& block) {
    Block moved = copy(block, report_.arena());
    if (auto* paragraph = moved.as<Paragraph>()) {
      std::vector<std::string> omitted;
      paragraph->text = structure_.take_out(paragraph->text, omitted, report_.arena());
      for (auto& sentence : omitted) {
        omit(LedgerOmission::Kind::structure_sentence, std::move(sentence), block.at);
      }
      if (!omitted.empty() && paragraph->text.chars.find_first_not_of(" \t\n") == std::string_view::npos) {
        return false;
      }
    }
    cursor_.blocks->emplace_back(std::move(moved));
    return true;
  }

  void omit(LedgerOmission::Kind kind, std::string text, const Place& at) {
    ledger_.omissions.push_back({kind, std::move(text), at});
  }

  /// Attachments that hold more than forms stay attachments.
  void keep_attachments() {
    for (const auto& attachment : source_.attachments) {
      Attachment kept{report_.store(attachment.title), {}};
      for (const auto& section : attachment.sections) {
        Section rest = copy(section, report_.arena());
        std::vector<SectionBlock> blocks;
        for (auto& block : rest.blocks) {
          if (!belongs_to_form(block)) {
            blocks.push_back(std::move(block));
          }
        }
        rest.blocks = std::move(blocks);
        if (!rest.blocks.empty()) {
          ledger_.moves.push_back({section.kind, numbered_heading(section.number, section.heading),
                                   std::string(attachment.title), static_cast<std::uint32_t>(rest.blocks.size())});
          kept.sections.push_back(std::move(rest));
        }
      }
      if (!kept.sections.empty()) {
        report_.attachments.push_back(std::move(kept));
      }
    }
  }

  /// True for a form, and for a line that stands with it (its caption, 填报单位, the year): the target's
  /// forms bring their own, if it has any.
  [[nodiscard]] bool belongs_to_form(const SectionBlock& block) {
    if (own_forms_) {
      return false;
    }
    const auto* read = std::get_if<Block>(&block);
    const auto* text = read == nullptr ? nullptr : read->text();
    if (text == nullptr || form_lines_.count(fold_key(text->chars)) == 0) {
      return read == nullptr;
    }
    omit(LedgerOmission::Kind::heading, std::string(text->chars), read->at);
    return true;
  }

  const Report& source_;
  SectionPlan plan_;
  StructureSentences structure_;
  bool own_forms_;
  std::set<std::string> form_lines_;
  Report& report_;
  Ledger& ledger_;
  std::vector<SectionBlock> preamble_;
  Cursor cursor_;
  PlannedSection* kept_ = nullptr;  // the section that stays, while its parts are met
  bool kept_whole_ = false;
  std::size_t kept_index_ = 0;
};

}  // namespace

void move_narrative(const NarrativeMove& move, Report& report, Ledger& ledger) {
  NarrativeMover(move, report, ledger).move(move.forms);
  list_lost_headings(move.source, move.forms, report, ledger);
}

}  // namespace nianbao
