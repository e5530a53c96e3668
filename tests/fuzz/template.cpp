// The text of a template.
#include <cstdint>
#include <cstdlib>
#include <string>

#include <nianbao/template_loader.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto set = nianbao::load_templates({{"fuzz.yaml", std::string(data, data + size)}});
  if (set.templates.empty() == set.faults.empty()) {
    std::abort();
  }
  return 0;
}
