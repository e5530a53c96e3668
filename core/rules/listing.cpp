#include "rules/listing.hpp"

#include <algorithm>

#include "text/joined.hpp"

namespace nianbao {

std::string place_text(const RuleOrigin& origin) { return origin.file + ":" + std::to_string(origin.line); }

std::string places_text(const RuleChanges& changes) {
  std::string text;
  for (const auto& change : changes) {
    text += (text.empty() ? "" : ", ") + place_text(change);
  }
  return text;
}

std::string years_text(const YearRange& years) {
  if (years.from == 0 && years.to == 0) {
    return {};
  }
  const auto from = years.from == 0 ? std::string() : std::to_string(years.from);
  if (years.from == years.to) {
    return from;
  }
  return from + ".." + (years.to == 0 ? std::string() : std::to_string(years.to));
}

std::string cells_text(const std::vector<ConceptKey>& cells) {
  std::string dims;
  for (const auto& dimension : cells.front().dims) {
    std::vector<std::string> members;
    for (const auto& cell : cells) {
      std::string member(cell.dims.get(dimension.name));
      if (std::find(members.begin(), members.end(), member) == members.end()) {
        members.push_back(std::move(member));
      }
    }
    dims += (dims.empty() ? "" : ",") + std::string(dimension.name) + "=" + joined(members, "|");
  }
  return std::string(cells.front().id) + (dims.empty() ? "" : "{" + dims + "}");
}

std::vector<std::string> context_names(const ProsePattern& pattern) {
  std::vector<std::string> names;
  for (const auto kind : pattern.context) {
    names.emplace_back(to_string(kind));
  }
  return names;
}

}  // namespace nianbao
