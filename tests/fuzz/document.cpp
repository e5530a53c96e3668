// Bytes of a binary or packed file: read, its Document to JSON and back.
#include <cstdint>
#include <string>

#include <nianbao/document_json.hpp>

#include "fuzz_support.hpp"

using namespace nianbao;
using namespace nianbao::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ReadOptions options;
  options.container = NIANBAO_FUZZ_CONTAINER;
  DiagnosticSink diagnostics;
  const auto document = engine().read_document(std::string(data, data + size), "fuzz", options, diagnostics);
  if (document.ok()) {
    const auto json = document_to_json(*document);
    const auto again = document_from_json(json);
    require(again.ok() && equal(*document, *again));
  }
  return 0;
}
