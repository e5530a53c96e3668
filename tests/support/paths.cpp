#include "paths.hpp"

namespace nianbao::test {
namespace {

std::string path(std::string_view folder, std::string_view inside) {
  std::string result(folder);
  return inside.empty() ? result : result.append("/").append(inside);
}

}  // namespace

std::string source_path(std::string_view inside) { return path(NIANBAO_TEST_SOURCE, inside); }
std::string build_path(std::string_view inside) { return path(NIANBAO_TEST_BUILD, inside); }
std::string bundle_path(std::string_view inside) { return path(NIANBAO_TEST_BUNDLE, inside); }

}  // namespace nianbao::test
