#include <nianbao/sdk/concept.hpp>

#include <functional>

namespace nianbao {

std::string to_string(const ConceptKey& key) {
  std::string text(key.id);
  char separator = '{';
  for (const auto& dimension : key.dims) {
    text.push_back(separator);
    text.append(dimension.name).push_back('=');
    text.append(dimension.member);
    separator = ',';
  }
  if (!key.dims.empty()) {
    text.push_back('}');
  }
  return text;
}

std::size_t ConceptKeyHash::operator()(const ConceptKey& key) const noexcept {
  const std::hash<std::string_view> hash;
  std::size_t value = hash(key.id);
  const auto mix = [&value](std::size_t part) { value = (value ^ part) * 0x9E3779B97F4A7C15ULL; };
  for (const auto& dimension : key.dims) {
    mix(hash(dimension.name));
    mix(hash(dimension.member));
  }
  return value;
}

}  // namespace nianbao
