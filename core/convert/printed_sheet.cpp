#include "convert/printed_sheet.hpp"

#include <algorithm>

#include <nianbao/sdk/text.hpp>

namespace nianbao {
namespace {

/// A blank figure for a blank cell: what the ledger has a cell for is printed.
Fact blank_fact(const Report& report, const LedgerCell& cell) {
  Fact fact;
  fact.key = cell.key;
  fact.status = Status::blank;
  const auto form = std::find_if(report.forms.begin(), report.forms.end(),
                                 [&](const Form& one) { return one.id == cell.form && one.instance == cell.instance; });
  fact.form = form == report.forms.end() ? Fact::kNoForm : static_cast<std::uint32_t>(form - report.forms.begin());
  return fact;
}

}  // namespace

Report printed_sheet(const Conversion& conversion) {
  const auto& report = conversion.report;
  Report sheet;
  sheet.format = report.format;
  sheet.title = report.title;
  sheet.issuer = report.issuer;
  sheet.jurisdiction = report.jurisdiction;
  sheet.year = report.year;
  sheet.period = report.period;
  sheet.signoff = report.signoff;
  sheet.forms = report.forms;
  const auto& cells = conversion.ledger.cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].filled()) {
      Fact fact = report.facts[conversion.own_forms ? cells[i].facts.front() : i];
      fact.text = cells[i].value;
      sheet.facts.push_back(std::move(fact));
    } else {
      sheet.facts.push_back(blank_fact(report, cells[i]));
    }
  }
  return sheet;
}

bool prints(const Report& report, std::string_view words) {
  const auto key = fold_key(words);
  const auto says = [&](std::string_view text) { return fold_key(text) == key; };
  const auto in = [&](const std::vector<Section>& sections) {
    return std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
      return says(section.heading) || std::any_of(section.blocks.begin(), section.blocks.end(), [&](const auto& block) {
               const auto* own = std::get_if<Block>(&block);
               return own != nullptr && own->text() != nullptr && says(own->text()->chars);
             });
    });
  };
  return in(report.sections) ||
         std::any_of(report.attachments.begin(), report.attachments.end(),
                     [&](const Attachment& attachment) { return says(attachment.title) || in(attachment.sections); });
}

}  // namespace nianbao
