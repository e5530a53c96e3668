// Where the files of a conversion go.
#pragma once

#include <string>

#include <nianbao/sdk/result.hpp>

namespace nianbao::command {

/// "-" is standard output; empty: not written.
struct OutputPaths {
  std::string report;
  std::string ledger;
  std::string appendix;
};

/// A usage error if two outputs go to one place, or one would replace the input ("-" is stdin). Devices and pipes
/// may take several. Nothing is opened.
[[nodiscard]] Result<void> check_outputs(const OutputPaths& paths, const std::string& input);

}  // namespace nianbao::command
