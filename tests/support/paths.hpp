// Where the tests find things: the only place that knows where the tree was built.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::test {

/// A path inside the repository: source_path("tests/golden").
[[nodiscard]] std::string source_path(std::string_view inside = {});
/// A path inside the build tree.
[[nodiscard]] std::string build_path(std::string_view inside = {});
/// A path inside the bundle that was built: bundle_path("rules/national").
[[nodiscard]] std::string bundle_path(std::string_view inside = {});

}  // namespace nianbao::test
