// Damaged libraries: whatever the bytes, the host says no and lives.
#include <link.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstring>
#include <filesystem>
#include <random>

#include "bundles.hpp"
#include "plugin/elf_file.hpp"
#include "plugin/plugin_loader.hpp"

using namespace nianbao;
using namespace nianbao::test;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A file that is there for one test.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& name)
      : path_((fs::temp_directory_path() / ("nianbao-" + std::to_string(::getpid()) + "-" + name)).string()) {}
  ~ScratchFile() { fs::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  void write(std::string_view bytes) const {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

const std::string kHealthy = bytes_of(kMinimal + "/plugins/minimal-text/minimal-text.so");

ElfW(Ehdr) header() {
  ElfW(Ehdr) header;
  std::memcpy(&header, kHealthy.data(), sizeof header);
  return header;
}

/// Where the file header and the segment table end.
std::size_t headers_end() { return header().e_phoff + header().e_phnum * sizeof(ElfW(Phdr)); }

/// True if a process of its own opens the library, or refuses it, without dying.
bool survives(const std::string& path) {
  const auto child = ::fork();
  if (child == 0) {
    const auto outcome = plugin::load_plugin(path, nullptr);
    ::_exit(outcome.failure || outcome.plugin.container ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Changes one to eight bytes between from and to.
template <typename Random>
std::string mutated(std::size_t from, std::size_t to, Random& random) {
  auto bytes = kHealthy;
  const auto changes = 1 + random() % 8;
  for (std::size_t i = 0; i < changes; ++i) {
    static constexpr unsigned char kExtremes[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    const auto at = from + random() % (to - from);
    bytes[at] = static_cast<char>(random() % 2 == 0 ? kExtremes[random() % 5] : random() % 256);
  }
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mutation)

BOOST_AUTO_TEST_CASE(every_truncation_is_refused_before_loading) {
  const ScratchFile file("truncated.so");
  for (std::size_t size = 0; size < kHealthy.size(); size += 1 + size / 16) {
    file.write(std::string_view(kHealthy).substr(0, size));
    const auto outcome = plugin::load_plugin(file.path(), nullptr);
    BOOST_REQUIRE(outcome.failure);
    BOOST_TEST((outcome.failure->state == PluginState::unreadable), "size " << size);
  }
}

BOOST_AUTO_TEST_CASE(reading_symbols_of_damaged_files_never_fails_badly) {
  std::mt19937 random(20240131);
  const ScratchFile file("mutated.so");
  int read = 0;
  int refused = 0;
  for (int round = 0; round < 600; ++round) {
    // Headers and the section table at the end are what the reader trusts.
    const auto tail = kHealthy.size() - 4096;
    const bool at_end = round % 3 == 1;
    file.write(mutated(at_end ? tail : 0, round % 3 == 0 ? headers_end() : kHealthy.size(), random));
    ++(plugin::exported_symbols(file.path()).ok() ? read : refused);
  }
  BOOST_TEST(read > 0);
  BOOST_TEST(refused > 0);
}

// Code and relocations are beyond what can be checked before loading; the tables are not.
BOOST_AUTO_TEST_CASE(libraries_with_damaged_tables_are_opened_or_refused) {
  std::mt19937 random(7);
  const ScratchFile file("opened.so");
  for (int round = 0; round < 150; ++round) {
    const bool sections = round % 3 == 0;
    file.write(sections ? mutated(header().e_shoff, kHealthy.size(), random) : mutated(0, headers_end(), random));
    BOOST_TEST(survives(file.path()), "round " << round);
  }
}

BOOST_AUTO_TEST_CASE(text_that_looks_like_a_header_is_refused) {
  const ScratchFile file("text.so");
  for (const std::size_t size : {0U, 1U, 4U, 63U, 64U, 65U, 5000U}) {
    auto bytes = std::string(
                     "\x7F"
                     "ELF")
                     .append(size, 'A')
                     .substr(0, size);
    file.write(bytes);
    BOOST_TEST(plugin::elf_fault(file.path()).has_value());
  }
  BOOST_TEST(plugin::elf_fault("/").has_value());
  BOOST_TEST(plugin::elf_fault("/dev/null").has_value());
  BOOST_TEST(plugin::elf_fault("").has_value());
}

BOOST_AUTO_TEST_CASE(another_processor_is_named) {
  const ScratchFile file("arm.so");
  auto bytes = kHealthy;
  bytes[18] = static_cast<char>(bytes[18] == 62 ? 183 : 62);
  file.write(bytes);
  const auto fault = plugin::elf_fault(file.path());
  BOOST_REQUIRE(fault);
  BOOST_TEST(fault->en.find(bytes[18] == 62 ? "x86-64" : "arm64") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
