// The figures of a report told in sentences.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nianbao/rules.hpp>
#include <nianbao/sdk/report.hpp>
#include <nianbao/sdk/template.hpp>

namespace nianbao {

/// A report's text, and what it leaves out.
struct Telling {
  std::string text;                   ///< title, headings, a paragraph a line
  std::vector<std::uint32_t> untold;  ///< facts with a value that no sentence says, in the report's order
};

/// Tells the certain figures of the report's own year in the simplest words of the patterns that read them, under the
/// headings of `format`. A sentence stands only where the patterns read it as that figure and as nothing else.
/// `rules` without patterns tell nothing. Thread-safe.
[[nodiscard]] Telling tell_figures(const Report& report, const RuleSet& rules, const Template& format);

}  // namespace nianbao
