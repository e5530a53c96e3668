#include "rules/overlay.hpp"

#include <algorithm>

#include "rules/locks.hpp"

namespace nianbao {
namespace {

bool among(const std::vector<std::string>& packs, const std::string& pack) {
  return std::find(packs.begin(), packs.end(), pack) != packs.end();
}

std::string place(const RuleOrigin& origin) { return origin.file + ":" + std::to_string(origin.line); }

/// An id is one word, and not said as if another pack had it.
bool is_own_id(Item& entry, const std::string& id, const std::vector<std::string>& bases) {
  const bool one_word = id.find_first_of(" \t\r\n") == std::string::npos;
  const auto slash = id.find('/');
  const bool own = slash == std::string::npos || !among(bases, id.substr(0, slash));
  if (!one_word || !own) {
    entry.fault("id", "bad-id", {"id“" + id + "”的写法不对", "Id \"" + id + "\" is not written as it should be"},
                {"一个词，中间没有空格，不以别的规则包的名称开头，例如 in-equals-out。",
                 "One word without spaces, which does not begin with another pack's name, as in-equals-out."});
  }
  return one_word && own;
}

std::optional<RuleOrigin> lock_of(Item& entry) {
  return entry.flag("lock") ? std::optional(entry.origin_of("lock")) : std::nullopt;
}

/// A mapping line without an id is known by what it leads to.
std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

}  // namespace

void Overlay::apply(Item entry, const std::string& pack, const std::vector<std::string>& bases, RuleFaults& faults) {
  entry.report_to(faults);
  if (entry.has("override")) {
    change(std::move(entry), "override", pack, bases, faults);
  } else if (entry.has("disable")) {
    change(std::move(entry), "disable", pack, bases, faults);
  } else {
    add(std::move(entry), pack, bases);
  }
}

std::string Overlay::id_of(Item& entry) const {
  if (!entry.has("id") && entry.has("to")) {
    return without_spaces(entry.text("to"));
  }
  return entry.text("id");
}

void Overlay::add(Item entry, const std::string& pack, const std::vector<std::string>& bases) {
  auto id = id_of(entry);
  if (id.empty() || !is_own_id(entry, id, bases)) {
    return;
  }
  for (const auto index : by_id_[id]) {
    const auto& known = items_[index];
    if (known.pack != pack && !among(bases, known.pack)) {
      continue;
    }
    const auto where = place(known.item.origin());
    const bool same_pack = known.pack == pack;
    Message hint = same_pack ? Message{"请换一个 id；同一指标有多行对应关系时，每行都要写 id。",
                                       "Choose another id; where a concept has several mapping lines, each needs one."}
                             : Message{"要修改它，请写 override: " + id, "To change it, write override: " + id};
    entry.fault(entry.has("id") ? "id" : "to", "id-twice",
                {"“" + id + "”已在 " + where + " 定义", "\"" + id + "\" is already defined at " + where},
                std::move(hint));
    return;
  }
  auto lock = lock_of(entry);
  by_id_[id].push_back(items_.size());
  items_.push_back({pack, std::move(id), std::move(lock), std::move(entry), {}});
}

Overlay::Target Overlay::find(const std::string& id, const std::vector<std::string>& bases) const {
  const auto slash = id.find('/');
  const bool qualified = slash != std::string::npos && among(bases, id.substr(0, slash));
  const auto it = by_id_.find(qualified ? id.substr(slash + 1) : id);
  if (it != by_id_.end()) {
    for (auto index = it->second.rbegin(); index != it->second.rend(); ++index) {
      const auto& pack = items_[*index].pack;
      if (among(bases, pack) && (!qualified || pack == id.substr(0, slash))) {
        return {*index, true};
      }
    }
  }
  return {0, false};
}

void Overlay::change(Item entry, std::string_view how, const std::string& pack, const std::vector<std::string>& bases,
                     RuleFaults& faults) {
  const auto id = entry.text(how);
  const auto target = find(id, bases);
  if (!target.found) {
    std::vector<std::string_view> known;
    for (const auto& item : items_) {
      known.push_back(item.id);
    }
    entry.fault(how, "unknown-id",
                {"所扩展的规则包中没有“" + id + "”", "No pack that this one extends has \"" + id + "\""},
                did_you_mean(id, known));
    return;
  }
  auto& item = items_[target.index];
  if (item.lock && item.lock->pack != pack) {
    add_locked_fault({"“" + id + "”", "\"" + id + "\""}, *item.lock, entry.file(), entry.words(how).front().at, faults);
    return;
  }
  if (how == "disable") {
    disabled_.push_back({item.full_id(), pack, entry.message("reason"), entry.origin()});
    entry.refuse_unknown_keys();
    auto& indices = by_id_[item.id];
    indices.erase(std::find(indices.begin(), indices.end(), target.index));
    item.in_force = false;
    return;
  }
  if (auto lock = lock_of(entry)) {
    item.lock = std::move(lock);
  }
  item.changes.push_back(entry.origin());
  item.item.override_with(entry);
  item.item.report_to(faults);
}

}  // namespace nianbao
