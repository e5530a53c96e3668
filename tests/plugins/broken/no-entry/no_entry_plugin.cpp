// The mark alone: descriptor and creating function are not exported.
#include <nianbao/sdk/plugin.hpp>

NIANBAO_PLUGIN_EXPORT const char NIANBAO_ABI_MARKER;
const char NIANBAO_ABI_MARKER = 1;
