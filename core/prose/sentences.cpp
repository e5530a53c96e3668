#include <nianbao/sdk/sentences.hpp>

#include <algorithm>

#include "prose/pattern_matcher.hpp"
#include "prose/selection.hpp"
#include "prose/word_table.hpp"

namespace nianbao {

SentencePatterns::SentencePatterns(std::unique_ptr<const prose::PatternSet> set) : set_(std::move(set)) {}
SentencePatterns::~SentencePatterns() = default;

std::size_t SentencePatterns::size() const noexcept { return set_->patterns.size(); }

std::string_view SentencePatterns::id(std::uint32_t pattern) const noexcept { return set_->patterns[pattern].id; }

namespace prose {

namespace {

/// A claim speaks of the figure it starts at, and that may be a stated sum.
int rank(const SentenceMatch& match) {
  return match.kind != SentenceMatch::Kind::claim ? 0 : match.claim == ClaimKind::sum ? 1 : 2;
}

auto first_start(const PassageScan& scan, Span sentence) {
  return std::lower_bound(scan.starts().begin(), scan.starts().end(), sentence.from);
}

/// Which features a sentence has.
class Features {
 public:
  void collect(const PatternSet& set, const PassageScan& scan, Span sentence) {
    bits_.assign((set.features + 63U) / 64U, 0);
    for (auto it = first_start(scan, sentence); it != scan.starts().end() && *it < sentence.to; ++it) {
      const std::size_t i = *it;
      for (auto h = scan.first_hit(i); h != kNoIndex; h = scan.hit(h).next) {
        for (const Feature feature : set.words[scan.hit(h).word].features) {
          add(feature);
        }
      }
      const NumberToken* token = scan.number_at(i);
      if (token != nullptr && token->kind == NumberToken::Kind::percent) {
        add(kPercentFeature);
      }
    }
  }
  [[nodiscard]] bool has_all(const std::vector<Feature>& features) const noexcept {
    return std::all_of(features.begin(), features.end(),
                       [this](Feature f) { return (bits_[f >> 6U] >> (f & 63U) & 1U) != 0; });
  }

 private:
  void add(Feature feature) noexcept { bits_[feature >> 6U] |= 1ULL << (feature & 63U); }
  std::vector<std::uint64_t> bits_;
};

/// Tries every pattern at every place where it may start. One that reads no number does not start again
/// inside the words it took (复议 inside 未经复议直接起诉).
class FitFinder {
 public:
  void run(const PatternSet& set, const PassageScan& scan, Span sentence, std::vector<Fit>& fits) {
    fits.clear();
    taken_to_.assign(set.patterns.size(), 0);
    const bool figures = scan.next_figure(sentence.from) < sentence.to;
    if (figures) {  // else few patterns are tried, and most are a word
      features_.collect(set, scan, sentence);
    }
    const std::size_t slack = scan.has_insets() ? kInsets : 0;
    PatternMatcher matcher(set, scan, sentence.from, sentence.to);
    const auto try_one = [&](std::uint32_t index, std::size_t at) {
      const Pattern& pattern = set.patterns[index];
      if (at >= taken_to_[index] && (figures ? features_.has_all(pattern.required) : !pattern.with_figures) &&
          matcher.match(index, at)) {
        taken_to_[index] = pattern.has_number ? 0 : matcher.fit().to;
        fits.push_back(matcher.fit());
      }
    };
    std::size_t number = scan.next_number(sentence.from);
    for (auto it = first_start(scan, sentence); it != scan.starts().end() && *it < sentence.to; ++it) {
      const std::size_t i = *it;
      for (auto h = scan.first_hit(i); h != kNoIndex; h = scan.hit(h).next) {
        const Word& word = set.words[scan.hit(h).word];
        if (scan.is_hidden(i, word.length)) {
          continue;
        }
        for (const auto index : word.patterns) {
          try_one(index, i);
        }
        for (const auto index : number < sentence.to ? word.number_patterns : kNone) {
          if (number - i <= set.patterns[index].reach + slack) {
            try_one(index, i);
          }
        }
      }
      if (const NumberToken* token = scan.number_at(i)) {
        for (const auto index : is_date(*token) ? set.year_patterns : set.number_patterns) {
          try_one(index, i);
        }
        number = scan.next_number(i + 1);
      }
    }
  }

 private:
  static constexpr std::size_t kInsets = 90;  // titles and dates that stand in gaps
  static inline const std::vector<std::uint32_t> kNone;
  Features features_;
  std::vector<std::size_t> taken_to_;
};

}  // namespace

/// The scratch memory of a reader.
class Workspace {
 public:
  PassageScan scan;
  Selection selection;
  std::vector<Fit> fits;
  FitFinder finder;
};

}  // namespace prose

namespace {
constexpr std::string_view kSentenceOnly = "sentence-";  // values of this name end with their sentence
}  // namespace

SentenceReader::SentenceReader(const SentencePatterns& patterns)
    : patterns_(patterns), work_(std::make_unique<prose::Workspace>()) {}
SentenceReader::~SentenceReader() = default;

void SentenceReader::start(const Folded& passage, bool heading) {
  heading_ = heading;
  at_ = 0;
  end_ = work_->scan.run(patterns_.set(), passage, heading) ? work_->scan.sentences().size() : 0;
}

bool SentenceReader::next(SentenceContext& context, SentenceReading& reading) {
  if (at_ == end_) {
    return false;
  }
  const Span sentence = work_->scan.sentences()[at_++];
  if (!heading_ && work_->scan.next_figure(sentence.from) == work_->scan.size()) {
    return false;
  }
  for (std::size_t i = 0; i < patterns_.set().values.size(); ++i) {
    if (patterns_.set().values[i].substr(0, kSentenceOnly.size()) == kSentenceOnly) {
      context.values[i] = {};
    }
  }
  reading.from = sentence.from;
  reading.to = sentence.to;
  reading.matches.clear();
  reading.settings.clear();
  work_->finder.run(patterns_.set(), work_->scan, sentence, work_->fits);
  work_->selection.run(patterns_.set(), work_->scan, work_->fits, context, reading);
  std::stable_sort(reading.matches.begin(), reading.matches.end(), [](const SentenceMatch& a, const SentenceMatch& b) {
    return a.from != b.from ? a.from < b.from : prose::rank(a) < prose::rank(b);
  });
  return true;
}

}  // namespace nianbao
