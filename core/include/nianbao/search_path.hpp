// Where plugins, formats and rule packs are looked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/sdk/result.hpp>

namespace nianbao {

/// Who named a folder of the search path.
enum class RootOrigin {
  bundle,       ///< --bundle DIR
  environment,  ///< NIANBAO_PATH
  user,         ///< the user's data directory
  installed,    ///< what came with the program
};

/// A folder with plugins/, formats/ and rules/ in it; each of the three may be missing.
struct SearchRoot {
  std::string folder;  ///< absolute
  RootOrigin origin = RootOrigin::bundle;
};

[[nodiscard]] std::string_view to_string(RootOrigin origin) noexcept;

/// What the search path is made of, in this order.
struct SearchPathParts {
  std::vector<std::string> bundles;  ///< as given; a relative one counts from the current directory
  std::string nianbao_path;          ///< absolute folders separated by colons; may be empty
  std::string user_data;             ///< may be empty
  std::string installed;             ///< may be empty
};

/// Fills everything but the bundles from the environment and from where libnianbao lies.
[[nodiscard]] SearchPathParts search_path_parts(std::vector<std::string> bundles);

/// The folders that exist, each once, in order. The current directory is never among them by itself:
/// a bundle that is no folder and a relative folder in NIANBAO_PATH are usage errors.
[[nodiscard]] Result<std::vector<SearchRoot>> search_path(const SearchPathParts& parts);

}  // namespace nianbao
