// What packs further down may not change.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "rules/item.hpp"
#include "rules/source.hpp"

namespace nianbao {

/// A fault at `at`: what the message names was locked there, by a pack further up.
void add_locked_fault(const Message& what, const RuleOrigin& lock, const SourceFile& file, yaml::Mark at,
                      RuleFaults& faults);

/// The locks of one kind of entries, by name.
class Locks {
 public:
  /// The kind as messages name it.
  explicit Locks(Message kind) : kind_(std::move(kind)) {}

  /// Locks every name of the list under `key` of a pack's file. A name that `is_known` denies is a fault.
  void read(Item& file, std::string_view key, const std::function<bool(const std::string&)>& is_known);
  /// Locks one name; the first lock stays.
  void add(const std::string& name, const RuleOrigin& origin) { places_.try_emplace(name, origin); }
  /// A fault where another pack than the file's has locked the name. `shown` is the name as people know it.
  /// True if the entry may be changed.
  bool allow(const std::string& name, std::string_view shown, const SourceFile& file, yaml::Mark at,
             RuleFaults& faults) const;

 private:
  Message kind_;
  std::map<std::string, RuleOrigin> places_;
};

}  // namespace nianbao
