// How a library says that it is a plugin: one macro at the end of its <id>_plugin.cpp.
//
//   NIANBAO_CONTAINER_PLUGIN(MarkdownContainer, "markdown", "1.0.0")
//
// The library then exports three C symbols and nothing else: a marker whose name alone states the
// ABI facts (read before the library is loaded), a descriptor, and the function that creates the
// plugin object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <type_traits>

#include <nianbao/sdk/container.hpp>
#include <nianbao/sdk/format_family.hpp>

/// Version of the C++ interface between host and plugins. Raised by every change that breaks
/// plugins built before it.
///   1  first version
#define NIANBAO_SDK_API 1

namespace nianbao::sdk {

/// What a plugin library holds.
enum class PluginKind : std::uint32_t { container = 1, family = 2 };

/// What a library says about itself. Plain C; grows only at its end, and `struct_size` tells how
/// much of it the library knows.
struct PluginDescriptor {
  std::uint32_t struct_size;
  std::uint32_t api;  ///< NIANBAO_SDK_API of the build
  PluginKind kind;
  const char* id;       ///< the manifest's id
  const char* version;  ///< the manifest's version
};

/// Creates the plugin object. Gives an owning `Container*` or `FormatFamily*` as `void*`, or null and
/// then writes why (UTF-8, zero-terminated) into the buffer of the given size. Throws nothing.
using CreatePlugin = void* (*)(char* why, std::size_t size);

/// Creates an Object as its interface; keeps exceptions inside the library.
template <typename Interface, typename Object>
void* create_plugin(char* why, std::size_t size) noexcept {
  static_assert(std::is_base_of_v<Interface, Object>, "the class of a plugin derives from its interface");
  const auto say = [&](const char* text) {
    if (size > 0) {
      std::strncpy(why, text, size - 1);
      why[size - 1] = '\0';
    }
  };
  try {
    return static_cast<Interface*>(std::make_unique<Object>().release());
  } catch (const std::exception& exception) {
    say(exception.what());
  } catch (...) {
    say("an exception that is no std::exception");
  }
  return nullptr;
}

}  // namespace nianbao::sdk

// The ABI facts as parts of the marker's name. Facts only, never a build date or a commit: two builds
// with equal facts understand each other.
#if defined(_LIBCPP_VERSION)
#define NIANBAO_ABI_LIBRARY libcxx
#define NIANBAO_ABI_RELEASE _LIBCPP_VERSION
#define NIANBAO_ABI_STRING libcxx
#else
#define NIANBAO_ABI_LIBRARY libstdcxx
#define NIANBAO_ABI_RELEASE _GLIBCXX_RELEASE
#if _GLIBCXX_USE_CXX11_ABI
#define NIANBAO_ABI_STRING cxx11
#else
#define NIANBAO_ABI_STRING old
#endif
#endif
#if defined(_GLIBCXX_DEBUG)
#define NIANBAO_ABI_DEBUG yes
#else
#define NIANBAO_ABI_DEBUG no
#endif
#if defined(__has_feature)
#define NIANBAO_HAS_FEATURE(feature) __has_feature(feature)
#else
#define NIANBAO_HAS_FEATURE(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || NIANBAO_HAS_FEATURE(address_sanitizer)
#define NIANBAO_ABI_SANITIZER address
#elif defined(__SANITIZE_THREAD__) || NIANBAO_HAS_FEATURE(thread_sanitizer)
#define NIANBAO_ABI_SANITIZER thread
#elif NIANBAO_HAS_FEATURE(memory_sanitizer)
#define NIANBAO_ABI_SANITIZER memory
#else
#define NIANBAO_ABI_SANITIZER none
#endif

#define NIANBAO_ABI_JOIN_(a, b, c, d, e, f, g) \
  nianbao_abi__api_##a##__library_##b##__release_##c##__string_##d##__debug_##e##__pointer_##f##__sanitizer_##g
#define NIANBAO_ABI_JOIN(a, b, c, d, e, f, g) NIANBAO_ABI_JOIN_(a, b, c, d, e, f, g)

/// The marker's name: nianbao_abi__api_1__library_libstdcxx__release_12__string_cxx11__…
#define NIANBAO_ABI_MARKER                                                                                           \
  NIANBAO_ABI_JOIN(NIANBAO_SDK_API, NIANBAO_ABI_LIBRARY, NIANBAO_ABI_RELEASE, NIANBAO_ABI_STRING, NIANBAO_ABI_DEBUG, \
                   __SIZEOF_POINTER__, NIANBAO_ABI_SANITIZER)

#define NIANBAO_PLUGIN_EXPORT extern "C" __attribute__((visibility("default")))

#define NIANBAO_PLUGIN_ENTRY(Interface, kind, Class, id, version)                                                \
  NIANBAO_PLUGIN_EXPORT const char NIANBAO_ABI_MARKER;                                                           \
  const char NIANBAO_ABI_MARKER = 1;                                                                             \
  NIANBAO_PLUGIN_EXPORT const ::nianbao::sdk::PluginDescriptor nianbao_plugin_descriptor;                        \
  const ::nianbao::sdk::PluginDescriptor nianbao_plugin_descriptor = {                                           \
      sizeof(::nianbao::sdk::PluginDescriptor), NIANBAO_SDK_API, ::nianbao::sdk::PluginKind::kind, id, version}; \
  NIANBAO_PLUGIN_EXPORT void* nianbao_plugin_create(char* why, std::size_t size);                                \
  void* nianbao_plugin_create(char* why, std::size_t size) {                                                     \
    return ::nianbao::sdk::create_plugin<Interface, Class>(why, size);                                           \
  }

/// Makes the library a container plugin. Class derives from nianbao::Container and has a constructor
/// without arguments; id and version are those of the manifest. Once in a library, outside namespaces.
#define NIANBAO_CONTAINER_PLUGIN(Class, id, version) \
  NIANBAO_PLUGIN_ENTRY(::nianbao::Container, container, Class, id, version)

/// Makes the library a format family; Class derives from nianbao::FormatFamily.
#define NIANBAO_FORMAT_FAMILY_PLUGIN(Class, id, version) \
  NIANBAO_PLUGIN_ENTRY(::nianbao::FormatFamily, family, Class, id, version)
