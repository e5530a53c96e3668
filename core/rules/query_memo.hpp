// The rules that were in force for the last questions.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <nianbao/rule_store.hpp>

namespace nianbao {

/// Remembers what the last few questions came to: reading one report asks the same one several times, and many
/// reports at a time are of one place. Not thread-safe.
class QueryMemo {
 public:
  /// Null if the question is not among them.
  [[nodiscard]] std::shared_ptr<const RuleSet> find(const RuleQuery& query) const {
    for (const auto& entry : entries_) {
      if (entry.rules != nullptr && entry.year == query.year && entry.jurisdiction == query.jurisdiction &&
          entry.code == query.jurisdiction_code && entry.format == query.format && entry.target == query.target &&
          entry.packs == query.packs) {
        return entry.rules;
      }
    }
    return nullptr;
  }

  /// The oldest entry makes way.
  void add(const RuleQuery& query, std::shared_ptr<const RuleSet> rules) {
    entries_[next_] = {std::string(query.jurisdiction),
                       std::string(query.jurisdiction_code),
                       query.year,
                       std::string(query.format),
                       std::string(query.target),
                       query.packs,
                       std::move(rules)};
    next_ = (next_ + 1) % entries_.size();
  }

 private:
  struct Entry {
    std::string jurisdiction;
    std::string code;
    int year = 0;
    std::string format;
    std::string target;
    std::vector<std::string> packs;
    std::shared_ptr<const RuleSet> rules;  ///< null: no entry
  };
  std::array<Entry, 8> entries_;
  std::size_t next_ = 0;
};

}  // namespace nianbao
