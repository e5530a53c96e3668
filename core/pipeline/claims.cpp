#include "pipeline/claims.hpp"

#include <algorithm>
#include <map>
#include <tuple>

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

bool applies(const Template& format, const ClaimContext& context) {
  const auto& places = format.applies_to.jurisdictions;
  const bool somewhere = places.empty() || std::any_of(places.begin(), places.end(), [&](std::string_view place) {
                           return place == context.jurisdiction ||
                                  (!context.jurisdiction_code.empty() && context.jurisdiction_code.starts_with(place));
                         });
  const bool some_year = context.year == 0 || format.applies_to.years.contains(context.year);
  const bool says_something = !places.empty() || format.applies_to.years.from != 0 || format.applies_to.years.to != 0;
  return says_something && somewhere && some_year;
}

/// Order between templates that explain a report equally well: what applies to it, then what is in
/// force in its year, then the base before what is derived from it, then the id.
auto preference(const Template& format, const ClaimContext& context) {
  const bool in_force = context.year != 0 && format.in_force.contains(context.year);
  return std::make_tuple(!applies(format, context), !in_force, !format.extends.empty(), format.id);
}

/// For each family the template that explains most of the report.
std::map<std::string_view, const Template*> skeletons(const std::vector<FormClaim>& claims,
                                                      const ClaimContext& context) {
  std::map<const Template*, int> totals;
  for (const auto& claim : claims) {
    totals[claim.format] += score(claim);
  }
  std::map<std::string_view, const Template*> best;
  for (const auto& claim : claims) {
    const Template*& current = best[claim.format->family];
    if (current == nullptr || totals[claim.format] > totals[current] ||
        (totals[claim.format] == totals[current] &&
         preference(*claim.format, context) < preference(*current, context))) {
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

void choose_skeleton(ChosenClaims& chosen, const ClaimContext& context) {
  std::map<const Template*, int> totals;
  for (const auto& claim : chosen.claims) {
    totals[claim.format] += score(claim);
  }
  for (const auto& claim : chosen.claims) {
    const Template* current = chosen.skeleton;
    if (current == nullptr || totals[claim.format] > totals[current] ||
        (totals[claim.format] == totals[current] &&
         preference(*claim.format, context) < preference(*current, context))) {
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
  const auto best = skeletons(claims, context);
  // A quarter more for the skeleton: 20 of 25 labels of the right generation beat 23 of 23 of another.
  const auto rank = [&](const FormClaim& claim) {
    const int value = score(claim) * 4;
    return best.at(claim.format->family) == claim.format ? value + value / 4 : value;
  };
  std::stable_sort(claims.begin(), claims.end(), [&](const FormClaim& a, const FormClaim& b) {
    return std::make_tuple(-rank(a), preference(*a.format, context), document_order(a)) <
           std::make_tuple(-rank(b), preference(*b.format, context), document_order(b));
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
  choose_skeleton(chosen, context);
  return chosen;
}

}  // namespace nianbao
