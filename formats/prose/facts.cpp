#include "facts.hpp"

#include <algorithm>
#include <string>

namespace nianbao::prose_format {

bool is_whole(const ConceptKey& key) {
  constexpr std::string_view kWholes[] = {"disclosure.total", "request.received", "request.closed",   "reply.total",
                                          "outcome.total",    "dispute.total",    "response.hotspots"};
  return std::find(std::begin(kWholes), std::end(kWholes), key.id) != std::end(kWholes);
}

bool is_share(const Decimal& part, const Decimal& whole, const Claim& claim) {
  const Decimal step = claim.step.value_or(Decimal(1));
  const auto hundredfold = Decimal::multiply(part, Decimal(100));
  const auto below = Decimal::subtract(*claim.value, step);
  const auto above = Decimal::add(*claim.value, step);
  const auto low = below ? Decimal::multiply(*below, whole) : std::nullopt;
  const auto high = above ? Decimal::multiply(*above, whole) : std::nullopt;
  return hundredfold && low && high && *low < *hundredfold && *hundredfold < *high;
}

Finding other_year_finding(const Report& report, const std::vector<std::uint32_t>& facts, int year) {
  const std::string stated = std::to_string(year);
  const std::string own = std::to_string(report.year);
  Finding finding;
  finding.rule = "extract/period";
  finding.kind = FindingKind::period;
  finding.severity = FindingSeverity::doubt;
  finding.at = report.facts[facts.front()].at;
  finding.message = {"这句话写的是" + stated + "年，而本报告是" + own + "年的。请核对年份，或这些数据是否属于本年度。",
                     "The sentence speaks of " + stated + ", the report is for " + own +
                         ". Check the year, or whether the figures belong to this report."};
  for (const auto fact : facts) {
    finding.facts.push_back({fact, report.facts[fact].key});
  }
  return finding;
}

}  // namespace nianbao::prose_format
