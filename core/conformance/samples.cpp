#include <algorithm>
#include <filesystem>

#include <nianbao/conformance.hpp>
#include <nianbao/files.hpp>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestSample = 16ULL << 20U;
constexpr std::string_view kFacts = ".facts";

}  // namespace

Result<std::vector<Sample>> samples_of(const std::string& bundle_folder, const std::string& id) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator it(fs::path(bundle_folder) / "samples" / id, error), end; !error && it != end;
       it.increment(error)) {
    if (fs::is_regular_file(it->path(), error) && it->path().extension() != kFacts) {
      paths.push_back(it->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Sample> samples;
  for (const auto& path : paths) {
    NIANBAO_TRY(auto bytes, read_file(path.string(), kLargestSample));
    Sample sample{path.filename().string(), std::move(bytes), std::nullopt};
    if (const auto facts = path.string() + std::string(kFacts); fs::exists(facts, error)) {
      NIANBAO_TRY(sample.facts, read_file(facts, kLargestSample));
    }
    samples.push_back(std::move(sample));
  }
  return samples;
}

std::string facts_text(const Report& report) {
  std::string text;
  for (const auto& fact : report.facts) {
    if (fact.source == Source::table) {
      const bool stated = fact.status == Status::reported && fact.value;
      text += to_string(fact.key) + "\t" + (stated ? fact.value->to_string() : std::string(to_string(fact.status))) +
              "\t" + std::string(fact.unit) + "\n";
    }
  }
  return text;
}

}  // namespace nianbao
