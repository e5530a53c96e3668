#include "loose_shares.hpp"

#include <algorithm>
#include <string>

#include "facts.hpp"

namespace nianbao::prose_format {

namespace {

/// All numbers of the passage: a share may be that of any of them.
std::vector<Decimal> numbers_of(const Folded& passage) {
  std::vector<Decimal> numbers;
  for (auto number = find_number(passage, 0); number; number = find_number(passage, number->to)) {
    numbers.push_back(number->value);
  }
  return numbers;
}

bool fits_any(const LooseShare& share, const std::vector<Decimal>& wholes) {
  return std::any_of(wholes.begin(), wholes.end(),
                     [&](const Decimal& whole) { return is_share(share.part, whole, share.claim); });
}

/// 100 × part / whole to two decimals, cut: what a reader compares with.
std::string percent_text(const Decimal& part, const Decimal& whole) {
  const auto scale = std::max(part.scale(), whole.scale());
  const auto a = part.shifted(scale + 4);
  const auto b = whole.shifted(scale);
  if (!a || !b || b->is_zero()) {
    return "?";
  }
  return Decimal(static_cast<std::int64_t>(a->coefficient() / b->coefficient())).shifted(-2)->to_string();
}

Finding doubt(const LooseShare& share, const Said& whole, const Report& report) {
  const std::string part = share.part.to_string();
  const std::string all = whole.value->to_string();
  const std::string computed = percent_text(share.part, *whole.value);
  const std::string stated = share.claim.value->to_string();
  Finding finding;
  finding.rule = "extract/share";
  finding.kind = FindingKind::percent;
  finding.severity = FindingSeverity::doubt;
  finding.at = share.claim.at;
  finding.message = {
      "正文所称比例与数据不符：" + part + "占" + all + "的" + computed + "%，正文为" + stated + "%。请核对比例或数据。",
      "A share in the text does not follow from its figures: " + part + " of " + all + " is " + computed +
          "%, the text says " + stated + "%. Check the share or the figures."};
  for (const auto fact : whole.facts) {
    finding.facts.push_back({fact, report.facts[fact].key});
  }
  return finding;
}

}  // namespace

std::vector<Finding> doubtful_shares(const std::vector<LooseShare>& shares, const SaidFigures& said,
                                     const Folded& passage, const Report& report) {
  std::vector<Finding> findings;
  const auto wholes = shares.size() > 1 ? said.wholes() : std::vector<const Said*>{};
  const auto numbers = wholes.empty() ? std::vector<Decimal>{} : numbers_of(passage);
  for (const Said* whole : wholes) {
    const auto fits = [&](const LooseShare& share) { return is_share(share.part, *whole->value, share.claim); };
    if (std::none_of(shares.begin(), shares.end(), fits)) {
      continue;
    }
    for (const LooseShare& share : shares) {
      if (share.part < *whole->value && !fits_any(share, numbers)) {
        findings.push_back(doubt(share, *whole, report));
      }
    }
    break;
  }
  return findings;
}

}  // namespace nianbao::prose_format
