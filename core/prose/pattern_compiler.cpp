// From sentence patterns as packs write them to a PatternSet.
#include <nianbao/rules.hpp>
#include <nianbao/sdk/sentences.hpp>

#include "prose/pattern_grammar.hpp"
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

  Result<std::unique_ptr<const PatternSet>> run() {
    WordTable words(*set_, rules_.words);
    for (const ProsePattern& rule : rules_.patterns) {
      compile(rule, words);
    }
    StartIndex index(*set_);
    for (std::uint32_t i = 0; i < set_->patterns.size(); ++i) {
      if (read_[i] && !index.add(i)) {
        report(rules_.patterns[i],
               {0, {"句式必须以词语、数字或年份开头。", "A pattern must start with a word, a number or a year."}});
      }
    }
    words.finish();
    index.finish();
    if (!faults_.zh.empty()) {
      return Error{ErrorKind::rules, "faulty-patterns", faults_, "", {}};
    }
    return std::unique_ptr<const PatternSet>(std::move(set_));
  }

 private:
  void compile(const ProsePattern& rule, WordTable& words) {
    std::vector<PatternFault> faults;
    Pattern pattern;
    pattern.id = set_->arena.store(rule.id);
    const auto parsed = parse_pattern(to_utf32(rule.pattern));
    if (parsed.ok) {
      build_program(parsed.pattern, *set_, words, pattern, faults);
    } else {
      faults.push_back(parsed.fault);
    }
    read_.push_back(faults.empty());
    read_options(rule, *set_, words, vocabulary_, pattern, faults);
    for (const auto& fault : faults) {
      report(rule, fault);
    }
    set_->patterns.push_back(std::move(pattern));
  }

  void report(const ProsePattern& rule, const PatternFault& fault) {
    const auto& origin = rule.pattern_origin;
    const std::string where = origin.file + ":" + std::to_string(origin.line) + ":" +
                              std::to_string(origin.column + fault.position) + ": " + rule.id + ": ";
    faults_.zh += (faults_.zh.empty() ? "" : "\n") + where + fault.message.zh;
    faults_.en += (faults_.en.empty() ? "" : "\n") + where + fault.message.en;
  }

  const ProseRules& rules_;
  const Vocabulary& vocabulary_;
  std::unique_ptr<PatternSet> set_;
  std::vector<bool> read_;  // which patterns' texts could be read
  Message faults_;
};

}  // namespace

}  // namespace nianbao::prose

namespace nianbao {

Result<std::shared_ptr<const SentencePatterns>> compile_sentence_patterns(const ProseRules& rules,
                                                                          const Vocabulary& vocabulary) {
  if (rules.patterns.empty()) {
    return std::shared_ptr<const SentencePatterns>();
  }
  NIANBAO_TRY(auto set, prose::PatternCompiler(rules, vocabulary).run());
  return std::shared_ptr<const SentencePatterns>(std::make_shared<const SentencePatterns>(std::move(set)));
}

}  // namespace nianbao
