// From text to Report, beside the floor of the same bytes: read, decode, fold.
//
//   nianbao_benchmark                 the samples in examples/ and reports made up and damaged (tools/made-reports)
//   NIANBAO_BENCHMARK_FILES=a.txt:b.txt nianbao_benchmark
//
// Rows: floor/… is what any reader of the text has to do; report/… is the whole way through, checks
// left out; checked/… with them; check/… the checks alone; packs-cold reads and compiles the longest chain of
// packs. The ratio report/floor is what docs and CI speak of; rates depend on
// the machine.
#include <benchmark/benchmark.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

#include <nianbao/engine.hpp>
#include <nianbao/files.hpp>
#include <nianbao/rule_store.hpp>
#include <nianbao/sdk/text.hpp>

namespace {

using namespace nianbao;

struct Sample {
  std::string path;
  std::string bytes;
};

std::vector<Sample> samples() {
  std::vector<Sample> found;
  const auto add = [&](const std::string& path) {
    if (auto bytes = read_file(path, Limits{}.input_bytes); bytes.ok()) {
      found.push_back({path, std::move(*bytes)});
    }
  };
  if (const char* list = std::getenv("NIANBAO_BENCHMARK_FILES")) {
    std::istringstream paths(list);
    for (std::string path; std::getline(paths, path, ':');) {
      add(path);
    }
  } else {
    for (const char* folder : {NIANBAO_SAMPLES, NIANBAO_MADE_REPORTS}) {
      for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") {
          add(entry.path().string());
        }
      }
    }
  }
  return found;
}

/// Read the file, check and decode UTF-8, normalise with a map back, as ICU does it.
void floor_icu(benchmark::State& state, const Sample& sample) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  for (auto _ : state) {
    const auto bytes = read_file(sample.path, Limits{}.input_bytes);
    icu::Edits edits;
    std::string folded;
    icu::StringByteSink<std::string> sink(&folded);
    nfkc->normalizeUTF8(0, *bytes, sink, &edits, status);
    const auto text = icu::UnicodeString::fromUTF8(folded);
    benchmark::DoNotOptimize(text.length());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample.bytes.size()));
}

/// The same with this program's own folding.
void floor_own(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) {
    const auto bytes = read_file(sample.path, Limits{}.input_bytes);
    benchmark::DoNotOptimize(fold(*bytes).size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample.bytes.size()));
}

Result<std::vector<Report>> read(const Engine& engine, const Sample& sample, bool checked) {
  const ReadOptions options;
  NIANBAO_TRY(auto bytes, read_file(sample.path, options.limits.input_bytes));
  if (checked) {
    return engine.read_reports(std::move(bytes), sample.path, options);
  }
  DiagnosticSink diagnostics;
  NIANBAO_TRY(auto document, engine.read_document(std::move(bytes), sample.path, options, diagnostics));
  return engine.extract(std::move(document), options, diagnostics);
}

void report(benchmark::State& state, const Engine& engine, const Sample& sample, bool checked) {
  for (auto _ : state) {
    const auto reports = read(engine, sample, checked);
    if (!reports.ok()) {
      state.SkipWithError(reports.error().message.en.c_str());
      break;
    }
    benchmark::DoNotOptimize(reports->size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample.bytes.size()));
}

void check_alone(benchmark::State& state, const Engine& engine, const Sample& sample) {
  const auto reports = read(engine, sample, false);
  if (!reports.ok()) {
    state.SkipWithError(reports.error().message.en.c_str());
    return;
  }
  for (auto _ : state) {
    for (const auto& report : *reports) {
      benchmark::DoNotOptimize(engine.check(report, {}, {})->findings.size());
    }
  }
}

void packs_cold(benchmark::State& state) {
  RuleQuery query;
  query.packs = {"fujian"};
  for (auto _ : state) {
    const auto rules = RuleStore::load({NIANBAO_RULES})->effective(query);
    if (!rules.ok()) {
      state.SkipWithError(rules.error().message.en.c_str());
      break;
    }
    benchmark::DoNotOptimize((*rules)->checks().size());
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto engine = Engine::create();
  if (!engine.ok()) {
    std::cerr << engine.error().message.en << '\n';
    return 1;
  }
  static const auto all = samples();
  benchmark::RegisterBenchmark("packs-cold", packs_cold)->Unit(benchmark::kMillisecond);
  for (const auto& sample : all) {
    const auto name = std::filesystem::path(sample.path).filename().string();
    benchmark::RegisterBenchmark(("floor-icu/" + name).c_str(), floor_icu, sample);
    benchmark::RegisterBenchmark(("floor-own/" + name).c_str(), floor_own, sample);
    benchmark::RegisterBenchmark(("report/" + name).c_str(),
                                 [&](benchmark::State& state) { report(state, **engine, sample, false); });
    benchmark::RegisterBenchmark(("checked/" + name).c_str(),
                                 [&](benchmark::State& state) { report(state, **engine, sample, true); });
    benchmark::RegisterBenchmark(("check/" + name).c_str(),
                                 [&](benchmark::State& state) { check_alone(state, **engine, sample); });
  }
  benchmark::RunSpecifiedBenchmarks();
}
