// What the headers of the SDK may include: the standard library and each other.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "paths.hpp"

namespace fs = std::filesystem;

BOOST_AUTO_TEST_CASE(sdk_headers_include_nothing_of_third_parties) {
  int headers = 0;
  for (const auto& item : fs::directory_iterator(nianbao::test::source_path("core/include/nianbao/sdk"))) {
    ++headers;
    std::ifstream file(item.path());
    for (std::string line; std::getline(file, line);) {
      if (line.rfind("#include", 0) != 0) {
        continue;
      }
      const auto name = line.substr(line.find_first_of("<\"") + 1, line.size() - line.find_first_of("<\"") - 2);
      const bool of_sdk = name.rfind("nianbao/sdk/", 0) == 0;
      const bool of_standard = name.find_first_of("./") == std::string::npos;
      BOOST_TEST((of_sdk || of_standard), item.path().filename() << " includes " << name);
    }
  }
  BOOST_TEST(headers > 10);
}
