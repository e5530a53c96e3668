// This year's report begun from last year's.
#include <nianbao/draft.hpp>

#include <algorithm>
#include <array>

#include "convert/blocks.hpp"
#include "convert/draft_words.hpp"
#include "convert/last_year.hpp"
#include "convert/target_cells.hpp"
#include "report/copy.hpp"

namespace nianbao {
namespace {

std::string with_year(std::string_view text, int from, int to) {
  // 2023, 二〇二三, 二○二三
  constexpr std::array<std::array<std::string_view, 10>, 3> kDigits = {
      {{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"},
       {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
       {"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"}}};
  std::string result(text);
  for (const auto& digits : kDigits) {
    const auto written = [&](int year) {
      std::string out;
      for (const char c : std::to_string(year)) {
        out += digits[static_cast<std::size_t>(c - '0')];
      }
      return out;
    };
    const auto old = written(from);
    const auto now = written(to);
    for (auto at = result.find(old); from != 0 && at != std::string::npos; at = result.find(old, at + now.size())) {
      result.replace(at, old.size(), now);
    }
  }
  return result;
}

class Drafter {
 public:
  Drafter(Conversion conversion, int last_year, int year, const RuleSet& rules)
      : conversion_(std::move(conversion)), last_year_(last_year), year_(year), rules_(rules) {}

  Conversion draft() {
    drop_forms_of_other_formats();
    collect();
    if (year_ == last_year_ + 1) {
      carried_ = carry_over(keys_, last_, rules_);
    }
    cells();
    header();
    for (auto& section : report().sections) {
      mark(section);
    }
    for (auto& attachment : report().attachments) {
      attachment.title = renewed(attachment.title);
      std::for_each(attachment.sections.begin(), attachment.sections.end(), [this](Section& one) { mark(one); });
    }
    notice();
    return std::move(conversion_);
  }

 private:
  Report& report() { return conversion_.report; }
  std::string_view renewed(std::string_view text) { return report().store(with_year(text, last_year_, year_)); }

  /// An old table that last year's report had beside the target's forms.
  void drop_forms_of_other_formats() {
    auto& forms = conversion_.forms;
    auto& cells = conversion_.ledger.cells;
    forms.erase(std::remove_if(forms.begin(), forms.end(),
                               [&](const OutputForm& form) { return form.format != conversion_.target; }),
                forms.end());
    cells.erase(
        std::remove_if(cells.begin(), cells.end(),
                       [&](const LedgerCell& cell) { return find_form(forms, cell.form, cell.instance) == nullptr; }),
        cells.end());
    conversion_.ledger.target_cells = cells.size();
  }

  /// Last year's figures as the target's forms would print them.
  void collect() {
    const auto& ledger = conversion_.ledger;
    for (std::size_t i = 0; i < ledger.cells.size(); ++i) {
      const auto& cell = ledger.cells[i];
      keys_.push_back(cell.key);
      facts_.push_back(cell.filled() ? report().facts[conversion_.own_forms ? cell.facts.front() : i] : Fact());
      if (cell.filled() && !cell.suspect && facts_.back().value && cell.instance == 1) {
        last_.emplace(cell.key, *facts_.back().value);
      }
    }
  }

  void cells() {
    auto& cells = conversion_.ledger.cells;
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      facts.push_back(blank_fact(cells[i], facts_[i]));
      empty(cells[i]);
      if (const auto carried = carried_.carried.find(keys_[i]); carried != carried_.carried.end()) {
        fill(cells[i], facts.back(), carried->second);
      } else if (const auto base = carried_.bases.find(keys_[i]); base != carried_.bases.end()) {
        const auto figure = base->second.to_string();
        cells[i].reason = {"上年为" + figure + "，以此为基数填写", "last year: " + figure + "; start from it"};
      }
    }
    report().facts = std::move(facts);
    report().claims.clear();
    auto& ledger = conversion_.ledger;
    ledger.facts.clear();
    ledger.notes.clear();
    ledger.moves.clear();
    ledger.omissions.clear();
    conversion_.same_format = conversion_.own_forms = false;  // one fact for each cell
  }

  static Fact blank_fact(const LedgerCell& cell, const Fact& last) {
    Fact fact;
    fact.key = cell.key;
    fact.unit = last.unit;
    fact.status = Status::blank;
    fact.form = last.form;
    return fact;
  }

  static void empty(LedgerCell& cell) {
    cell.blank = BlankReason::source_blank;
    cell.fidelity.reset();
    cell.facts.clear();
    cell.offered.clear();
    cell.value.clear();
    cell.rule.clear();
    cell.formula.clear();
    cell.from_prose = cell.suspect = cell.absent = false;
    cell.reason = {};
  }

  void fill(LedgerCell& cell, Fact& fact, const Decimal& value) {
    cell.blank.reset();
    cell.fidelity = Fidelity::derived;
    cell.value = value.to_string();
    cell.reason = {"取自上年年报，请核对", "from last year's report; check it"};
    fact.value = value;
    fact.status = Status::reported;
    fact.source = Source::conversion;
    fact.text = report().store(cell.value);
  }

  void header() {
    report().title = renewed(report().title);
    report().year = static_cast<std::int16_t>(year_);
    report().period = {{report().year, 1, 1}, {report().year, 12, 31}};
    report().published = report().signed_on = {};
    report().index_number = report().document_number = {};
    report().signoff = {};
    for (auto& form : report().forms) {
      form.caption = renewed(form.caption);
      form.notes.clear();
    }
  }

  /// What is no paragraph gets one in front that says whose it is.
  void mark(Section& section) {
    section.heading = renewed(section.heading);
    std::vector<SectionBlock> blocks;
    for (auto& block : section.blocks) {
      if (auto* own = std::get_if<Block>(&block); own != nullptr && !mark(*own)) {
        blocks.emplace_back(paragraph(std::string(kLastYear) + "以下内容为上年所填：", report().arena()));
      }
      blocks.push_back(std::move(block));
    }
    section.blocks = std::move(blocks);
  }

  bool mark(Block& block) {
    if (auto* heading = block.as<Heading>()) {
      heading->text = {renewed(heading->text.chars), {}, {}};
      return true;
    }
    auto* paragraph = block.as<Paragraph>();
    auto* lines = block.as<Lines>();
    if (paragraph == nullptr && lines == nullptr) {
      return false;
    }
    auto& text = paragraph != nullptr ? paragraph->text : lines->text;
    text = {report().store(std::string(kLastYear).append(text.chars)), {}, {}};
    return true;
  }

  void notice() {
    const auto last = std::to_string(last_year_);
    const auto now = std::to_string(year_);
    conversion_.notice = {"草稿：" + now + "年年报，由" + last + "年年报起草。数据已清空；标有“" +
                              std::string(kLastYear) + "”的是上年文字，改写后去掉标记。",
                          "Draft of the report for " + now + ", begun from that for " + last +
                              ". Figures are empty; text marked " + std::string(kLastYear) +
                              " is last year's: rewrite it and take the mark away."};
  }

  Conversion conversion_;
  int last_year_;
  int year_;
  const RuleSet& rules_;
  std::vector<ConceptKey> keys_;
  std::vector<Fact> facts_;  // last year's, by cell
  Figures last_;
  CarriedFigures carried_;
};

}  // namespace

Result<Conversion> draft(const Report& last, const Template& target, const RuleSet& rules, int year,
                         const ConvertOptions& options) {
  if (last.year != 0 && year <= last.year) {
    return Error{ErrorKind::usage,
                 "draft-year",
                 {"上年年报的年度是" + std::to_string(last.year) + "，草稿的年度须在其后。",
                  "Last year's report is for " + std::to_string(last.year) + "; the draft's year must be after it."},
                 "--year",
                 {"请核对--year和上年文件。", "Check --year and last year's file."}};
  }
  NIANBAO_TRY(auto conversion, convert(last, target, rules, options));
  return Drafter(std::move(conversion), last.year == 0 ? year - 1 : last.year, year, rules).draft();
}

}  // namespace nianbao
