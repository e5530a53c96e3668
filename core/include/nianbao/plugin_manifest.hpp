// What a plugin folder says about itself in plugin.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/message.hpp>
#include <nianbao/sdk/result.hpp>

namespace nianbao {

enum class ManifestKind {
  container,  ///< reads and writes a file type
  family,     ///< recognises and renders the forms of templates
  format,     ///< templates alone
};

/// Bytes that every file of a container has at one place.
struct MagicBytes {
  std::uint32_t offset = 0;
  std::string bytes;
  bool certain = false;  ///< no other type has them: says so for a program, which is not asked itself
};

/// A plugin.yaml as read. `library`, `templates` and `program` are as written, relative to the folder.
struct Manifest {
  std::string id;
  ManifestKind kind = ManifestKind::container;
  std::string version;
  Message title;
  std::vector<std::string> extensions;  ///< lower case, without the dot
  std::vector<std::string> media_types;
  std::vector<MagicBytes> magic;  ///< one of them is at its place in every file; empty: none is typical
  std::vector<std::string>
      capabilities;     ///< of a container: read, write; of a family: recognize, extract, render; empty: all
  std::string library;  ///< file of the library; empty if the plugin has none
  std::vector<std::string> templates;  ///< files of templates
  std::vector<std::string> texts;      ///< of a family that is a program: a Document it is asked about has one of them
  std::vector<std::string> program;    ///< command line of a program; empty if the plugin is none
  std::uint32_t seconds = 60;          ///< most time of a program for one file
  std::uint32_t megabytes = 2048;      ///< most address space of a program
  std::string folder;                  ///< absolute folder of the manifest
  std::string file;                    ///< absolute path of the manifest

  /// Absolute path of the library; empty if the plugin has none.
  [[nodiscard]] std::string library_path() const;
  /// Absolute paths of the templates, in the order written.
  [[nodiscard]] std::vector<std::string> template_paths() const;
  [[nodiscard]] bool can(std::string_view capability) const noexcept;
};

[[nodiscard]] std::string_view to_string(ManifestKind kind) noexcept;

/// Reads the text of a manifest; `file` is its absolute path. The Error's `where` is file:line:column.
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text, const std::string& file);
/// Reads a manifest file.
[[nodiscard]] Result<Manifest> read_manifest(const std::string& file);

}  // namespace nianbao
