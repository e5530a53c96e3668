#include "forms/row_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace nianbao::forms {
namespace {

struct Number {
  std::size_t from = 0;
  std::size_t size = 0;  ///< 0: there is none
};

/// Where the number of 其中：2.网上申请数 stands.
Number number_in(std::string_view label) {
  constexpr std::string_view kAmong = "其中：";
  const std::size_t from = label.substr(0, kAmong.size()) == kAmong ? kAmong.size() : 0;
  const auto to = std::min(label.find_first_not_of("0123456789", from), label.size());
  return to < label.size() && label[to] == '.' ? Number{from, to - from} : Number{};
}

}  // namespace

std::size_t shared(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::string numbered_label(const TemplateBlock& block, const std::vector<std::uint32_t>& rows, std::size_t i) {
  const auto& path = block.rows[rows[i]].path;
  std::string label(path.back());
  const auto number = number_in(label);
  const auto beside = [&](std::uint32_t row) {
    const auto& other = block.rows[row].path;
    return other.size() == path.size() && shared(other, path) + 1 >= path.size() && number_in(other.back()).size != 0;
  };
  std::vector<std::uint32_t> every(block.rows.size());
  std::iota(every.begin(), every.end(), 0U);
  const bool all = std::count_if(rows.begin(), rows.end(), beside) == std::count_if(every.begin(), every.end(), beside);
  if (number.size == 0 || all) {
    return label;
  }
  const auto place = std::count_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i) + 1, beside);
  return label.replace(number.from, number.size, std::to_string(place));
}

}  // namespace nianbao::forms
