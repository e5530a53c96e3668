#include "plugin/file_marks.hpp"

#include <algorithm>

namespace nianbao::plugin {

std::string extension_of(std::string_view name) {
  name = name.substr(name.find_last_of('/') + 1);
  const auto dot = name.find_last_of('.');
  std::string extension(dot == std::string_view::npos ? "" : name.substr(dot + 1));
  for (auto& c : extension) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return extension;
}

bool claims_extension(const Manifest& manifest, const std::string& extension) {
  const auto& all = manifest.extensions;
  return !extension.empty() && std::find(all.begin(), all.end(), extension) != all.end();
}

Certainty certainty_of_magic(const Manifest& manifest, std::string_view head) {
  auto certainty = Certainty::none;
  for (const auto& magic : manifest.magic) {
    if (magic.offset <= head.size() && head.substr(magic.offset, magic.bytes.size()) == magic.bytes) {
      certainty = std::max(certainty, magic.certain ? Certainty::certain : Certainty::likely);
    }
  }
  return certainty;
}

}  // namespace nianbao::plugin
