// A changed header of the SDK asks for a decision: do plugins built before still work?
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nianbao/files.hpp>
#include <nianbao/sdk/plugin.hpp>
#include <string>

#include "paths.hpp"

namespace fs = std::filesystem;

namespace {

constexpr const char* kDecide =
    " has changed. If plugins built before it cannot be used any more (a signature, the order or type of a member, a "
    "virtual function), raise NIANBAO_SDK_API in sdk/plugin.hpp and list the version there. Then, or if they still "
    "can, run "
    "unit_plugin with NIANBAO_ACCEPT=1 in the environment and commit tests/golden/sdk.";

/// The code alone: neither comments nor white space, which break nothing.
std::string code_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string code;
  for (std::string line; std::getline(file, line);) {
    const auto end = std::min(line.find("//"), line.size());
    for (const char c : line.substr(0, end)) {
      if (c != ' ' && c != '\t' && c != '\r') {
        code += c;
      }
    }
  }
  return code;
}

std::map<std::string, std::string> headers() {
  std::map<std::string, std::string> hashes;
  for (const auto& item : fs::directory_iterator(nianbao::test::source_path("core/include/nianbao/sdk"))) {
    constexpr std::size_t kEnough = 16;
    hashes[item.path().filename().string()] = nianbao::sha256(code_of(item.path())).substr(0, kEnough);
  }
  return hashes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(changed_sdk_headers_ask_for_a_decision) {
  const auto file = nianbao::test::source_path("tests/golden/sdk/api-" + std::to_string(NIANBAO_SDK_API) + ".txt");
  const auto now = headers();
  if (std::getenv("NIANBAO_ACCEPT") != nullptr) {
    std::ofstream out(file);
    for (const auto& [name, hash] : now) {
      out << name << ' ' << hash << '\n';
    }
  }
  std::map<std::string, std::string> decided;
  std::ifstream in(file);
  for (std::string name, hash; in >> name >> hash;) {
    decided[name] = hash;
  }
  BOOST_TEST(now.size() > 10U);
  for (const auto& [name, hash] : now) {
    BOOST_TEST(decided[name] == hash, name << kDecide);
  }
  for (const auto& [name, hash] : decided) {
    BOOST_TEST(now.count(name) == 1U, name << kDecide);
  }
}
