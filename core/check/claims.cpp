// What the prose says about its own figures: shares, sums, growth.

#include <optional>

#include "check/run.hpp"

namespace nianbao::check {
namespace {

/// low < value < high, all times the same positive number.
bool within(const Decimal& value, const Decimal& low, const Decimal& high) { return low < value && value < high; }

class Claims {
 public:
  explicit Claims(Run& run) : run_(run) {}

  void run() {
    for (const auto& claim : run_.report.claims) {
      if (!claim.value || claim.of.empty()) {
        continue;
      }
      switch (claim.kind) {
        case ClaimKind::share:
          check_share(claim);
          break;
        case ClaimKind::sum:
          check_sum(claim);
          break;
        case ClaimKind::growth:
          check_growth(claim);
          break;
      }
    }
  }

 private:
  using Indices = std::vector<std::uint32_t>;

  /// A fact's value; a total left blank in a table is the sum of its members.
  std::optional<Decimal> value_of(std::uint32_t index) const {
    const Fact& fact = run_.report.facts[index];
    if (fact.value || fact.status != Status::blank) {
      return fact.value;
    }
    for (const auto& table : run_.tables) {
      for (const auto& dim : fact.key.dims) {
        std::optional<Decimal> sum;
        for (const auto member : run_.rules.concepts().sum_of(dim.name, dim.member)) {
          ConceptKey key = fact.key;
          key.dims.set(dim.name, member);
          const Figure part = table.source->figure(key);
          if (part.state != FigureState::known) {
            return std::nullopt;
          }
          sum = Decimal::add(sum.value_or(Decimal(0)), part.value);
        }
        if (sum) {
          return sum;
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Decimal> sum(const Indices& facts) const {
    std::optional<Decimal> total = Decimal(0);
    for (const auto fact : facts) {
      const auto value = fact < run_.report.facts.size() ? value_of(fact) : std::nullopt;
      total = total && value ? Decimal::add(*total, *value) : std::nullopt;
    }
    return total;
  }

  /// True if 100 × part / whole is what is stated, rounded or cut; nothing if that cannot be said.
  static std::optional<bool> is_percent(const Decimal& part, const Decimal& whole, const Claim& claim) {
    const Decimal step = claim.step.value_or(Decimal(1));
    const auto hundredfold = Decimal::multiply(part, Decimal(100));
    const auto below = Decimal::subtract(*claim.value, step);
    const auto above = Decimal::add(*claim.value, step);
    const auto low = below ? Decimal::multiply(*below, whole) : std::nullopt;
    const auto high = above ? Decimal::multiply(*above, whole) : std::nullopt;
    if (whole <= Decimal(0) || !hundredfold || !low || !high) {
      return std::nullopt;
    }
    return within(*hundredfold, *low, *high);
  }

  /// 100 × part / whole to two decimals, cut: what a reader compares with.
  static std::string percent_text(const Decimal& part, const Decimal& whole) {
    const auto scale = std::max(part.scale(), whole.scale());
    const auto a = part.shifted(scale + 4);
    const auto b = whole.shifted(scale);
    if (!a || !b || b->is_zero()) {
      return "?";
    }
    const auto quotient = static_cast<std::int64_t>(a->coefficient() / b->coefficient());
    return Decimal(quotient).shifted(-2)->to_string();
  }

  void check_share(const Claim& claim) {
    const auto part = sum(claim.of);
    const auto whole = sum(claim.base);
    const auto right = part && whole && !claim.base.empty() ? is_percent(*part, *whole, claim) : std::nullopt;
    if (!right) {
      return;
    }
    if (*right) {
      run_.held();
      return;
    }
    Finding finding = about(claim, "check/share", FindingKind::percent);
    const auto computed = percent_text(*part, *whole);
    finding.message = {"正文所称比例与数据不符：" + part->to_string() + "占" + whole->to_string() + "的" + computed +
                           "%，正文为" + claim.value->to_string() + "%" + quote(claim) + "。请核对比例或数据。",
                       "A share in the text does not follow from its figures: " + part->to_string() + " of " +
                           whole->to_string() + " is " + computed + "%, the text says " + claim.value->to_string() +
                           "%. Check the share or the figures."};
    run_.failed(std::move(finding));
  }

  /// A sum of figures of the tables that the prose states is prose against table; else arithmetic.
  void check_sum(const Claim& claim) {
    const auto total = sum(claim.of);
    if (!total) {
      return;
    }
    if (*total == *claim.value) {
      run_.held();
      return;
    }
    const bool tables = run_.report.facts[claim.of.front()].source == Source::table;
    Finding finding = about(claim, "check/stated-sum", tables ? FindingKind::conflict : FindingKind::arithmetic);
    std::string parts;
    for (const auto fact : claim.of) {
      const auto value = value_of(fact);
      parts += (parts.empty() ? "" : "＋") + run_.names.of(fact).meaning.zh +
               (value ? value->to_string() : std::string("?"));
    }
    finding.message = {"正文所称合计与" + std::string(tables ? "表格" : "各项") + "不符：" + parts + "＝" +
                           total->to_string() + "，正文为" + claim.value->to_string() + quote(claim) +
                           "。请核对正文或各项数据。",
                       "A sum in the text does not follow from its parts: they add up to " + total->to_string() +
                           ", the text says " + claim.value->to_string() + ". Check the text or the parts."};
    run_.failed(std::move(finding));
  }

  void check_growth(const Claim& claim) {
    if (run_.previous == nullptr) {
      run_.not_assessable(NotAssessable::no_previous);
      return;
    }
    const auto now = sum(claim.of);
    std::optional<Decimal> before = Decimal(0);
    for (const auto fact : claim.of) {
      const Figure figure = run_.previous->figure(run_.report.facts[fact].key);
      before = before && figure.state == FigureState::known ? Decimal::add(*before, figure.value) : std::nullopt;
    }
    const auto grown = now && before ? Decimal::subtract(*now, *before) : std::nullopt;
    const auto right = grown ? is_percent(*grown, *before, claim) : std::nullopt;
    if (!right) {
      run_.not_assessable(NotAssessable::absent);
      return;
    }
    if (*right) {
      run_.held();
      return;
    }
    Finding finding = about(claim, "check/growth", FindingKind::series);
    const auto computed = percent_text(*grown, *before);
    finding.message = {"正文所称增减与上年报告不符：上年" + before->to_string() + "，本年" + now->to_string() +
                           "，增减" + computed + "%，正文为" + claim.value->to_string() + "%" + quote(claim) +
                           "。请核对两年的数据。",
                       "A growth in the text does not follow from last year's report: " + before->to_string() +
                           ", then " + now->to_string() + ", a change of " + computed + "%; the text says " +
                           claim.value->to_string() + "%. Check the figures of both years."};
    run_.failed(std::move(finding));
  }

  Finding about(const Claim& claim, const char* rule, FindingKind kind) const {
    Finding finding;
    finding.rule = rule;
    finding.kind = kind;
    finding.severity = FindingSeverity::doubt;
    Indices facts = claim.of;
    facts.insert(facts.end(), claim.base.begin(), claim.base.end());
    name_facts(finding, run_.report, facts);
    finding.at = claim.at;
    return finding;
  }

  static std::string quote(const Claim& claim) {
    return claim.text.empty() ? std::string{} : "（“" + std::string(claim.text) + "”）";
  }

  Run& run_;
};

}  // namespace

void check_claims(Run& run) { Claims(run).run(); }

}  // namespace nianbao::check
