#include "yaml/node.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::yaml {

const Node* Node::find(std::string_view key) const noexcept {
  const auto it = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
  return it == entries.end() ? nullptr : it->value.get();
}

std::string Fault::where() const { return file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column); }

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view closest(std::string_view name, const std::vector<std::string_view>& known) {
  constexpr std::size_t kLongest = 60;
  if (name.size() > kLongest) {
    return {};
  }
  std::string_view best;
  std::size_t least = name.size() / 3 + 2;
  for (const auto candidate : known) {
    const auto distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace nianbao::yaml
