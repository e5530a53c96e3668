// From sentence patterns as packs write them to a PatternSet.
#include <nianbao/rules.hpp>
#include <nianbao/sdk/sentences.hpp>
#include <nianbao/sdk/text.hpp>

#include <algorithm>
#include <iterator>
#include <set>

#include "prose/pattern_grammar.hpp"
#include "prose/pattern_matcher.hpp"
#include "prose/pattern_options.hpp"
#include "prose/pattern_set.hpp"
#include "prose/word_table.hpp"

namespace nianbao::prose {

namespace {

constexpr std::uint32_t kDefaultGap = 6;
constexpr std::uint32_t kLargestGap = 60;
constexpr std::uint32_t kLongestLead = 24;  // words and remarks that may stand before a number

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = byte < 0x80U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
    char32_t c = length == 1 ? byte : byte & (0xFFU >> (length + 1U));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      c = (c << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    result.push_back(c);
    i += length;
  }
  return result;
}

/// Writes the program of one pattern behind the nodes there are.
class ProgramBuilder {
 public:
  ProgramBuilder(PatternSet& set, WordTable& words, std::vector<PatternFault>& faults)
      : set_(set), words_(words), faults_(faults) {}

  void build(const ast::Alternatives& alternatives, Pattern& pattern) {
    const NodeId accept = add(Node{});
    pattern.start = choice(alternatives, accept);
    const Features features = required(alternatives);
    pattern.required.assign(features.begin(), features.end());
    const Reach to_number = reach(alternatives);
    pattern.reach = to_number.ends ? to_number.most : 0;
    pattern.has_number = captures_number_;
  }

 private:
  NodeId add(Node node) {
    set_.nodes.push_back(node);
    return static_cast<NodeId>(set_.nodes.size() - 1);
  }

  NodeId sequence(const ast::Sequence& items, NodeId next) {
    for (auto it = items.rbegin(); it != items.rend(); ++it) {
      position_ = it->position;
      next = std::visit([&](const auto& item) { return step(item, next); }, it->value);
    }
    return next;
  }

  NodeId choice(const ast::Alternatives& alternatives, NodeId next, bool may_skip = false) {
    std::vector<NodeId> entries;
    entries.reserve(alternatives.size() + 1);
    if (const ClassId of = literals_of(alternatives); of != kNoIndex) {
      entries.push_back(words_node(of, next));
    } else {
      for (const auto& alternative : alternatives) {
        entries.push_back(sequence(alternative, next));
      }
    }
    if (may_skip) {
      entries.push_back(next);
    }
    if (entries.size() == 1) {
      return entries.front();
    }
    Node node;
    node.kind = Node::Kind::choice;
    node.branches = static_cast<std::uint32_t>(set_.branches.size());
    node.branch_count = static_cast<std::uint32_t>(entries.size());
    set_.branches.insert(set_.branches.end(), entries.begin(), entries.end());
    return add(node);
  }

  /// A class of the alternatives if all of them are plain words; else kNoIndex.
  ClassId literals_of(const ast::Alternatives& alternatives) {
    std::vector<std::u32string_view> literals;
    for (const auto& alternative : alternatives) {
      const auto* literal = alternative.size() == 1 ? std::get_if<ast::Literal>(&alternative.front().value) : nullptr;
      if (literal == nullptr) {
        return kNoIndex;
      }
      literals.push_back(literal->text);
    }
    return literals.size() > 1 ? words_.class_of(literals) : kNoIndex;
  }

  NodeId words_node(ClassId of, NodeId next) {
    Node node;
    node.kind = Node::Kind::words;
    node.what = of;
    node.next = next;
    node.captured = false;
    return add(node);
  }

  NodeId simple(Node::Kind kind, NodeId next) {
    Node node;
    node.kind = kind;
    node.next = next;
    return add(node);
  }

  NodeId step(const ast::Literal& literal, NodeId next) {
    Node node;
    node.kind = Node::Kind::literal;
    node.what = words_.literal(literal.text);
    node.next = next;
    if (node.what == kNoIndex) {
      return next;
    }
    return add(node);
  }

  NodeId step(const ast::Words& words, NodeId next) {
    const std::string name = to_utf8(words.name);
    Node node;
    node.kind = Node::Kind::words;
    node.what = words_.class_of(name);
    node.list = words.list;
    node.most = words.filler;
    node.next = next;
    if (node.what == kNoIndex) {
      faults_.push_back(
          {position_, {"没有名为“" + name + "”的词表。", "There is no list of words called " + name + "."}});
      return next;
    }
    return add(node);
  }

  NodeId step(const ast::Slot& slot, NodeId next) {
    Node node;
    node.next = next;
    node.bare = slot.bare;
    node.list = slot.list;
    const std::string name = to_utf8(slot.name);
    if (name == "n" || name == "any") {
      node.kind = Node::Kind::number;
      node.captured = name == "n";
      node.what = units(slot);
      captures_number_ = captures_number_ || node.captured;
    } else if (name == "percent") {
      node.kind = Node::Kind::percent;
    } else if (name == "year" || name == "date") {
      node.kind = name == "year" ? Node::Kind::year : Node::Kind::date;
    } else {
      faults_.push_back({position_,
                         {"没有空位“{" + name + "}”；可用 {n} {any} {year} {date} {percent}。",
                          "There is no slot {" + name + "}; there are {n} {any} {year} {date} {percent}."}});
    }
    return add(node);
  }

  std::uint32_t units(const ast::Slot& slot) {
    if (slot.unit.empty() || set_.units == kNoIndex) {
      return 0;
    }
    const std::string name = to_utf8(slot.unit);
    const auto& members = set_.classes[set_.units].members;
    const auto found = std::find(members.begin(), members.end(), name);
    if (found == members.end()) {
      faults_.push_back(
          {position_, {"没有名为“unit." + name + "”的单位表。", "There is no list of units unit." + name + "."}});
      return 0;
    }
    return set_.unit_bit(static_cast<std::uint32_t>(found - members.begin()));
  }

  NodeId step(const ast::Gap& gap, NodeId next) {
    Node node;
    node.kind = Node::Kind::gap;
    node.most = gap.most == 0 ? kDefaultGap : std::min(gap.most, kLargestGap);
    node.over_clauses = gap.over_clauses;
    node.over_numbers = gap.over_numbers;
    node.next = next;
    return add(node);
  }

  NodeId step(const ast::ClauseStart& /*start*/, NodeId next) { return simple(Node::Kind::clause_start, next); }
  NodeId step(const ast::ClauseEnd& /*end*/, NodeId next) { return simple(Node::Kind::clause_end, next); }
  NodeId step(const ast::Optional& optional, NodeId next) { return choice(optional.alternatives, next, true); }
  NodeId step(const ast::Group& group, NodeId next) { return choice(group.alternatives, next); }

  NodeId step(const ast::Not& never, NodeId next) {
    const bool captured = captures_number_;
    Node node;
    node.kind = Node::Kind::never;
    node.what = choice(never.alternatives, add(Node{}));
    node.next = next;
    captures_number_ = captured;
    return add(node);
  }

  /// The most characters up to the first number, and whether every way to fit has one.
  struct Reach {
    std::uint32_t most = 0;
    bool ends = false;
  };
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
  Reach reach(const ast::Gap& gap) { return {gap.most == 0 ? kDefaultGap : std::min(gap.most, kLargestGap), false}; }
  Reach reach(const ast::Group& group) { return reach(group.alternatives); }
  Reach reach(const ast::Optional& optional) { return {reach(optional.alternatives).most, false}; }
  template <typename Other>
  Reach reach(const Other& /*item*/) {
    return {};
  }

  using Features = std::set<Feature>;

  /// What every way to fit has in common.
  [[nodiscard]] Features required(const ast::Alternatives& alternatives) {
    if (const ClassId of = literals_of(alternatives); of != kNoIndex) {
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

  PatternSet& set_;
  WordTable& words_;
  std::vector<PatternFault>& faults_;
  std::uint32_t position_ = 0;
  bool captures_number_ = false;
};

/// Enters a pattern with all words and slots it may start with.
class StartIndex {
 public:
  explicit StartIndex(PatternSet& set) : set_(set) {}

  /// False if the pattern may start with a gap or with nothing.
  bool add(std::uint32_t pattern) {
    pattern_ = pattern;
    seen_.clear();
    return enter(set_.patterns[pattern].start);
  }

 private:
  bool enter(NodeId id) {
    if (!seen_.insert(id).second) {
      return true;
    }
    const Node& node = set_.nodes[id];
    switch (node.kind) {
      case Node::Kind::literal:
        put(set_.words[node.what]);
        return true;
      case Node::Kind::words:
        for (const WordId word : set_.classes[node.what].words) {
          put(set_.words[word]);
        }
        return true;
      case Node::Kind::number:
      case Node::Kind::percent:
        put(set_.number_patterns);
        return true;
      case Node::Kind::year:
      case Node::Kind::date:
        put(set_.year_patterns);
        return true;
      case Node::Kind::clause_start:
      case Node::Kind::never:
        return enter(node.next);
      case Node::Kind::choice: {
        bool fine = true;
        for (std::uint32_t i = 0; i < node.branch_count; ++i) {
          fine = enter(set_.branches[node.branches + i]) && fine;
        }
        return fine;
      }
      case Node::Kind::gap:
      case Node::Kind::clause_end:
      case Node::Kind::accept:
        return false;
    }
    return false;
  }

  void put(Word& word) const {
    const Pattern& pattern = set_.patterns[pattern_];
    put(pattern.reach != 0 ? word.number_patterns : word.patterns);
    word.starts_statement = word.starts_statement || (pattern.status && !pattern.has_number);
    if (word.starts_statement && word.opening != 0) {
      set_.openings.push_back(word.opening);
    }
  }
  void put(std::vector<std::uint32_t>& patterns) const {
    if (patterns.empty() || patterns.back() != pattern_) {
      patterns.push_back(pattern_);
    }
  }

  PatternSet& set_;
  std::uint32_t pattern_ = 0;
  std::set<NodeId> seen_;
};

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
    std::sort(set_->openings.begin(), set_->openings.end());
    set_->openings.erase(std::unique(set_->openings.begin(), set_->openings.end()), set_->openings.end());
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
      ProgramBuilder(*set_, words, faults).build(parsed.pattern, pattern);
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
