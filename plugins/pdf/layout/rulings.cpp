#include "layout/rulings.hpp"

#include <numeric>

namespace nianbao::pdf {
namespace {

/// More lines than any table has; a drawing has more.
constexpr std::size_t kMostRulings = 6000;

bool touch(const Ruling& horizontal, const Ruling& vertical) {
  return vertical.at >= horizontal.from - kSamePosition && vertical.at <= horizontal.to + kSamePosition &&
         horizontal.at >= vertical.from - kSamePosition && horizontal.at <= vertical.to + kSamePosition;
}

/// Merges lines of one direction.
std::vector<Ruling> merge(std::vector<Ruling> lines) {
  constexpr double kSameLine = 1.2;
  std::sort(lines.begin(), lines.end(), [](const Ruling& a, const Ruling& b) { return a.at < b.at; });
  std::vector<Ruling> merged;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && lines[end].at - lines[begin].at <= kSameLine) {
      ++end;
    }
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
    merged.push_back(lines[begin]);
    for (auto it = first + 1; it != last; ++it) {
      if (it->from <= merged.back().to + kSamePosition) {
        merged.back().to = std::max(merged.back().to, it->to);
      } else {
        merged.push_back(*it);
      }
    }
    begin = end;
  }
  return merged;
}

class Groups {
 public:
  explicit Groups(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0U); }
  std::size_t find(std::size_t item) {
    while (parents_[item] != item) {
      item = parents_[item] = parents_[parents_[item]];
    }
    return item;
  }
  void join(std::size_t a, std::size_t b) { parents_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parents_;
};

}  // namespace

std::vector<Ruling> merge_rulings(std::vector<Ruling> rulings) {
  const auto middle =
      std::stable_partition(rulings.begin(), rulings.end(), [](const Ruling& r) { return r.horizontal; });
  auto merged = merge({rulings.begin(), middle});
  const auto vertical = merge({middle, rulings.end()});
  merged.insert(merged.end(), vertical.begin(), vertical.end());
  return merged;
}

std::vector<std::vector<Ruling>> connected_rulings(const std::vector<Ruling>& rulings) {
  if (rulings.size() > kMostRulings) {
    return {};
  }
  Groups groups(rulings.size());
  for (std::size_t a = 0; a < rulings.size(); ++a) {
    for (std::size_t b = 0; rulings[a].horizontal && b < rulings.size(); ++b) {
      if (!rulings[b].horizontal && touch(rulings[a], rulings[b])) {
        groups.join(a, b);
      }
    }
  }
  std::vector<std::vector<Ruling>> all(rulings.size());
  for (std::size_t i = 0; i < rulings.size(); ++i) {
    all[groups.find(i)].push_back(rulings[i]);
  }
  const auto one_way = [](const std::vector<Ruling>& group) {
    const auto horizontal = std::count_if(group.begin(), group.end(), [](const Ruling& r) { return r.horizontal; });
    return horizontal == 0 || horizontal == static_cast<std::ptrdiff_t>(group.size());
  };
  all.erase(std::remove_if(all.begin(), all.end(), one_way), all.end());
  return all;
}

std::vector<double> distinct_positions(std::vector<double> positions) {
  std::sort(positions.begin(), positions.end());
  std::vector<double> distinct;
  double sum = 0;
  int count = 0;
  double first = 0;
  double last = 0;
  const auto finish = [&] {
    if (count > 0) {
      distinct.push_back(sum / count);
    }
    sum = 0;
    count = 0;
  };
  for (const double position : positions) {
    // A chain of near positions is not one position.
    if (count > 0 && (position - last > kSamePosition || position - first > 1.5 * kSamePosition)) {
      finish();
    }
    first = count == 0 ? position : first;
    last = position;
    sum += position;
    ++count;
  }
  finish();
  return distinct;
}

}  // namespace nianbao::pdf
