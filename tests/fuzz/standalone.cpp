// Runs a fuzz target where there is no libFuzzer: inputs made from the seeds by small random changes, the same ones
// each time. Coverage does not guide it; it is the sample for every change, libFuzzer (preset `fuzz`) is the search.
//   fuzz_NAME -max_total_time=SECONDS [-timeout=SECONDS] [-rss_limit_mb=MB] [-max_len=BYTES] [-artifact_prefix=PATH]
//   FOLDER
// An input is written to PATH"last" before it is tried, so that a crash leaves it there. Exit code 1 if one takes
// longer than the timeout or too much memory.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Settings {
  std::string folder;
  std::string artifacts = "./";
  long seconds = 20;
  long timeout = 20;
  long megabytes = 512;
  std::size_t longest = 20'000;
};

/// The value behind `-name=`; empty if the argument is another.
std::string value_of(const std::string& argument, const std::string& name) {
  const auto start = "-" + name + "=";
  return argument.rfind(start, 0) == 0 ? argument.substr(start.size()) : std::string();
}

Settings settings_of(int argc, char** argv) {
  Settings settings;
  const auto number = [](const std::string& argument, const char* name, auto& into) {
    if (const auto text = value_of(argument, name); !text.empty()) {
      into = static_cast<std::remove_reference_t<decltype(into)>>(std::stoul(text));
    }
  };
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    number(argument, "max_total_time", settings.seconds);
    number(argument, "timeout", settings.timeout);
    number(argument, "rss_limit_mb", settings.megabytes);
    number(argument, "max_len", settings.longest);
    if (const auto path = value_of(argument, "artifact_prefix"); !path.empty()) {
      settings.artifacts = path;
    }
    if (argument.front() != '-') {
      settings.folder = argument;
    }
  }
  return settings;
}

std::vector<std::string> seeds_in(const std::string& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(folder, error)) {
    files.push_back(item.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (seeds.empty()) {
    seeds.emplace_back();
  }
  return seeds;
}

class Mutator {
 public:
  explicit Mutator(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

  std::string next(std::size_t longest) {
    std::string text = seeds_[below(seeds_.size())];
    for (std::size_t changes = below(6); changes > 0; --changes) {
      change(text);
    }
    text.resize(std::min(text.size(), longest));
    return text;
  }

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(random_() % end); }

  void change(std::string& text) {
    const auto at = below(text.size() + 1);
    const auto length = std::min(below(64) + 1, text.size() - at);
    switch (below(6)) {
      case 0:
        if (at < text.size()) {
          text[at] = static_cast<char>(random_());
        }
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.resize(at);
        break;
      case 4:
        text.insert(at, std::string(below(200), static_cast<char>(random_())));
        break;
      default: {
        const auto& other = seeds_[below(seeds_.size())];
        text.insert(at, other.substr(below(other.size() + 1), below(500)));
      }
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 random_{20210101};
};

long peak_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  const auto settings = settings_of(argc, argv);
  Mutator mutator(seeds_in(settings.folder));
  const auto end = Clock::now() + std::chrono::seconds(settings.seconds);
  unsigned long runs = 0;
  while (Clock::now() < end) {
    const auto input = mutator.next(settings.longest);
    std::ofstream(settings.artifacts + "last", std::ios::binary) << input;
    const auto began = Clock::now();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    ++runs;
    if (Clock::now() - began > std::chrono::seconds(settings.timeout) || peak_megabytes() > settings.megabytes) {
      std::printf("ERROR: too long or too much memory (%ld MB): Test unit written to %slast\n", peak_megabytes(),
                  settings.artifacts.c_str());
      return 1;
    }
  }
  std::printf("stat::number_of_executed_units: %lu\nstat::peak_rss_mb: %ld\n", runs, peak_megabytes());
  return 0;
}
