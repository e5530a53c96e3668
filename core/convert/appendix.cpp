#include "convert/appendix.hpp"

#include <nianbao/convert.hpp>
#include <nianbao/sdk/text.hpp>

#include "convert/blocks.hpp"
#include "convert/ledger_words.hpp"

namespace nianbao {
namespace {

struct Labels {
  const char *heading, *intro, *concept_name, *figure, *unit, *source, *reason;
};

constexpr Labels kChinese{"附录　未填入表格的数据",
                          "以下数据在目标格式中没有填入，供核对和另行说明。",
                          "指标",
                          "数值",
                          "单位",
                          "来源",
                          "原因"};
constexpr Labels kEnglish{"Appendix: figures not placed",
                          "These figures have no cell in the target format, or were not placed.",
                          "Concept",
                          "Figure",
                          "Unit",
                          "Source",
                          "Reason"};

/// True if this is all the block says, whatever became of its blanks on the way. Few blocks have the first character,
/// and only those are folded.
bool says(const Block& block, std::string_view text) {
  const auto* found = block.text();
  return found != nullptr && found->chars.size() <= 2 * text.size() &&
         found->chars.find(text.substr(0, byte_of_char(text, 1))) != std::string_view::npos &&
         fold_key(found->chars) == fold_key(text);
}

bool begins_appendix(const std::vector<Block>& blocks, std::size_t at) {
  const auto in = [&](const Labels& labels) {
    return says(blocks[at], labels.heading) && says(blocks[at + 1], labels.intro);
  };
  return at + 1 < blocks.size() && (in(kChinese) || in(kEnglish));
}

/// After the appendix that begins there: heading, introduction, table, notes.
std::size_t end_of_appendix(const std::vector<Block>& blocks, std::size_t at) {
  at += 2;
  at += at < blocks.size() && blocks[at].as<Table>() != nullptr ? 1 : 0;
  const auto is_note = [](const Block& block) {
    const auto* paragraph = block.as<Paragraph>();
    return paragraph != nullptr && paragraph->role == Role::note;
  };
  while (at < blocks.size() && is_note(blocks[at])) {
    ++at;
  }
  return at;
}

/// The unit of a figure that is shown as it was reported: nothing more where it says its own, as 14.28（亿元）.
std::string unit_beside(const Fact& fact) {
  return read_cell(fact.text).unit.empty() ? std::string(fact.unit) : std::string();
}

bool left_over(const LedgerFact& entry) { return entry.fate == FactFate::offered || entry.fate == FactFate::unplaced; }

}  // namespace

std::vector<Block> appendix_blocks(const Ledger& ledger, Language language, Arena& arena) {
  const Labels& labels = language == Language::zh ? kChinese : kEnglish;
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : ledger.facts) {
    if (left_over(entry)) {
      rows.push_back(
          {entry.name, words::figure(entry.fact), unit_beside(entry.fact), entry.origin, entry.reason.in(language)});
    }
  }
  std::vector<Block> blocks;
  if (!rows.empty()) {
    blocks.push_back(
        table({labels.concept_name, labels.figure, labels.unit, labels.source, labels.reason}, rows, arena));
  }
  for (const auto& note : ledger.notes) {
    if (note.kept == LedgerNote::Kept::appendix && note.fact == Fact::kNoForm) {
      blocks.push_back(paragraph(note.text, arena, Role::note));
    }
  }
  if (!blocks.empty()) {
    blocks.insert(blocks.begin(), paragraph(labels.intro, arena));
    blocks.insert(blocks.begin(), heading(1, labels.heading, arena));
  }
  return blocks;
}

std::optional<Place> take_out_appendix(Document& document) {
  std::optional<Place> first;
  auto& blocks = document.blocks;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size();) {
    if (begins_appendix(blocks, i)) {
      first = first ? first : blocks[i].at;
      i = end_of_appendix(blocks, i);
      continue;
    }
    if (kept != i) {
      blocks[kept] = std::move(blocks[i]);
    }
    ++kept;
    ++i;
  }
  if (first) {
    blocks.resize(kept);
    document.number_blocks();
  }
  return first;
}

std::optional<Document> appendix_document(const Conversion& conversion, Language language) {
  Document document;
  auto blocks = appendix_blocks(conversion.ledger, language, document.arena());
  if (blocks.empty()) {
    return std::nullopt;
  }
  document.blocks = std::move(blocks);
  document.number_blocks();
  return document;
}

}  // namespace nianbao
