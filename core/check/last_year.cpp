#include "check/last_year.hpp"

namespace nianbao::check {
namespace {

void judge_year(const Report& report, const Report& previous, LastYear& judged) {
  if (report.year == 0 || previous.year == 0) {
    judged.warnings.push_back({"注意：年度不明，无法确认所给的是否为上年报告，暂按上年报告核对。",
                               "Note: a year is not known, so it is not certain that the report given is last year's; "
                               "it was taken as that."});
    return;
  }
  if (previous.year == report.year - 1) {
    return;
  }
  judged.usable = false;
  const auto given = std::to_string(previous.year);
  const auto wanted = std::to_string(report.year - 1);
  judged.warnings.push_back(
      {"注意：所给的上年报告是" + given + "年度的，应为" + wanted + "年度，未用于核对。",
       "Note: the report given as last year's is of " + given + ", not of " + wanted + "; it was not used."});
}

/// A zone may be named with its province or without it.
bool same_area(std::string_view a, std::string_view b) { return a.ends_with(b) || b.ends_with(a); }

bool differ(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

/// Bodies are renamed and areas raised in rank, so another name does not keep the figures from being compared.
void judge_body(const Report& report, const Report& previous, LastYear& judged) {
  const auto& here = report.jurisdiction;
  const auto& there = previous.jurisdiction;
  const bool codes = !here.code.empty() && !there.code.empty();
  if (differ(report.issuer, previous.issuer)) {
    judged.warnings.push_back({"注意：所给的上年报告由“" + std::string(previous.issuer) + "”发布，本年报由“" +
                                   std::string(report.issuer) + "”发布，请确认是否为同一机关。",
                               "Note: the report given as last year's is issued by \"" + std::string(previous.issuer) +
                                   "\", this one by \"" + std::string(report.issuer) +
                                   "\"; check that they are one body."});
  } else if (codes ? here.code != there.code : !same_area(here.name, there.name)) {
    judged.warnings.push_back({"注意：所给的上年报告属于“" + std::string(there.name) + "”，本年报属于“" +
                                   std::string(here.name) + "”，请确认是否为同一机关。",
                               "Note: the report given as last year's is of \"" + std::string(there.name) +
                                   "\", this one of \"" + std::string(here.name) +
                                   "\"; check that they are one body."});
  }
}

}  // namespace

LastYear judge_last_year(const Report& report, const Report& previous) {
  LastYear judged;
  judge_year(report, previous, judged);
  judge_body(report, previous, judged);
  return judged;
}

}  // namespace nianbao::check
