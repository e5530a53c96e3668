// Patterns and sentences for tests.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/rule_store.hpp>
#include <nianbao/rules.hpp>
#include <nianbao/sdk/sentences.hpp>

namespace nianbao::test {

/// Knows every concept that starts with `a.`, counted in 件.
class SmallVocabulary : public Vocabulary {
 public:
  [[nodiscard]] const ConceptInfo* concept_info(std::string_view id) const noexcept override {
    return id.substr(0, 2) == "a." ? &info_ : nullptr;
  }
  [[nodiscard]] std::string_view member_name(std::string_view /*dimension*/,
                                             std::string_view /*member*/) const noexcept override {
    return {};
  }
  [[nodiscard]] std::string_view canonical_label(std::string_view key) const noexcept override { return key; }
  [[nodiscard]] bool is_unit(std::string_view /*folded*/) const noexcept override { return false; }
  [[nodiscard]] Measure measure(const Number& number, std::string_view /*printed*/,
                                std::string_view asked) const override {
    return {number.value, number.step, std::string(asked), UnitFit::same};
  }

 private:
  ConceptInfo info_{"a.b", "件", "甲", "a", {}};
};

/// Builds ProseRules line by line.
class PatternBook {
 public:
  PatternBook() {
    words("unit.case", {"件", "条"}).words("unit.time", {"次", "场"}).words("unit.none", {"天"});
    words("before-number", {"共", "为", "的"}).words("not-before-number", {"第", "每"}).words("joiner", {"、", "和"});
  }
  PatternBook& words(const std::string& name, std::vector<std::string> list) {
    rules_.words.push_back({name, std::move(list), {}});
    return *this;
  }
  /// A pattern that binds `concept_id` (none if empty).
  ProsePattern& pattern(const std::string& text, std::string_view concept_id = "a.b",
                        std::vector<std::pair<std::string, std::string>> options = {}) {
    ProsePattern rule;
    rule.id = "test/" + std::to_string(rules_.patterns.size());
    rule.pattern = text;
    rule.key.id = concept_id;
    rule.options = std::move(options);
    rule.pattern_origin = {"test", "prose.yaml", 7, 15};
    rules_.patterns.push_back(std::move(rule));
    return rules_.patterns.back();
  }
  [[nodiscard]] Result<std::shared_ptr<const SentencePatterns>> compile() const {
    return compile_sentence_patterns(rules_, vocabulary_);
  }

 private:
  ProseRules rules_;
  SmallVocabulary vocabulary_;
};

/// `a.b{x=y}=5`, `a.b=zero`, `scope:area`, `share 34.6%`: all matches of a text, a blank between them.
inline std::string found(const SentencePatterns& patterns, std::string_view text, SentenceContext context = {}) {
  const Folded folded = fold(text);
  SentenceReader reader(patterns);
  SentenceReading reading;
  std::string all;
  reader.start(folded, true);
  while (reader.next(context, reading)) {
    for (const SentenceMatch& match : reading.matches) {
      if (match.kind == SentenceMatch::Kind::guard) {
        continue;
      }
      all += all.empty() ? "" : " ";
      const std::string number = match.number ? match.number->value.to_string() : "zero";
      if (match.kind == SentenceMatch::Kind::fact) {
        all += to_string(match.key) + "=" + number;
      } else if (match.kind == SentenceMatch::Kind::claim) {
        all += std::string(to_string(match.claim)) + " " + number;
        for (const auto& part : match.parts) {
          all += " " + to_string(part);
        }
      } else {
        all +=
            std::string(match.name) + ":" + (match.year != 0 ? std::to_string(match.year) : std::string(match.value));
      }
    }
  }
  return all;
}

inline std::string found(const PatternBook& book, std::string_view text) {
  const auto compiled = book.compile();
  return compiled ? found(**compiled, text) : compiled.error().message.en;
}

}  // namespace nianbao::test
