// One engine, the same files again and again, the whole way to a written page: memory must stay flat.
//   soak ROUNDS BUNDLE FILE...
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <nianbao/convert.hpp>
#include <nianbao/engine.hpp>
#include <nianbao/files.hpp>

using namespace nianbao;

namespace {

std::size_t resident_kilobytes() {
  std::size_t pages = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

/// Reads, checks, converts and writes; the bytes written.
Result<std::size_t> whole_way(const Engine& engine, const std::string& path) {
  NIANBAO_TRY(auto bytes, read_file(path, Limits{}.input_bytes));
  NIANBAO_TRY(const auto reports, engine.read_reports(std::move(bytes), path, {}));
  std::size_t written = 0;
  for (const auto& report : reports) {
    NIANBAO_TRY(const auto* format, engine.find_template("current", report.year));
    NIANBAO_TRY(const auto rules, engine.rules_for(report, {}));
    NIANBAO_TRY(const auto conversion, convert(report, *format, *rules, {}));
    const Limits limits;
    DiagnosticSink diagnostics;
    const FormatContext context{limits, diagnostics, rules->vocabulary(), rules->patterns()};
    NIANBAO_TRY(const auto document,
                assemble(conversion, [&](const Template& one) { return engine.family_of(one); }, context, {}));
    NIANBAO_TRY(const auto page, engine.write_document(document, "html", {}, diagnostics, Language::zh));
    written += page.size();
  }
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    return 2;
  }
  const auto rounds = std::strtoul(argv[1], nullptr, 10);
  const auto engine = Engine::create({argv[2]});
  if (!engine.ok()) {
    return 1;
  }
  const std::vector<std::string> files(argv + 3, argv + argc);
  std::size_t settled = 0;
  for (unsigned long round = 0; round < rounds; ++round) {
    for (const auto& file : files) {
      const auto written = whole_way(**engine, file);
      if (!written.ok()) {
        std::fprintf(stderr, "%s: %s\n", file.c_str(), written.error().message.en.c_str());
        return 1;
      }
    }
    // By then every rule set is compiled and the allocator has its pools.
    if (round == rounds / 5) {
      settled = resident_kilobytes();
    }
  }
  const auto end = resident_kilobytes();
  std::printf("   %lu conversions: %zu KB after a fifth, %zu KB at the end\n", rounds * files.size(), settled, end);
  return end <= settled + settled / 10 + 1024 ? 0 : 1;
}
