// From sentence patterns as packs write them to a PatternSet.
#include <nianbao/rules.hpp>
#include <nianbao/sdk/sentences.hpp>

#include "prose/pattern_faults.hpp"
#include "prose/pattern_options.hpp"
#include "prose/pattern_set.hpp"
#include "prose/program_builder.hpp"
#include "prose/start_index.hpp"
#include "prose/word_table.hpp"
#include "text/utf32.hpp"

namespace nianbao::prose {

namespace {

/// Compiles all patterns and collects all faults.
class PatternCompiler {
 public:
  PatternCompiler(const ProseRules& rules, const Vocabulary& vocabulary)
      : rules_(rules), vocabulary_(vocabulary), set_(std::make_unique<PatternSet>()) {}

  /// Null if there are faults.
  std::unique_ptr<const PatternSet> run() {
    WordTable words(*set_, rules_.words);
    for (const ProsePattern& rule : rules_.patterns) {
      compile(rule, words);
    }
    StartIndex index(*set_);
    for (std::uint32_t i = 0; i < set_->patterns.size(); ++i) {
      if (read_[i] && !index.add(i)) {
        faults_.push_back({i,
                           {0,
                            {"句式必须以词语、数字或年份开头", "A pattern must start with a word, a number or a year"},
                            {},
                            PatternFault::kNoOption}});
      }
    }
    words.finish();
    index.finish();
    return faults_.empty() ? std::unique_ptr<const PatternSet>(std::move(set_)) : nullptr;
  }

  [[nodiscard]] std::vector<FaultyPattern> take_faults() { return std::move(faults_); }

 private:
  void compile(const ProsePattern& rule, WordTable& words) {
    std::vector<PatternFault> faults;
    Pattern pattern;
    pattern.id = set_->arena.store(rule.id);
    const auto parsed = parse_pattern(to_utf32(rule.pattern));
    if (parsed.ok) {
      build_program(parsed.pattern, *set_, words, pattern, faults);
    } else if (!rule.pattern.empty()) {  // that it is missing was told by who read it
      faults.push_back(parsed.fault);
    }
    read_.push_back(parsed.ok && faults.empty());
    read_options(rule, *set_, words, vocabulary_, pattern, faults);
    for (auto& fault : faults) {
      faults_.push_back({set_->patterns.size(), std::move(fault)});
    }
    set_->patterns.push_back(std::move(pattern));
  }

  const ProseRules& rules_;
  const Vocabulary& vocabulary_;
  std::unique_ptr<PatternSet> set_;
  std::vector<bool> read_;  // which patterns' texts could be read
  std::vector<FaultyPattern> faults_;
};

/// All faults in one text, as an Error shows them.
Error error_of(const std::vector<FaultyPattern>& faults, const ProseRules& rules) {
  Error error{ErrorKind::rules, "faulty-patterns", {}, {}, {}};
  for (const auto& [index, fault] : faults) {
    const auto& rule = rules.patterns[index];
    const auto& origin = rule.pattern_origin;
    const std::string where = (error.message.zh.empty() ? "" : "\n") + origin.file + ":" + std::to_string(origin.line) +
                              ":" + std::to_string(origin.column + fault.position) + ": " + rule.id + ": ";
    error.message.zh += where + fault.message.zh;
    error.message.en += where + fault.message.en;
  }
  return error;
}

}  // namespace

std::shared_ptr<const SentencePatterns> compile_patterns(const ProseRules& rules, const Vocabulary& vocabulary,
                                                         std::vector<FaultyPattern>& faults) {
  if (rules.patterns.empty()) {
    return nullptr;
  }
  PatternCompiler compiler(rules, vocabulary);
  auto set = compiler.run();
  faults = compiler.take_faults();
  return set == nullptr ? nullptr : std::make_shared<const SentencePatterns>(std::move(set));
}

}  // namespace nianbao::prose

namespace nianbao {

Result<std::shared_ptr<const SentencePatterns>> compile_sentence_patterns(const ProseRules& rules,
                                                                          const Vocabulary& vocabulary) {
  std::vector<prose::FaultyPattern> faults;
  auto patterns = prose::compile_patterns(rules, vocabulary, faults);
  if (!faults.empty()) {
    return prose::error_of(faults, rules);
  }
  return patterns;
}

}  // namespace nianbao
