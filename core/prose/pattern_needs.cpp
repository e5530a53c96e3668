#include "prose/pattern_needs.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "prose/pattern_matcher.hpp"
#include "text/utf32.hpp"

namespace nianbao::prose {

namespace {

constexpr std::uint32_t kDefaultGap = 6;
constexpr std::uint32_t kLargestGap = 60;
constexpr std::uint32_t kLongestLead = 24;  // words and remarks that may stand before a number

/// The most characters up to the first number, and whether every way to fit has one.
struct Reach {
  std::uint32_t most = 0;
  bool ends = false;
};

class ReachFinder {
 public:
  ReachFinder(const PatternSet& set, WordTable& words) : set_(set), words_(words) {}

  [[nodiscard]] Reach reach(const ast::Alternatives& alternatives) {
    Reach all{0, true};
    for (const auto& alternative : alternatives) {
      Reach one;
      for (const auto& item : alternative) {
        const Reach step = std::visit([&](const auto& value) { return reach(value); }, item.value);
        one = {one.most + step.most, step.ends};
        if (one.ends) {
          break;
        }
      }
      all = {std::max(all.most, one.most), all.ends && one.ends};
    }
    return all;
  }

 private:
  Reach reach(const ast::Literal& literal) { return {static_cast<std::uint32_t>(literal.text.size()), false}; }
  Reach reach(const ast::Words& words) {
    const ClassId id = words_.class_of(to_utf8(words.name));
    std::uint32_t longest = 0;
    for (const WordId word : id == kNoIndex ? std::vector<WordId>{} : set_.classes[id].words) {
      longest = std::max<std::uint32_t>(longest, set_.words[word].length);
    }
    return {words.list ? (longest + words.filler + 2) * static_cast<std::uint32_t>(Captures::kMost) : longest, false};
  }
  Reach reach(const ast::Slot& slot) {
    const bool number = slot.name == U"n" || slot.name == U"any" || slot.name == U"percent";
    return {number ? kLongestLead : 0, number};
  }
  Reach reach(const ast::Gap& gap) { return {widest(gap), false}; }
  Reach reach(const ast::Group& group) { return reach(group.alternatives); }
  Reach reach(const ast::Optional& optional) { return {reach(optional.alternatives).most, false}; }
  template <typename Other>
  Reach reach(const Other& /*item*/) {
    return {};
  }

  const PatternSet& set_;
  WordTable& words_;
};

using Features = std::set<Feature>;

class FeatureFinder {
 public:
  FeatureFinder(const PatternSet& set, WordTable& words) : set_(set), words_(words) {}

  [[nodiscard]] Features required(const ast::Alternatives& alternatives) {
    if (const ClassId of = literals_of(alternatives, words_); of != kNoIndex) {
      return {set_.classes[of].feature};
    }
    Features all;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      Features one;
      for (const auto& item : alternatives[i]) {
        std::visit([&](const auto& value) { require(value, one); }, item.value);
      }
      Features common;
      std::set_intersection(all.begin(), all.end(), one.begin(), one.end(), std::inserter(common, common.end()));
      all = i == 0 ? one : common;
    }
    return all;
  }

 private:
  void require(const ast::Literal& literal, Features& features) {
    const WordId word = words_.literal(literal.text);
    if (word != kNoIndex) {
      features.insert(set_.words[word].feature);
    }
  }
  void require(const ast::Words& words, Features& features) {
    const ClassId id = words_.class_of(to_utf8(words.name));
    if (id != kNoIndex) {
      features.insert(set_.classes[id].feature);
    }
  }
  void require(const ast::Slot& slot, Features& features) {
    if (slot.name == U"percent") {
      features.insert(kPercentFeature);
    }
  }
  void require(const ast::Group& group, Features& features) {
    const Features inner = required(group.alternatives);
    features.insert(inner.begin(), inner.end());
  }
  template <typename Other>
  void require(const Other& /*item*/, Features& /*features*/) {}

  const PatternSet& set_;
  WordTable& words_;
};

}  // namespace

std::uint32_t widest(const ast::Gap& gap) { return gap.most == 0 ? kDefaultGap : std::min(gap.most, kLargestGap); }

ClassId literals_of(const ast::Alternatives& alternatives, WordTable& words) {
  std::vector<std::u32string_view> literals;
  for (const auto& alternative : alternatives) {
    const auto* literal = alternative.size() == 1 ? std::get_if<ast::Literal>(&alternative.front().value) : nullptr;
    if (literal == nullptr) {
      return kNoIndex;
    }
    literals.push_back(literal->text);
  }
  return literals.size() > 1 ? words.class_of(literals) : kNoIndex;
}

std::vector<Feature> required_features(const ast::Alternatives& alternatives, const PatternSet& set, WordTable& words) {
  const Features features = FeatureFinder(set, words).required(alternatives);
  return {features.begin(), features.end()};
}

std::uint32_t reach_to_number(const ast::Alternatives& alternatives, const PatternSet& set, WordTable& words) {
  const Reach reach = ReachFinder(set, words).reach(alternatives);
  return reach.ends ? reach.most : 0;
}

}  // namespace nianbao::prose
