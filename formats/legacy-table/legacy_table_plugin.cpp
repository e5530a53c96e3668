// Indicator lists: label, unit, one or two figures (the forms up to 2018).
#include <nianbao/sdk/forms.hpp>
#include <nianbao/sdk/plugin.hpp>

#include "indicator_columns.hpp"

NIANBAO_FORMAT_FAMILY_PLUGIN(nianbao::forms::TableFamily<nianbao::IndicatorColumns>, "legacy-table", "1.0.0")
