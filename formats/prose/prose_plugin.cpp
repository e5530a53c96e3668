#include <nianbao/sdk/plugin.hpp>

#include "prose_family.hpp"

NIANBAO_FORMAT_FAMILY_PLUGIN(nianbao::prose_format::ProseFamily, "prose", "1.0.0")
