// Lists of items, overlays applied.
#include <algorithm>

#include "rules/load.hpp"

namespace nianbao {
namespace {

constexpr std::string_view kBasis = "basis";

/// An item without a basis of its own stands on that of its file; one that changes another keeps the other's.
Item item_of(const yaml::Node& node, const SourceFile& file, const Item& whole) {
  Item item(node, file);
  if (!item.has("override") && !item.has("disable")) {
    item.inherit(kBasis, whole);
  }
  return item;
}

}  // namespace

std::vector<std::string> bases_of(const Pack& pack, const Packs& packs) {
  std::vector<std::string> bases;
  const std::string* base = &pack.info.extends;
  // A chain is never longer than the packs in force, whatever they say.
  for (std::size_t i = 0; i < packs.size() && !base->empty(); ++i) {
    bases.push_back(*base);
    const auto it =
        std::find_if(packs.begin(), packs.end(), [&](const auto& other) { return other->info.id == *base; });
    if (it == packs.end()) {
      break;
    }
    base = &(*it)->info.extends;
  }
  return bases;
}

bool extends(const std::string& pack, const std::string& base, const Packs& packs) {
  const auto found = std::find_if(packs.begin(), packs.end(), [&](const auto& p) { return p->info.id == pack; });
  if (found == packs.end()) {
    return false;
  }
  const auto bases = bases_of(**found, packs);
  return std::find(bases.begin(), bases.end(), base) != bases.end();
}

Overlay overlay_items(const Packs& packs, SourcePtr Pack::*file, std::string_view key, RuleFaults& faults) {
  Overlay overlay;
  for (const auto& pack : packs) {
    const auto& source = (*pack).*file;
    if (source == nullptr || source->root == nullptr) {
      continue;
    }
    auto whole = whole_file(*source, faults);
    if (key == "patterns") {
      static_cast<void>(whole.node("words"));       // load_prose
      static_cast<void>(whole.node("lock-words"));  // load_prose
    }
    static_cast<void>(whole.node(kBasis));  // item_of
    const auto* list = whole.node(key);
    whole.refuse_unknown_keys();
    const auto bases = bases_of(*pack, packs);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      if (list->items[i]->is_mapping()) {
        overlay.apply(item_of(*list->items[i], *source, whole), pack->info.id, bases, faults);
      }
    }
  }
  return overlay;
}

}  // namespace nianbao
