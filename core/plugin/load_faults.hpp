// The messages of every state in which a plugin cannot be used.
#pragma once

#include <string>

#include <nianbao/plugin_host.hpp>

#include "plugin/abi_facts.hpp"
#include "process/process_container.hpp"

namespace nianbao::plugin {

/// What a fault is about.
struct Subject {
  std::string id;    ///< of the manifest; empty for a library without one
  std::string path;  ///< absolute path of the library
};

/// A manifest and a library, or two manifests, say different things: `what` names the thing.
struct Disagreement {
  Message what;
  std::string manifest;
  std::string library;
};

/// What is known of a library that is no longer to be used.
struct LoadFailure {
  PluginState state = PluginState::unreadable;
  PluginFault fault;
};

[[nodiscard]] LoadFailure bad_manifest(const std::string& file, const Error& error);
[[nodiscard]] LoadFailure duplicate_id(const Manifest& manifest, const std::string& first_folder);
[[nodiscard]] LoadFailure not_a_plugin(const Subject& subject);
[[nodiscard]] LoadFailure unreadable(const Subject& subject, const Message& found);
[[nodiscard]] LoadFailure wrong_api(const Subject& subject, const AbiFacts& facts);
[[nodiscard]] LoadFailure wrong_abi(const Subject& subject, const AbiFacts& facts);
[[nodiscard]] LoadFailure load_failed(const Subject& subject, const std::string& loader_text);
[[nodiscard]] LoadFailure no_entry(const Subject& subject, const std::string& symbol);
[[nodiscard]] LoadFailure bad_descriptor(const Subject& subject, const Message& found);
[[nodiscard]] LoadFailure mismatch(const Subject& subject, const Disagreement& disagreement);
/// Its library is not from the installation, and only those are opened.
[[nodiscard]] LoadFailure native_off(const std::string& id, const std::string& library);
[[nodiscard]] LoadFailure create_failed(const Subject& subject, const std::string& why);
/// The program of the manifest is not there or may not be executed.
[[nodiscard]] LoadFailure no_program(const Manifest& manifest, const process::ProgramFound& found);
/// The program was started and did not say hello as it should.
[[nodiscard]] LoadFailure program_failed(const Manifest& manifest, const Error& error);

}  // namespace nianbao::plugin
