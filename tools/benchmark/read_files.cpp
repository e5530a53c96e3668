// Files to Reports, one after the other, in one process: what tools/benchmark/containers measures.
//   nianbao_read_files report|document FILE...
#include <cstdio>
#include <string>

#include <nianbao/engine.hpp>
#include <nianbao/files.hpp>

using namespace nianbao;

namespace {

/// Reads one file: its blocks, or its Reports without checks.
Result<std::size_t> read(const Engine& engine, const std::string& path, bool report) {
  const ReadOptions options;
  NIANBAO_TRY(auto bytes, read_file(path, options.limits.input_bytes));
  DiagnosticSink diagnostics;
  NIANBAO_TRY(auto document, engine.read_document(std::move(bytes), path, options, diagnostics));
  if (!report) {
    return document.blocks.size();
  }
  NIANBAO_TRY(const auto reports, engine.extract(std::move(document), options, diagnostics));
  std::size_t facts = 0;
  for (const auto& one : reports) {
    facts += one.facts.size();
  }
  return facts;
}

}  // namespace

int main(int argc, char** argv) {
  const auto engine = Engine::create();
  if (argc < 2 || !engine.ok()) {
    return 2;
  }
  const bool report = std::string(argv[1]) == "report";
  std::size_t sum = 0;
  for (int i = 2; i < argc; ++i) {
    const auto found = read(**engine, argv[i], report);
    if (!found.ok() || *found == 0) {
      std::fprintf(stderr, "%s: %s\n", argv[i], found.ok() ? "nothing found" : found.error().message.en.c_str());
      return 1;
    }
    sum += *found;
  }
  std::printf("%zu\n", sum);
  return 0;
}
