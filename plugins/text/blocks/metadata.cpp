#include "blocks/metadata.hpp"

#include <algorithm>
#include <optional>

#include "blocks/blanks.hpp"

namespace nianbao::blocks {

namespace {

constexpr std::size_t kLongestName = 8;  // characters
constexpr std::size_t kLongestValue = 240;

struct Labelled {
  std::string name;
  std::string_view value;
};

/// Name without its inner blanks, if the line is a short name of Han characters, a colon and a value.
std::optional<Labelled> labelled(std::string_view body) {
  Labelled result;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < body.size() && characters <= kLongestName;) {
    const auto one = body.substr(i, character_at(body, i));
    i += one.size();
    if (one == ":" || one == "：") {
      result.value = trim(body.substr(i));
      const bool fits = characters >= 2 && result.value.size() <= kLongestValue;
      return fits ? std::optional(std::move(result)) : std::nullopt;
    }
    if (blank_at(one, 0) != 0) {
      continue;
    }
    const auto lead = static_cast<unsigned char>(one.front());
    if (lead < 0xE3 || lead > 0xE9 || one == "、" || one == "。") {
      return std::nullopt;
    }
    result.name += one;
    ++characters;
  }
  return std::nullopt;
}

/// 2018-02-13, 2018年2月13日, 2018/2/13.
bool begins_with_date(std::string_view value) {
  const auto digits = value.find_first_not_of("0123456789");
  if (digits != 4) {
    return false;
  }
  const auto rest = value.substr(digits);
  return rest.front() == '-' || rest.front() == '/' || rest.front() == '.' || rest.starts_with("年");
}

}  // namespace

std::size_t take_properties(const std::vector<Line>& lines, const Source& source, Document& document) {
  std::vector<Property> found;
  bool dated = false;
  std::size_t count = 0;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].body.empty() && count == 0) {
      continue;
    }
    const auto one = lines[i].kind == LineKind::row ? std::nullopt : labelled(lines[i].body);
    if (!one) {
      break;
    }
    ++count;
    taken = i + 1;
    dated = dated || begins_with_date(one->value);
    if (!one->value.empty()) {
      Property property;
      property.name = document.arena().store(one->name);
      property.value = one->value;
      property.at.line = lines[i].number;
      property.at.bytes = source.file_range(one->value);
      found.push_back(property);
    }
  }
  if (count < 2 && !dated) {
    return 0;
  }
  document.properties.insert(document.properties.end(), found.begin(), found.end());
  return taken;
}

}  // namespace nianbao::blocks
