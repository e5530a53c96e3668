#include "pipeline/claims.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "pipeline/current_format.hpp"

namespace nianbao {
namespace {

/// How well the claim explains its place; below zero it explains nothing.
int score(const FormClaim& claim) { return static_cast<int>(claim.matched) - static_cast<int>(claim.foreign); }

template <typename T>
bool ranges_meet(T from_a, T to_a, T from_b, T to_b) {
  return from_a <= to_b && from_b <= to_a;
}

bool overlap(const Piece& a, const Piece& b) {
  if (a.block != b.block) {
    return false;
  }
  if (a.row_to != 0 && b.row_to != 0) {
    return ranges_meet(a.row_from, a.row_to, b.row_from, b.row_to);
  }
  if (a.byte_to != 0 && b.byte_to != 0) {
    return ranges_meet(a.byte_from, a.byte_to - 1, b.byte_from, b.byte_to - 1);
  }
  return true;
}

bool overlap(const FormClaim& a, const FormClaim& b) {
  return std::any_of(a.pieces.begin(), a.pieces.end(), [&](const Piece& x) {
    return std::any_of(b.pieces.begin(), b.pieces.end(), [&](const Piece& y) { return overlap(x, y); });
  });
}

/// What applies to the whole country is no more for this report than for any other.
bool applies(const Template& format, const ClaimContext& context) {
  const auto& places = format.applies_to.jurisdictions;
  const auto& years = format.applies_to.years;
  const bool nationwide = places.empty() || says_nationwide(format);
  const bool somewhere = nationwide || any_holds(places, context.where, context.divisions);
  const bool some_year = context.year == 0 || years.contains(context.year);
  const bool says_something = !nationwide || years.from != 0 || years.to != 0;
  return says_something && somewhere && some_year;
}

using Preference = std::tuple<bool, bool, bool, std::string_view>;

/// Order between templates that explain a report equally well: what applies to it, then what is in
/// force in its year, then the base before what is derived from it, then the id.
Preference preference_of(const Template& format, const ClaimContext& context) {
  const bool in_force = context.year != 0 && format.in_force.contains(context.year);
  return {!applies(format, context), !in_force, !format.extends.empty(), format.id};
}

/// The preference of each template that has a claim.
class Preferences {
 public:
  Preferences(const std::vector<FormClaim>& claims, const ClaimContext& context) {
    for (const auto& claim : claims) {
      if (of_.find(claim.format) == of_.end()) {
        of_.emplace(claim.format, preference_of(*claim.format, context));
      }
    }
  }
  [[nodiscard]] const Preference& operator()(const Template* format) const { return of_.at(format); }

 private:
  std::map<const Template*, Preference> of_;
};

/// For each family the template that explains most of the report.
std::map<std::string_view, const Template*> skeletons(const std::vector<FormClaim>& claims,
                                                      const Preferences& preference) {
  std::map<const Template*, int> totals;
  for (const auto& claim : claims) {
    totals[claim.format] += score(claim);
  }
  std::map<std::string_view, const Template*> best;
  for (const auto& claim : claims) {
    const Template*& current = best[claim.format->family];
    if (current == nullptr || totals[claim.format] > totals[current] ||
        (totals[claim.format] == totals[current] && preference(claim.format) < preference(current))) {
      current = claim.format;
    }
  }
  return best;
}

auto document_order(const FormClaim& claim) {
  const auto& first = claim.pieces.front();
  return std::make_tuple(first.block, first.row_from, first.byte_from);
}

void count_instances(std::vector<FormClaim>& claims) {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> seen;
  for (auto& claim : claims) {
    claim.instance = ++seen[{claim.format->family, claim.form->id}];
  }
}

void choose_skeleton(ChosenClaims& chosen, const Preferences& preference) {
  std::map<const Template*, int> totals;
  for (const auto& claim : chosen.claims) {
    totals[claim.format] += score(claim);
  }
  for (const auto& claim : chosen.claims) {
    const Template* current = chosen.skeleton;
    if (current == nullptr || totals[claim.format] > totals[current] ||
        (totals[claim.format] == totals[current] && preference(claim.format) < preference(current))) {
      chosen.skeleton = claim.format;
    }
  }
  for (const auto& claim : chosen.claims) {
    if (claim.format == chosen.skeleton) {
      chosen.certainty = std::max(chosen.certainty, claim.certainty);
    }
  }
}

}  // namespace

ChosenClaims choose_claims(std::vector<FormClaim> claims, const ClaimContext& context) {
  claims.erase(std::remove_if(claims.begin(), claims.end(),
                              [](const FormClaim& c) { return c.pieces.empty() || score(c) <= 0; }),
               claims.end());
  const Preferences preference(claims, context);
  const auto best = skeletons(claims, preference);
  // A quarter more for the skeleton: 20 of 25 labels of the right generation beat 23 of 23 of another.
  const auto rank = [&](const FormClaim& claim) {
    const int value = score(claim) * 4;
    return best.at(claim.format->family) == claim.format ? value + value / 4 : value;
  };
  std::stable_sort(claims.begin(), claims.end(), [&](const FormClaim& a, const FormClaim& b) {
    return std::make_tuple(-rank(a), preference(a.format), document_order(a)) <
           std::make_tuple(-rank(b), preference(b.format), document_order(b));
  });
  ChosenClaims chosen;
  for (auto& claim : claims) {
    const bool free = std::none_of(chosen.claims.begin(), chosen.claims.end(),
                                   [&](const FormClaim& taken) { return overlap(taken, claim); });
    if (free) {
      chosen.claims.push_back(std::move(claim));
    }
  }
  std::stable_sort(chosen.claims.begin(), chosen.claims.end(),
                   [](const FormClaim& a, const FormClaim& b) { return document_order(a) < document_order(b); });
  count_instances(chosen.claims);
  choose_skeleton(chosen, preference);
  return chosen;
}

}  // namespace nianbao
