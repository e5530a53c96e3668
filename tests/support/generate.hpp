// Reports made up for property tests: random, but the same for the same seed everywhere.
#pragma once

#include <cstdint>
#include <vector>

#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao::test {

struct GenerateOptions {
  /// Other templates whose concepts prose may state.
  std::vector<const Template*> prose_of;
  bool prose_only = false;  ///< no form at all
};

/// A report in the template's format with all that real ones hold: blanks, dashes, lost rows, notes,
/// suspect and rounded figures, forms printed twice, prose that repeats or contradicts a table, other
/// years and scopes, narrative in parts, a sign-off with names. The template must outlive it.
[[nodiscard]] Report generate(const Template& format, std::uint32_t seed, const GenerateOptions& options = {});

}  // namespace nianbao::test
