// Written by hand: gives no object and no reason.
#include <nianbao/sdk/plugin.hpp>

NIANBAO_PLUGIN_EXPORT const char NIANBAO_ABI_MARKER;
const char NIANBAO_ABI_MARKER = 1;

NIANBAO_PLUGIN_EXPORT const nianbao::sdk::PluginDescriptor nianbao_plugin_descriptor;
const nianbao::sdk::PluginDescriptor nianbao_plugin_descriptor = {sizeof(nianbao::sdk::PluginDescriptor),
                                                                  NIANBAO_SDK_API, nianbao::sdk::PluginKind::container,
                                                                  "null-create", "1.0.0"};

NIANBAO_PLUGIN_EXPORT void* nianbao_plugin_create(char*, std::size_t) { return nullptr; }
