// What the prose says about its own figures: shares, sums, growth.

#include <algorithm>
#include <optional>

#include "check/run.hpp"

namespace nianbao::check {
namespace {

/// low < value < high, all times the same positive number.
bool within(const Decimal& value, const Decimal& low, const Decimal& high) { return low < value && value < high; }

/// A figure, or what it is at least where some of its parts are blank: figures are never negative.
struct Amount {
  Decimal value;
  bool at_least = false;
};

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
  std::optional<Amount> value_of(std::uint32_t index) const {
    const Fact& fact = run_.report.facts[index];
    if (fact.value) {
      return Amount{*fact.value};
    }
    for (const auto& table : run_.tables) {
      for (const auto& dim : fact.key.dims) {
        auto sum = fact.status == Status::blank ? sum_of_members(fact.key, dim, *table.source) : std::nullopt;
        if (sum) {
          return sum;
        }
      }
    }
    return std::nullopt;
  }

  /// None if no member is known, or one is neither known nor blank.
  std::optional<Amount> sum_of_members(ConceptKey key, const Dimension& total, const FigureSource& source) const {
    std::optional<Amount> sum;
    bool blanks = false;
    for (const auto member : run_.rules.concepts().sum_of(total.name, total.member)) {
      key.dims.set(total.name, member);
      const Figure part = source.figure(key);
      if (part.state != FigureState::known && part.state != FigureState::blank) {
        return std::nullopt;
      }
      if (part.state == FigureState::blank) {
        blanks = true;
        continue;
      }
      const auto added = Decimal::add(sum ? sum->value : Decimal(0), part.value);
      if (!added) {
        return std::nullopt;
      }
      sum = Amount{*added};
    }
    if (sum) {
      sum->at_least = blanks;
    }
    return sum;
  }

  std::optional<Amount> total(const Indices& facts) const {
    Amount sum{Decimal(0)};
    for (const auto fact : facts) {
      const auto part = fact < run_.report.facts.size() ? value_of(fact) : std::nullopt;
      const auto added = part ? Decimal::add(sum.value, part->value) : std::nullopt;
      if (!added) {
        return std::nullopt;
      }
      sum = {*added, sum.at_least || part->at_least};
    }
    return sum;
  }

  /// The same where it is no mere lower bound.
  std::optional<Decimal> sum(const Indices& facts) const {
    const auto amount = total(facts);
    return amount && !amount->at_least ? std::optional(amount->value) : std::nullopt;
  }

  /// What the text itself says of these figures: their sum, if it states one.
  std::optional<Decimal> stated(const Indices& facts) const {
    const auto& claims = run_.report.claims;
    const auto it = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.kind == ClaimKind::sum && claim.of == facts && claim.value;
    });
    return it != claims.end() ? it->value : sum(facts);
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
    const auto part = stated(claim.of);
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

  /// The parts that a text lists add up to another figure than the one they are parts of.
  Message listed_parts_message(const Claim& claim, const Decimal& whole) const {
    const auto name = run_.names.of(claim.of.front()).meaning;
    const auto listed = claim.value->to_string();
    return {"正文所列各项之和为" + listed + "，“" + name.zh + "”为" + whole.to_string() +
                "，两者不符。请核对各项数据或总数。",
            "The parts that the text lists add up to " + listed + ", but “" + name.en + "” is " + whole.to_string() +
                ". Check the parts or the total."};
  }

  Message sum_message(const Claim& claim, const Amount& amount) const {
    const bool tables = run_.report.facts[claim.of.front()].source == Source::table;
    std::string parts;
    for (const auto fact : claim.of) {
      const auto value = value_of(fact);
      parts += (parts.empty() ? "" : "＋") + run_.names.of(fact).meaning.zh +
               (value ? value->value.to_string() : std::string("?"));
    }
    const Message blanks = amount.at_least ? Message{"（空白单元格未计入）", " (blank cells left out)"} : Message{};
    return {"正文所称合计与" + std::string(tables ? "表格" : "各项") + "不符：" + parts + "＝" +
                amount.value.to_string() + blanks.zh + "，正文为" + claim.value->to_string() + quote(claim) +
                "。请核对正文或各项数据。",
            "A sum in the text does not follow from its parts: they add up to " + amount.value.to_string() + blanks.en +
                ", the text says " + claim.value->to_string() + ". Check the text or the parts."};
  }

  /// A sum of figures of the tables that the prose states is prose against table; else arithmetic.
  void check_sum(const Claim& claim) {
    const auto amount = total(claim.of);
    if (!amount || (amount->at_least && amount->value < *claim.value)) {
      return;
    }
    if (amount->value == *claim.value) {
      run_.held();
      return;
    }
    const bool tables = run_.report.facts[claim.of.front()].source == Source::table;
    Finding finding = about(claim, "check/stated-sum", tables ? FindingKind::conflict : FindingKind::arithmetic);
    finding.message = claim.of.size() == 1 ? listed_parts_message(claim, amount->value) : sum_message(claim, *amount);
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
