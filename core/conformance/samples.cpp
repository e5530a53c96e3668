#include <algorithm>
#include <filesystem>

#include <nianbao/conformance.hpp>
#include <nianbao/files.hpp>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestSample = 16ULL << 20U;
constexpr std::string_view kFacts = ".facts";

/// The files of a folder by name, hidden ones left out.
std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().front() != '.') {
      paths.push_back(it->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Error sample_fault(const fs::path& path, Message message) {
  return {ErrorKind::input, "sample-unusable", std::move(message), path.string(), {}};
}

/// Each line: concept, tab, value or status, tab, unit.
Result<std::string> read_facts(const fs::path& path) {
  NIANBAO_TRY(auto text, read_file(path.string(), kLargestSample));
  std::size_t line = 1;
  for (std::size_t from = 0; from < text.size(); ++line) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto words = std::string_view(text).substr(from, end - from);
    if (std::count(words.begin(), words.end(), '\t') != 2 || words.back() == '\r') {
      const auto number = std::to_string(line);
      return sample_fault(path, {"第" + number + "行应为：指标、制表符、数值、制表符、单位，以换行符（LF）结束。",
                                 "Line " + number + " is to be: concept, tab, value, tab, unit, and a line feed."});
    }
    from = end + 1;
  }
  return text;
}

}  // namespace

Result<std::vector<Sample>> samples_of(const std::string& bundle_folder, const std::string& id) {
  std::vector<Sample> samples;
  std::error_code error;
  for (const auto& path : files_of(fs::path(bundle_folder) / "samples" / id)) {
    if (path.extension() == kFacts) {
      if (!fs::is_regular_file(fs::path(path).replace_extension(), error)) {
        return sample_fault(path, {"没有与它对应的样本文件。", "There is no sample file it belongs to."});
      }
      continue;
    }
    NIANBAO_TRY(auto bytes, read_file(path.string(), kLargestSample));
    Sample sample{path.filename().string(), std::move(bytes), std::nullopt};
    if (const auto facts = path.string() + std::string(kFacts); fs::exists(facts, error)) {
      NIANBAO_TRY(sample.facts, read_facts(facts));
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
