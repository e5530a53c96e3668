#include "outline/header.hpp"

#include <algorithm>

#include "outline/issuer.hpp"
#include "outline/labelled.hpp"
#include "text/number_words.hpp"

namespace nianbao {
namespace {

/// Index of the line with which the first section begins.
std::size_t find_body(const HeaderWork& work, std::size_t title_end) {
  const auto& lines = work.outline.lines;
  for (std::size_t i = title_end; i < lines.size(); ++i) {
    if (lines[i].kind != OutlineLine::Kind::body) {
      continue;
    }
    const auto heading = work.headings.read(work.fold_of(lines[i]), {lines[i].from, lines[i].to});
    if (heading && ((heading->level == 1 && (heading->ordinal == 1 || heading->fit != HeadingFit::none)) ||
                    (heading->level == 2 && heading->ordinal == 1) ||
                    (heading->level == 0 && heading->fit == HeadingFit::exact))) {
      return i;
    }
  }
  return lines.size();
}

Finding period_finding(std::string zh, std::string en, const Place& at) {
  Finding finding;
  finding.rule = "extract/period";
  finding.kind = FindingKind::period;
  finding.severity = FindingSeverity::doubt;
  finding.message = {std::move(zh), std::move(en)};
  finding.at = at;
  return finding;
}

/// Year by the text where no title tells it: the one most often stated before the first section.
std::int16_t year_of_text(const HeaderWork& work) {
  std::vector<std::pair<std::int16_t, int>> counts;
  const std::size_t end = std::min(work.outline.lines.size(), work.body_from + 3);
  for (std::size_t i = 0; i < end; ++i) {
    const auto& line = work.outline.lines[i];
    if (line.kind != OutlineLine::Kind::body) {
      continue;
    }
    const Folded& text = work.fold_of(line);
    for (auto date = find_date(text, line.from, line.to); date; date = find_date(text, date->to, line.to)) {
      const auto it =
          std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == date->date.year; });
      it == counts.end() ? static_cast<void>(counts.emplace_back(date->date.year, 1)) : static_cast<void>(++it->second);
    }
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::int16_t{0} : most->first;
}

void settle_year(HeaderWork& work, std::int16_t title_year, std::int16_t given) {
  auto& report = work.report;
  const auto period_year = report.period.to.year;
  if (title_year != 0 && period_year != 0 && title_year != period_year) {
    report.findings.push_back(
        period_finding("标题写明" + std::to_string(title_year) + "年度，统计期限却为" + to_string(report.period.from) +
                           "至" + to_string(report.period.to) + "。请核对。",
                       "The title says " + std::to_string(title_year) + " but the stated period is " +
                           to_string(report.period.from) + " to " + to_string(report.period.to) + ". Please check.",
                       work.period_at));
  }
  const auto stated = title_year != 0 ? title_year : period_year;
  report.year = stated != 0 ? stated : given != 0 ? given : year_of_text(work);
  if (given != 0 && stated != 0 && given != stated) {
    report.diagnostics.push_back(
        {"year-stated",
         Severity::warning,
         {"报告写明是" + std::to_string(stated) + "年度，未采用指定的" + std::to_string(given) + "年。",
          "The report says that it is of " + std::to_string(stated) + "; the year " + std::to_string(given) +
              " asked for was not taken."},
         {},
         {}});
  }
  if (report.year == 0) {
    report.diagnostics.push_back(
        {"year-unknown",
         Severity::warning,
         {"未能确定报告年度，请用 --year 指明。", "The report's year could not be told; state it with --year."},
         {},
         {}});
  }
}

/// What is left above a title that names issuer and year is a menu, but for lines with a number and the word 附件.
void leave_menu_out(HeaderWork& work, std::size_t title_end) {
  for (std::size_t i = 0; i < title_end; ++i) {
    auto& line = work.outline.lines[i];
    if (line.kind == OutlineLine::Kind::body && !find_number(work.fold_of(line), line.from, line.to) &&
        starts_with_word(work.outline.chars(line), work.words.attachment_starts).empty()) {
      line.kind = OutlineLine::Kind::furniture;
    }
  }
}

/// Where a province may be named: properties, header and titles of attachments; then the whole text.
std::vector<std::vector<std::string_view>> places_in(const HeaderWork& work) {
  std::vector<std::string_view> near;
  std::vector<std::string_view> all;
  for (const auto& property : work.document.properties) {
    near.push_back(property.value);
  }
  const auto& lines = work.outline.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (work.document.blocks[lines[i].block].text() == nullptr) {
      continue;  // a table
    }
    const auto chars = work.fold_of(lines[i]).chars().substr(lines[i].from, lines[i].to - lines[i].from);
    const bool header = i < work.body_from || !starts_with_word(chars, work.words.attachment_starts).empty();
    (header ? near : all).push_back(work.printed(lines[i]));
  }
  return {std::move(near), std::move(all)};
}

}  // namespace

Place HeaderWork::place(const OutlineLine& line, Span span) const {
  const auto& block = document.blocks[line.block];
  const auto& folded = fold_of(line);
  const auto part = folded.slice(block.text()->chars, span.from, span.to);
  const auto from = static_cast<std::uint64_t>(part.data() - block.text()->chars.data());
  return locate(*block.text(), folded.original_range(span.from, span.to), {from, from + part.size()}, block.at);
}

void read_header(HeaderWork& work, const Jurisdictions* jurisdictions, const OutlineOptions& options) {
  auto& report = work.report;
  leave_contents_out(work);
  const auto title_end = end_of_sure_title(work);
  work.body_from = find_body(work, title_end);
  const auto stated = read_properties(work);
  auto title = find_title(work);
  if (auto other = read_title(stated.title, work.words); other && (!title || other->rank > title->rank)) {
    title = std::move(other);
  }
  if (title) {
    report.title = report.store(title->text);
  } else {
    report.diagnostics.push_back({"title-missing",
                                  Severity::warning,
                                  {"未找到年度报告的标题。", "No title of an annual report was found."},
                                  {},
                                  {}});
  }
  read_signoff(work);
  report.signed_on = read_signature(work);
  if (report.signatory.empty() && title && title->issuer.empty()) {
    read_cover(work);
  }
  report.published = !stated.published.empty() ? stated.published : report.signed_on;
  read_statements(work);
  leave_menu_out(work, title_end);
  settle_issuer({work.words, jurisdictions, title ? title->issuer : std::string{}, stated.issuer, options.jurisdiction,
                 places_in(work)},
                report);
  settle_year(work, title ? title->year : std::int16_t{0}, options.year);
}

}  // namespace nianbao
