#include "trial/pattern_example.hpp"

#include <map>
#include <set>
#include <string>

#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/text.hpp>

#include "rules/rule_fields.hpp"

namespace nianbao {
namespace {

constexpr int kUsualYear = 2016;

/// What the patterns read in one text.
struct Found {
  std::map<std::string, std::string> facts;
  std::set<std::string_view> by;  // ids of the patterns
};

Found read(const std::string& text, SentenceContext context, const SentencePatterns& patterns) {
  const Folded folded = fold(text);
  SentenceReader reader(patterns);
  SentenceReading reading;
  Found found;
  reader.start(folded, true);
  while (reader.next(context, reading)) {
    for (const auto pattern : reading.settings) {
      found.by.insert(patterns.id(pattern));
    }
    for (const auto& match : reading.matches) {
      found.by.insert(patterns.id(match.pattern));
      if (match.kind == SentenceMatch::Kind::fact) {
        found.facts[to_string(match.key)] = match.number ? match.number->value.to_string() : "zero";
      }
    }
  }
  return found;
}

std::string text_of(const std::map<std::string, std::string>& facts) {
  std::string text;
  for (const auto& [key, value] : facts) {
    text += (text.empty() ? "" : ", ") + key + "=" + value;
  }
  return text.empty() ? "—" : text;
}

SentenceContext context_of(Item& item) {
  SentenceContext context;
  const auto year = item.decimal("year");
  context.year = year && year->is_integer() ? static_cast<int>(year->coefficient()) : kUsualYear;
  for (const auto& word : item.words("section")) {
    context.section = read_section_kind(item, word).value_or(context.section);
  }
  return context;
}

}  // namespace

std::optional<PatternOutcome> run_pattern_example(const ProsePattern& pattern, Item& item, const RuleSet& rules) {
  const bool passing = item.has("text");
  const auto text = item.text(passing ? "text" : "fails");
  std::map<std::string, std::string> wanted;
  for (const auto& [key, value] : item.pairs("facts")) {
    wanted[key.text] = value.text;
  }
  const auto context = context_of(item);
  if (text.empty()) {
    item.fault("rule", "no-text", {"句式的例子要写 text 或 fails", "An example of a pattern has text or fails"});
    return std::nullopt;
  }
  const auto found = read(text, context, *rules.patterns());
  const bool read_by_it = found.by.count(pattern.id) != 0;
  PatternOutcome outcome{passing, passing ? read_by_it && found.facts == wanted : !read_by_it, {}};
  if (passing && !read_by_it) {
    outcome.fault = {"此句式没有读出这句话", "the pattern does not read the text"};
  } else if (passing) {
    outcome.fault = {"应为 " + text_of(wanted) + "，实为 " + text_of(found.facts),
                     "expected " + text_of(wanted) + ", got " + text_of(found.facts)};
  } else {
    outcome.fault = {"此句式不应读出这句话", "the pattern must leave the text alone"};
  }
  return outcome;
}

}  // namespace nianbao
