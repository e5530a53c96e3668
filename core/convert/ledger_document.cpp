// The ledger as a Document.
#include <nianbao/ledger.hpp>

#include <sstream>

#include "convert/blocks.hpp"
#include "convert/ledger_words.hpp"

namespace nianbao {
namespace {

using Row = std::vector<std::string>;

class LedgerDocument {
 public:
  LedgerDocument(const Ledger& ledger, Language language) : ledger_(ledger), language_(language) {}

  Document write() {
    add(paragraph(text("转换对照表", "Conversion ledger"), arena(), Role::title));
    summary();
    cells();
    facts();
    notes();
    moves();
    omissions();
    document_.number_blocks();
    return std::move(document_);
  }

 private:
  Arena& arena() { return document_.arena(); }
  void add(Block block) { document_.blocks.push_back(std::move(block)); }
  [[nodiscard]] const char* text(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  void add_table(const char* title, const Row& header, const std::vector<Row>& rows) {
    if (!rows.empty()) {
      add(heading(1, title, arena()));
      add(table(header, rows, arena()));
    }
  }

  void summary() {
    std::istringstream lines(ledger_summary(ledger_, language_));
    for (std::string line; std::getline(lines, line);) {
      add(paragraph(line, arena()));
    }
  }

  [[nodiscard]] std::string sources(const LedgerCell& cell) const {
    std::string result;
    for (const auto index : cell.filled() ? cell.facts : cell.offered) {
      const auto& entry = ledger_.facts[index];
      result += (result.empty() ? "" : text("；", "; ")) + entry.origin + text("：", ": ") + entry.name + " " +
                words::figure(entry.fact);
    }
    return result;
  }

  void cells() {
    std::vector<Row> rows;
    for (const auto& cell : ledger_.cells) {
      const auto state = cell.filled() ? words::of(*cell.fidelity, language_)
                                       : text("空白：", "blank: ") + words::of(*cell.blank, language_);
      const auto& reason = cell.reason.in(language_);
      const auto why = cell.formula + (cell.formula.empty() || reason.empty() ? "" : text("。", ". ")) + reason;
      rows.push_back({cell.label, cell.value, state, sources(cell), why});
    }
    add_table(text("目标表格各格的来源", "Where each cell comes from"),
              {text("单元格", "Cell"), text("数值", "Figure"), text("对应程度", "Fidelity"), text("来源数据", "Facts"),
               text("说明", "Why")},
              rows);
  }

  [[nodiscard]] std::string places(const LedgerFact& entry) const {
    if (entry.fate == FactFate::same_as) {
      return ledger_.facts[entry.same_as].origin;
    }
    std::string result;
    for (const auto cell : entry.cells) {
      result += (result.empty() ? "" : text("；", "; ")) + ledger_.cells[cell].label;
    }
    return result;
  }

  void facts() {
    std::vector<Row> rows;
    for (const auto& entry : ledger_.facts) {
      rows.push_back({entry.name, words::figure(entry.fact), std::string(entry.fact.unit), entry.origin,
                      words::of(entry.fate, language_), places(entry), entry.reason.in(language_)});
    }
    add_table(text("来源数据的去向", "Where each fact went"),
              {text("指标", "Concept"), text("数值", "Figure"), text("单位", "Unit"), text("来源", "Source"),
               text("去向", "Fate"), text("单元格", "Cells"), text("说明", "Why")},
              rows);
  }

  void notes() {
    std::vector<Row> rows;
    for (const auto& note : ledger_.notes) {
      const auto owner = note.fact == Fact::kNoForm ? std::string(note.form) : ledger_.facts[note.fact].name;
      rows.push_back({note.text, owner, words::of(note.kept, language_)});
    }
    add_table(text("数据和表格的说明", "Notes on figures and forms"),
              {text("说明", "Note"), text("所属", "Of"), text("现在的位置", "Now in")}, rows);
  }

  void moves() {
    std::vector<Row> rows;
    for (const auto& move : ledger_.moves) {
      rows.push_back({move.from, move.to, std::to_string(move.blocks)});
    }
    add_table(text("正文的去向", "Where the narrative went"),
              {text("原位置", "From"), text("现在的位置", "To"), text("段数", "Blocks")}, rows);
  }

  void omissions() {
    std::vector<Row> rows;
    for (const auto& omission : ledger_.omissions) {
      rows.push_back({words::of(omission.kind, language_), omission.text});
    }
    add_table(text("未写入正文的文字", "Text that was left out"), {text("种类", "Kind"), text("文字", "Text")}, rows);
  }

  const Ledger& ledger_;
  Language language_;
  Document document_;
};

}  // namespace

Document ledger_document(const Ledger& ledger, Language language) { return LedgerDocument(ledger, language).write(); }

}  // namespace nianbao
