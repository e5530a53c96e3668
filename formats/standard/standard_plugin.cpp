// Cross tables: rows of labels, several columns of figures (the forms since 2019).
#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "cross_columns.hpp"

NIANBAO_FORMAT_FAMILY_PLUGIN(nianbao::forms::TableFamily<nianbao::CrossColumns>, "standard", "1.0.0")
