#define BOOST_DLL_USE_STD_FS
#include "plugin/shared_library.hpp"

#include <dlfcn.h>

#include <boost/dll/library_info.hpp>
#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>
#include <deque>
#include <mutex>

#include "plugin/elf_file.hpp"

namespace nianbao::plugin {
namespace {

namespace dll = boost::dll;

/// Libraries that are never closed; the list itself is never destroyed.
struct Kept {
  std::mutex mutex;
  std::deque<dll::shared_library> libraries;
};

Kept& kept() {
  static auto* const kept = new Kept;
  return *kept;
}

Error unreadable(Message message) { return Error{ErrorKind::plugin, "plugin-unreadable", std::move(message), "", {}}; }

}  // namespace

std::string own_library_path() {
  std::error_code error;
  const auto path = dll::symbol_location_ptr(reinterpret_cast<const void*>(&own_library_path), error);
  return error ? std::string() : std::filesystem::weakly_canonical(path, error).string();
}

Result<std::vector<std::string>> exported_symbols(const std::string& path) {
  // library_info trusts the sizes a file states about itself and the loader would die of a file that
  // is shorter than it says.
  if (auto fault = elf_fault(path)) {
    return unreadable(std::move(*fault));
  }
  try {
    return dll::library_info(path).symbols();
  } catch (const std::exception& exception) {
    const std::string why = exception.what();
    return unreadable({"符号表无法读取（" + why + "）", "a symbol table that cannot be read (" + why + ")"});
  }
}

Result<SharedLibrary> SharedLibrary::open(const std::string& path) {
  auto& all = kept();
  const std::lock_guard lock(all.mutex);
  std::error_code error;
  dll::shared_library library;
  library.load(path, error, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  if (error) {
    const char* text = ::dlerror();
    const std::string why = text == nullptr ? error.message() : text;
    return Error{ErrorKind::plugin, "plugin-load-failed", {why, why}, path, {}};
  }
  all.libraries.push_back(std::move(library));
  return SharedLibrary(&all.libraries.back());
}

void* SharedLibrary::address(const char* name) const noexcept {
  const auto* library = static_cast<const dll::shared_library*>(library_);
  // Not shared_library::get: it refuses a symbol of another kind by an exception.
  return ::dlsym(library->native(), name);
}

}  // namespace nianbao::plugin
