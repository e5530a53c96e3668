#include "convert/appendix.hpp"

#include <nianbao/convert.hpp>

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

bool left_over(const LedgerFact& entry) { return entry.fate == FactFate::offered || entry.fate == FactFate::unplaced; }

}  // namespace

std::vector<Block> appendix_blocks(const Ledger& ledger, Language language, Arena& arena) {
  const Labels& labels = language == Language::zh ? kChinese : kEnglish;
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : ledger.facts) {
    if (left_over(entry)) {
      rows.push_back({entry.name, words::figure(entry.fact), std::string(entry.fact.unit), entry.origin,
                      entry.reason.in(language)});
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
