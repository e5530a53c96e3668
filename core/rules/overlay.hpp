// Items with an id, merged over packs: added, overridden, disabled, locked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/item.hpp"
#include "rules/source.hpp"

namespace nianbao {

/// An item in force.
struct OverlaidItem {
  std::string pack;  ///< that first defined it
  std::string id;
  std::optional<RuleOrigin> lock;  ///< where packs further down were forbidden to change it
  Item item;
  RuleChanges changes;
  bool in_force = true;

  [[nodiscard]] std::string full_id() const { return pack + "/" + id; }
};

/// The items of one kind, in the order in which packs added them.
class Overlay {
 public:
  /// One entry of a pack's list. `bases` are the packs it extends, the nearest last.
  void apply(Item entry, const std::string& pack, const std::vector<std::string>& bases, RuleFaults& faults);

  [[nodiscard]] std::vector<OverlaidItem>& items() noexcept { return items_; }
  [[nodiscard]] const std::vector<DisabledRule>& disabled() const noexcept { return disabled_; }

 private:
  struct Target {
    std::size_t index;
    bool found;
  };
  [[nodiscard]] Target find(const std::string& id, const std::vector<std::string>& bases) const;
  void add(Item entry, const std::string& pack, const std::vector<std::string>& bases);
  void change(Item entry, std::string_view how, const std::string& pack, const std::vector<std::string>& bases,
              RuleFaults& faults);
  [[nodiscard]] std::string id_of(Item& entry) const;

  std::vector<OverlaidItem> items_;
  std::vector<DisabledRule> disabled_;
  std::map<std::string, std::vector<std::size_t>> by_id_;
};

}  // namespace nianbao
