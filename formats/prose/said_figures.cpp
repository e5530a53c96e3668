#include "said_figures.hpp"

#include <algorithm>

#include "facts.hpp"

namespace nianbao::prose_format {

bool SaidFigures::tells_part(const Said& said, bool part) const {
  return std::any_of(said_.begin(), said_.end(), [&](const Said& earlier) {
    const bool near = earlier.sentence == said.sentence || part;
    return near && earlier.key == said.key && earlier.value != said.value && earlier.year == said.year;
  });
}

bool SaidFigures::complete(Claim& claim, std::size_t sentence, std::size_t from) const {
  const auto of = std::find_if(said_.begin(), said_.end(),
                               [&](const Said& said) { return said.sentence == sentence && said.from == from; });
  if (of == said_.end()) {
    return false;
  }
  claim.unit = "%";
  claim.of = of->facts;
  if (claim.kind != ClaimKind::share) {
    return true;
  }
  const Said* base = base_of(*of, claim);
  if (base == nullptr) {
    return false;
  }
  claim.base = base->facts;
  return true;
}

/// Of several wholes the share is of the one it fits; if it fits none, of the last one told.
const Said* SaidFigures::base_of(const Said& part, const Claim& share) const {
  const Said* base = nullptr;
  for (const Said* said = &part; said != said_.data();) {
    --said;
    if (!is_whole(said->key) || said->key == part.key) {
      continue;
    }
    if (part.value && said->value && is_share(*part.value, *said->value, share)) {
      return said;
    }
    base = base == nullptr ? said : base;
  }
  return base;
}

std::vector<const Said*> SaidFigures::wholes() const {
  std::vector<const Said*> found;
  for (const Said& said : said_) {
    if (is_whole(said.key) && said.value) {
      found.push_back(&said);
    }
  }
  return found;
}

bool SaidFigures::complete_sum(Claim& claim, const std::vector<ConceptKey>& parts, const Report& report) const {
  for (const ConceptKey& part : parts) {
    const auto table = std::find_if(report.facts.begin(), report.facts.end(),
                                    [&](const Fact& fact) { return fact.source == Source::table && fact.key == part; });
    const auto said = std::find_if(said_.begin(), said_.end(), [&](const Said& one) { return one.key == part; });
    if (table != report.facts.end()) {
      claim.of.push_back(static_cast<std::uint32_t>(table - report.facts.begin()));
    } else if (said != said_.end()) {
      claim.of.push_back(said->facts.front());
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace nianbao::prose_format
