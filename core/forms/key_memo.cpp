#include "forms/key_memo.hpp"

#include <nianbao/sdk/forms.hpp>

namespace nianbao::forms {

const TextKey& KeyMemo::of(std::string_view text) {
  if (const auto known = known_.find(text); known != known_.end()) {
    return known->second;
  }
  const auto key = arena_.store(match_key(text));
  return known_.emplace(arena_.store(text), TextKey{key, label_hash(key)}).first->second;
}

}  // namespace nianbao::forms
