#include <unistd.h>

#include <array>
#include <filesystem>

#include <nianbao/sdk/plugin.hpp>

#include "plugin/abi_facts.hpp"
#include "process/process_container.hpp"

namespace nianbao::process {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMegabyte = 1U << 20U;
constexpr std::array<std::string_view, 3> kCommandFolders = {"/usr/local/bin", "/usr/bin", "/bin"};

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// A file of the plugin's folder, or else a command of the system.
fs::path locate(const Manifest& manifest) {
  const fs::path name(manifest.program.front());
  const auto own = (fs::path(manifest.folder) / name).lexically_normal();
  if (is_file(own) || name.has_parent_path()) {
    return own;
  }
  for (const auto folder : kCommandFolders) {
    if (is_file(fs::path(folder) / name)) {
      return fs::path(folder) / name;
    }
  }
  return own;
}

/// What the author wrote: where the program is a command of the system, its first argument that is a file of the
/// folder.
std::string written_file(const Manifest& manifest, const std::string& program) {
  if (program.compare(0, manifest.folder.size() + 1, manifest.folder + "/") == 0) {
    return program;
  }
  for (std::size_t i = 1; i < manifest.program.size(); ++i) {
    const auto path = (fs::path(manifest.folder) / manifest.program[i]).lexically_normal();
    if (is_file(path)) {
      return path.string();
    }
  }
  return program;
}

/// A sanitizer reserves more address space than any limit allows.
bool sanitized() { return plugin::AbiFacts::own().get("sanitizer") != "none"; }

}  // namespace

ProgramFound find_program(const Manifest& manifest) {
  const auto path = locate(manifest).string();
  ProgramFound found;
  found.spec.id = manifest.id;
  found.spec.version = manifest.version;
  found.spec.file = written_file(manifest, path);
  auto arguments = manifest.program;
  arguments.front() = path;
  const auto memory = sanitized() ? 0 : std::uint64_t{manifest.megabytes} * kMegabyte;
  found.spec.launch = {path, std::move(arguments), manifest.folder, memory};
  if (!is_file(path)) {
    found.fault = {"没有程序" + path + "，/usr/local/bin、/usr/bin、/bin中也没有同名命令",
                   "no program " + path + ", and no command of that name in /usr/local/bin, /usr/bin, /bin"};
    found.advice = {"请安装该程序，或改正清单中的program。",
                    "Install the program, or correct `program` in the manifest."};
  } else if (::access(path.c_str(), X_OK) != 0) {
    found.fault = {"文件" + path + "没有执行权限", "the file " + path + " without permission to be executed"};
    found.advice = {"请用chmod +x加上执行权限。", "Give it the permission with chmod +x."};
  }
  return found;
}

}  // namespace nianbao::process
