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

bool is_date(const NumberToken& token) {
  return token.kind == NumberToken::Kind::year || token.kind == NumberToken::Kind::date;
}

/// What words and numbers a sentence has.
Features features_of(const PatternSet& set, const PassageScan& scan, Span sentence) {
  Features features;
  for (std::size_t i = sentence.from; i < sentence.to; ++i) {
    for (auto h = scan.first_hit(i); h != kNoIndex; h = scan.hit(h).next) {
      features.add(set.words[scan.hit(h).word].features);
    }
    if (const NumberToken* token = scan.number_at(i)) {
      features.add(is_date(*token)                             ? kYearFeature
                   : token->kind == NumberToken::Kind::percent ? kPercentFeature
                                                               : kNumberFeature);
    }
  }
  return features;
}

/// Tries every pattern at every place where it may start. One that reads no number does not start again
/// inside the words it took (复议 inside 未经复议直接起诉).
void find_fits(const PatternSet& set, const PassageScan& scan, Span sentence, std::vector<Fit>& fits,
               std::vector<std::size_t>& taken_to) {
  taken_to.assign(set.patterns.size(), 0);
  const Features features = features_of(set, scan, sentence);
  PatternMatcher matcher(set, scan, sentence.from, sentence.to);
  const auto try_all = [&](const std::vector<std::uint32_t>& patterns, std::size_t at) {
    for (const auto pattern : patterns) {
      Fit fit;
      const Pattern& tried = set.patterns[pattern];
      if (at >= taken_to[pattern] && tried.required.within(features) && matcher.match(pattern, at, fit)) {
        fits.push_back(fit);
        taken_to[pattern] = tried.has_number ? 0 : fit.to;
      }
    }
  };
  for (std::size_t i = sentence.from; i < sentence.to; ++i) {
    for (auto h = scan.first_hit(i); h != kNoIndex; h = scan.hit(h).next) {
      const Word& word = set.words[scan.hit(h).word];
      if (!scan.is_hidden(i, word.length)) {
        try_all(word.patterns, i);
      }
    }
    if (const NumberToken* token = scan.number_at(i)) {
      try_all(is_date(*token) ? set.year_patterns : set.number_patterns, i);
    }
  }
}

}  // namespace

/// The scratch memory of a reader.
class Workspace {
 public:
  PassageScan scan;
  std::vector<Span> sentences;
  std::vector<Fit> fits;
  std::vector<std::size_t> taken_to;
};

}  // namespace prose

namespace {
constexpr std::string_view kSentenceOnly = "sentence-";  // values of this name end with their sentence
}  // namespace

SentenceReader::SentenceReader(const SentencePatterns& patterns)
    : patterns_(patterns), work_(std::make_unique<prose::Workspace>()) {}
SentenceReader::~SentenceReader() = default;

void SentenceReader::start(const Folded& passage) {
  work_->scan.run(patterns_.set(), passage);
  work_->sentences = split_sentences(passage);
  at_ = 0;
}

bool SentenceReader::next(SentenceContext& context, SentenceReading& reading) {
  if (at_ == work_->sentences.size()) {
    return false;
  }
  const Span sentence = work_->sentences[at_++];
  for (std::size_t i = 0; i < patterns_.set().values.size(); ++i) {
    if (patterns_.set().values[i].substr(0, kSentenceOnly.size()) == kSentenceOnly) {
      context.values[i] = {};
    }
  }
  reading.from = sentence.from;
  reading.to = sentence.to;
  reading.matches.clear();
  work_->fits.clear();
  prose::find_fits(patterns_.set(), work_->scan, sentence, work_->fits, work_->taken_to);
  prose::Selection(patterns_.set(), work_->scan, context, reading.matches).run(work_->fits);
  std::stable_sort(reading.matches.begin(), reading.matches.end(), [](const SentenceMatch& a, const SentenceMatch& b) {
    // A claim speaks of the figure it starts at.
    const bool a_last = a.kind == SentenceMatch::Kind::claim;
    const bool b_last = b.kind == SentenceMatch::Kind::claim;
    return a.from != b.from ? a.from < b.from : !a_last && b_last;
  });
  return true;
}

}  // namespace nianbao
