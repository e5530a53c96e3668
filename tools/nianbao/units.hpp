// The reports of the units below, for rules that sum them up.
#pragma once

#include <string>
#include <vector>

#include <nianbao/engine.hpp>

namespace nianbao::command {

/// The reports in these files, and in all files of directories among them, in the order of their names. A file that
/// cannot be read, or a directory without files, is an error: a sum must not leave a unit out.
[[nodiscard]] Result<std::vector<Report>> read_units(const Engine& engine, const ReadOptions& options,
                                                     const std::vector<std::string>& paths);

/// The units to compare this report with. A usage error where one is of another year.
[[nodiscard]] Result<std::vector<const Report*>> units_of(const Report& report, const std::vector<Report>& units);

}  // namespace nianbao::command
