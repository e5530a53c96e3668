// A format family that is a program of its own.
#pragma once

#include <memory>

#include <nianbao/plugin_manifest.hpp>
#include <nianbao/sdk/format_family.hpp>

#include "process/session.hpp"

namespace nianbao::process {

/// The family of a manifest with a program. The program is asked only about Documents that have one of the
/// manifest's `texts`; it is started by the first of them and serves many; calls at the same time have a program
/// each. All are ended with the family.
[[nodiscard]] std::unique_ptr<FormatFamily> make_family(const Manifest& manifest, ProgramSpec spec);

}  // namespace nianbao::process
