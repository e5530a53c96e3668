// The one place that knows Boost.DLL: symbol names of a library file, and opening it.
#pragma once

#include <string>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao::plugin {

/// Absolute path of libnianbao itself; empty if the system does not tell.
[[nodiscard]] std::string own_library_path();

/// Names of the symbols a library file exports, read without loading it. The Error says what the file
/// is instead. Never crashes on a damaged file.
[[nodiscard]] Result<std::vector<std::string>> exported_symbols(const std::string& path);

/// An opened library. Stays loaded until the program ends: g++ keeps it mapped anyhow (unique
/// symbols), and an object or exception of an unloaded library would crash.
class SharedLibrary {
 public:
  /// Opens a library of an absolute path with all its symbols bound at once. The Error's message is
  /// the system's own text. One library is opened at a time.
  [[nodiscard]] static Result<SharedLibrary> open(const std::string& path);

  /// Address of an exported symbol; null if there is none.
  template <typename T>
  [[nodiscard]] T* symbol(const char* name) const noexcept {
    return reinterpret_cast<T*>(address(name));
  }

 private:
  explicit SharedLibrary(const void* library) noexcept : library_(library) {}
  [[nodiscard]] void* address(const char* name) const noexcept;
  const void* library_;
};

}  // namespace nianbao::plugin
