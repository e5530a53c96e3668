// What asking a program costs beyond its own work: a file of 20 KB, read by a program that does nothing.
//   nianbao_benchmark_programs
#include <benchmark/benchmark.h>

#include <string>

#include <nianbao/plugin_host.hpp>

namespace {

using namespace nianbao;

/// Lines such as a report has, as many as make 20 KB.
std::string file_of_20_kb() {
  std::string text;
  while (text.size() < 20 * 1024) {
    text += "全年收到政府信息公开申请26件，其中当面申请5件，网络申请18件，信函申请3件，均按时办结。\n";
  }
  return text;
}

void overhead(benchmark::State& state, const Container& container, const std::string& file) {
  const Limits limits;
  const Options options;
  for (auto _ : state) {
    DiagnosticSink diagnostics;
    const auto document = container.read(file, {limits, diagnostics, options});
    if (!document.ok()) {
      state.SkipWithError(document.error().message.en.c_str());
      break;
    }
    benchmark::DoNotOptimize(document->blocks.size());
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto host = PluginHost::create({{NIANBAO_BENCHMARK_BUNDLE, RootOrigin::bundle}});
  const auto container = host->container("fixed-answer");
  if (!container.ok()) {
    return 1;
  }
  static const auto file = file_of_20_kb();
  benchmark::RegisterBenchmark("program-overhead/20-kb",
                               [&](benchmark::State& state) { overhead(state, **container, file); })
      ->Unit(benchmark::kMicrosecond)
      ->UseRealTime();
  benchmark::RunSpecifiedBenchmarks();
}
