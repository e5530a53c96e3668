// What a manifest alone says about a file: its magic bytes and its extension.
#pragma once

#include <string>
#include <string_view>

#include <nianbao/plugin_manifest.hpp>
#include <nianbao/sdk/report.hpp>

namespace nianbao::plugin {

/// Lower-case extension of a file name without the dot; empty if it has none.
[[nodiscard]] std::string extension_of(std::string_view name);
[[nodiscard]] bool claims_extension(const Manifest& manifest, const std::string& extension);
/// The highest certainty of the magic bytes that stand in their place; none if no such bytes do.
[[nodiscard]] Certainty certainty_of_magic(const Manifest& manifest, std::string_view head);

}  // namespace nianbao::plugin
