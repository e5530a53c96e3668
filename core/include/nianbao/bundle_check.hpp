// A bundle checked as a whole: `nianbao bundle check DIR`.
#pragma once

#include <string>
#include <vector>

#include <nianbao/bundle.hpp>
#include <nianbao/conformance.hpp>
#include <nianbao/engine.hpp>

namespace nianbao {

/// One plugin, format or rule pack of a bundle and what is wrong with it.
struct BundlePart {
  enum class Kind { plugin, format, pack };
  Kind kind = Kind::plugin;
  std::string id;
  std::vector<Message> faults;  ///< why it cannot be used, or what its lint and examples tell
  std::vector<Message> notes;   ///< what is no fault
  Conformance conformance;      ///< without steps where it was not tried
  [[nodiscard]] bool clean() const noexcept { return faults.empty() && conformance.clean(); }
};

struct BundleCheck {
  std::string folder;
  std::optional<BundleManifest> manifest;
  std::vector<BundlePart> parts;  ///< plugins, formats, packs, each by id
  std::vector<Message> faults;    ///< of the bundle itself: nothing in it, samples of nothing
  [[nodiscard]] bool clean() const noexcept;
  /// What the exit code follows: plugin, else rules (for formats and packs).
  [[nodiscard]] ErrorKind worst() const noexcept;
};

/// Opens the plugins of the bundle in this folder, lints its packs, runs their examples, and the conformance kit over
/// its containers and formats with its samples. The engine's search path has the folder and what it needs.
[[nodiscard]] BundleCheck check_bundle(const Engine& engine, const std::string& folder);

[[nodiscard]] std::string bundle_check_text(const BundleCheck& check, Language language);
[[nodiscard]] std::string bundle_check_json(const BundleCheck& check);

}  // namespace nianbao
