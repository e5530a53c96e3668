// Expected texts in files. With NIANBAO_ACCEPT=1 in the environment they are written anew.
#pragma once

#include <cstdlib>
#include <fstream>
#include <nianbao/sdk/result.hpp>
#include <sstream>
#include <string>

#include "paths.hpp"

namespace nianbao::test {

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

/// The content of a golden file; `actual` becomes it if goldens are being accepted.
inline std::string golden_file(const std::string& path, const std::string& actual) {
  if (std::getenv("NIANBAO_ACCEPT") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

inline std::string golden(const std::string& name, const std::string& actual) {
  return golden_file(source_path("tests/golden/plugins/" + name + ".txt"), actual);
}

inline std::string text_of(const Error& error, Language language) {
  return error.code + "\n  " + error.message.in(language) + "\n  " + error.hint.in(language) + "\n";
}

}  // namespace nianbao::test
