#include <algorithm>
#include <vector>

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {
namespace {

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> result;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    result.push_back(text.substr(i, length));
    i += length;
  }
  return result;
}

/// Length of the longest common subsequence: dropped and added characters cost one each, wherever
/// they are.
std::size_t common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const auto x : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto above = row[j + 1];
      row[j + 1] = x == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

double similarity(std::string_view a, std::string_view b) {
  if (a == b) {
    return 1;
  }
  constexpr std::size_t kLongest = 400;
  if (a.empty() || b.empty() || a.size() > kLongest || b.size() > kLongest) {
    return 0;
  }
  const auto x = characters(a);
  const auto y = characters(b);
  return 2.0 * static_cast<double>(common(x, y)) / static_cast<double>(x.size() + y.size());
}

}  // namespace nianbao::forms
