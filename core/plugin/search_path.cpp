// --bundle, NIANBAO_PATH, the user's data, what is installed: in this order.
#include <nianbao/search_path.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "plugin/shared_library.hpp"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string user_data() {
  // The XDG specification says that a relative path is to be ignored.
  if (const fs::path data = variable("XDG_DATA_HOME"); data.is_absolute()) {
    return data / "nianbao";
  }
  if (const fs::path home = variable("HOME"); home.is_absolute()) {
    return home / ".local/share/nianbao";
  }
  return {};
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// The path without links, dots and a slash at its end.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const auto whole = fs::weakly_canonical(path, error);
  return error ? path.lexically_normal() : whole;
}

class Roots {
 public:
  void add(const fs::path& folder, RootOrigin origin) {
    if (folder.empty() || !is_folder(folder)) {
      return;
    }
    auto path = resolved(folder).string();
    const auto known =
        std::find_if(roots_.begin(), roots_.end(), [&](const SearchRoot& r) { return r.folder == path; });
    if (known == roots_.end()) {
      roots_.push_back({std::move(path), origin});
    } else if (origin == RootOrigin::installed) {
      known->origin = origin;  // whoever else names it, it is what came with the program
    }
  }
  [[nodiscard]] std::vector<SearchRoot> take() { return std::move(roots_); }

 private:
  std::vector<SearchRoot> roots_;
};

Result<void> add_bundles(const std::vector<std::string>& bundles, Roots& roots) {
  for (const auto& bundle : bundles) {
    std::error_code error;
    const auto folder = fs::absolute(bundle, error);
    if (bundle.empty() || error || !is_folder(folder)) {
      return Error{
          ErrorKind::usage,
          "bundle-not-found",
          {"没有扩展包文件夹“" + bundle + "”。", "There is no bundle folder `" + bundle + "`."},
          "--bundle",
          {"请给出含plugins、formats或rules的文件夹。", "Name a folder with plugins, formats or rules in it."}};
    }
    roots.add(folder, RootOrigin::bundle);
  }
  return {};
}

Result<void> add_environment(const std::string& path, Roots& roots) {
  for (std::size_t begin = 0; begin < path.size();) {
    const auto end = std::min(path.find(':', begin), path.size());
    const fs::path folder = path.substr(begin, end - begin);
    if (!folder.empty() && folder.is_relative()) {
      return Error{ErrorKind::usage,
                   "search-path-relative",
                   {"NIANBAO_PATH中的“" + folder.string() + "”不是绝对路径。",
                    "`" + folder.string() + "` in NIANBAO_PATH is not an absolute path."},
                   "NIANBAO_PATH",
                   {"请写绝对路径，用冒号分隔；当前文件夹从不搜索。",
                    "Write absolute paths with colons between them; the current folder is never searched."}};
    }
    roots.add(folder, RootOrigin::environment);
    begin = end + 1;
  }
  return {};
}

}  // namespace

std::string_view to_string(RootOrigin origin) noexcept {
  switch (origin) {
    case RootOrigin::bundle:
      return "bundle";
    case RootOrigin::environment:
      return "environment";
    case RootOrigin::user:
      return "user";
    case RootOrigin::installed:
      return "installed";
  }
  return "";
}

SearchPathParts search_path_parts(std::vector<std::string> bundles) {
  // The build tree and the installed one both keep the bundle beside libnianbao, whatever the name of
  // the library folder is.
  const fs::path own = plugin::own_library_path();
  return {std::move(bundles), variable("NIANBAO_PATH"), user_data(),
          own.empty() ? std::string() : (own.parent_path() / "nianbao").string()};
}

Result<std::vector<SearchRoot>> search_path(const SearchPathParts& parts) {
  Roots roots;
  NIANBAO_CHECK(add_bundles(parts.bundles, roots));
  NIANBAO_CHECK(add_environment(parts.nianbao_path, roots));
  roots.add(parts.user_data, RootOrigin::user);
  roots.add(parts.installed, RootOrigin::installed);
  return roots.take();
}

}  // namespace nianbao
