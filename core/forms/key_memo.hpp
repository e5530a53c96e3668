// The keys of texts that labels may be put together of.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include <nianbao/sdk/arena.hpp>

namespace nianbao::forms {

/// What a text is looked up by: its match_key and the label_hash of that.
struct TextKey {
  std::string_view key;
  std::uint64_t hash = 0;
};

/// Keys found once for all templates: each of them tries the same words of the same rows. Belongs to the rows of
/// one extraction and lives as long as they do. Not thread-safe.
class KeyMemo {
 public:
  [[nodiscard]] const TextKey& of(std::string_view text);

 private:
  Arena arena_;
  std::unordered_map<std::string_view, TextKey> known_;
};

}  // namespace nianbao::forms
