// A file of a rule pack beside a small pack that is right. The first byte says which file it is.
#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include <nianbao/rule_store.hpp>

using namespace nianbao;

namespace {

namespace fs = std::filesystem;

constexpr std::array kFiles = {"pack",  "concepts", "vocabulary", "sections", "units",
                               "prose", "checks",   "mappings",   "outline",  "narrative"};

constexpr const char* kPack = "id: national\nversion: 1.0.0\ntitle: {zh: 全国, en: National}\n";
constexpr const char* kConcepts = R"(
dimensions:
  applicant:
    total: {zh: 总计, en: total}
    person: 自然人
    company: 企业
sum_of:
  applicant.total: [person, company]
concepts:
  in.new: [件, 新收, [A]]
  in.old: [件, 结转, [A]]
  out.granted: [件, 公开, [A]]
)";

void write(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

/// The folder of the packs, made once for the process.
const fs::path& folder() {
  static const fs::path path = [] {
    auto made = fs::temp_directory_path() / ("nianbao-fuzz-" + std::to_string(::getpid()));
    fs::create_directories(made / "national");
    return made;
  }();
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const auto pack = folder() / "national";
  const auto file = pack / (std::string(kFiles[data[0] % kFiles.size()]) + ".yaml");
  write(pack / "pack.yaml", kPack);
  write(pack / "concepts.yaml", kConcepts);
  write(file, std::string(data + 1, data + size));
  const auto store = RuleStore::load({folder().string()});
  for (const auto& fault : store->lint("national")) {
    static_cast<void>(to_string(fault, Language::zh));
  }
  const auto set = store->effective({});
  fs::remove(file);
  return set.ok() ? 0 : static_cast<int>(set.error().message.zh.empty());
}
