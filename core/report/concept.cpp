#include <nianbao/sdk/concept.hpp>

#include <cstdint>
#include <cstring>

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

namespace {

std::uint64_t load(const char* from, std::size_t size) {
  std::uint64_t word = 0;
  if (size != 0) {
    std::memcpy(&word, from, size);
  }
  return word;
}

/// Ids and members differ at their ends or at their beginnings: sixteen characters tell them apart.
std::uint64_t ends_of(std::string_view text) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  if (text.size() < kWord) {
    return load(text.data(), text.size());
  }
  constexpr std::uint64_t kOdd = 0xC2B2AE3D27D4EB4FULL;
  return load(text.data(), kWord) * kOdd + load(text.data() + text.size() - kWord, kWord);
}

}  // namespace

std::size_t ConceptKeyHash::operator()(const ConceptKey& key) const noexcept {
  std::uint64_t value = 0;
  const auto mix = [&value](std::string_view text) {
    value = (value ^ ends_of(text) ^ text.size()) * 0x9E3779B97F4A7C15ULL;
    value ^= value >> 32U;
  };
  mix(key.id);
  for (const auto& dimension : key.dims) {
    mix(dimension.name);
    mix(dimension.member);
  }
  return static_cast<std::size_t>(value);
}

}  // namespace nianbao
