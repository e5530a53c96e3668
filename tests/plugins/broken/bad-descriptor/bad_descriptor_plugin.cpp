// A descriptor made by hand, with a kind that does not exist.
#include <nianbao/sdk/plugin.hpp>

NIANBAO_PLUGIN_EXPORT const char NIANBAO_ABI_MARKER;
const char NIANBAO_ABI_MARKER = 1;

NIANBAO_PLUGIN_EXPORT const nianbao::sdk::PluginDescriptor nianbao_plugin_descriptor;
const nianbao::sdk::PluginDescriptor nianbao_plugin_descriptor = {
    sizeof(nianbao::sdk::PluginDescriptor), NIANBAO_SDK_API, static_cast<nianbao::sdk::PluginKind>(77),
    "bad-descriptor", "1.0.0"};

NIANBAO_PLUGIN_EXPORT void* nianbao_plugin_create(char*, std::size_t) { return nullptr; }
