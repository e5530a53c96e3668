#include "prose/program_builder.hpp"

#include <algorithm>

#include "prose/pattern_needs.hpp"
#include "rules/source.hpp"
#include "text/utf32.hpp"

namespace nianbao::prose {

namespace {

class ProgramBuilder {
 public:
  ProgramBuilder(PatternSet& set, WordTable& words, std::vector<PatternFault>& faults)
      : set_(set), words_(words), faults_(faults) {}

  void build(const ast::Alternatives& alternatives, Pattern& pattern) {
    const NodeId accept = add(Node{});
    pattern.start = choice(alternatives, accept);
    pattern.required = required_features(alternatives, set_, words_);
    pattern.reach = reach_to_number(alternatives, set_, words_);
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
    if (const ClassId of = literals_of(alternatives, words_); of != kNoIndex) {
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
      fault({"没有名为“" + name + "”的词表", "There is no list of words called \"" + name + "\""},
            did_you_mean(name, words_.list_names()));
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
      fault({"没有空位“{" + name + "}”；可用 {n} {any} {year} {date} {percent}",
             "There is no slot {" + name + "}; there are {n} {any} {year} {date} {percent}"});
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
      fault({"没有名为“unit." + name + "”的单位表", "There is no list of units \"unit." + name + "\""},
            did_you_mean(name, members));
      return 0;
    }
    return set_.unit_bit(static_cast<std::uint32_t>(found - members.begin()));
  }

  NodeId step(const ast::Gap& gap, NodeId next) {
    Node node;
    node.kind = Node::Kind::gap;
    node.most = widest(gap);
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

  void fault(Message message, Message hint = {}) {
    faults_.push_back({position_, std::move(message), std::move(hint)});
  }

  PatternSet& set_;
  WordTable& words_;
  std::vector<PatternFault>& faults_;
  std::uint32_t position_ = 0;
  bool captures_number_ = false;
};

}  // namespace

void build_program(const ast::Alternatives& alternatives, PatternSet& set, WordTable& words, Pattern& pattern,
                   std::vector<PatternFault>& faults) {
  ProgramBuilder(set, words, faults).build(alternatives, pattern);
}

}  // namespace nianbao::prose
