#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include <nianbao/files.hpp>

namespace fs = std::filesystem;
using namespace nianbao;

namespace {

struct Scratch {
  Scratch() : path(fs::temp_directory_path() / ("nianbao-files-" + std::to_string(::getpid()))) {
    fs::create_directory(path);
  }
  ~Scratch() { fs::remove_all(path); }
  [[nodiscard]] std::size_t entries() const {
    return std::distance(fs::directory_iterator(path), fs::directory_iterator{});
  }
  fs::path path;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(files, Scratch)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_and_nothing_else_is_left) {
  const auto file = (path / "年报.html").string();
  BOOST_TEST(write_file(file, "一\n").ok());
  BOOST_TEST(write_file(file, "二\n").ok());
  const auto bytes = read_file(file, 1000);
  BOOST_REQUIRE(bytes.ok());
  BOOST_TEST(*bytes == "二\n");
  BOOST_TEST(entries() == 1U);
}

BOOST_AUTO_TEST_CASE(faults_have_their_own_codes) {
  BOOST_TEST(read_file((path / "none").string(), 10).error().code == "input-missing");
  BOOST_TEST(read_file(path.string(), 10).error().code == "input-is-directory");
  std::ofstream(path / "large") << std::string(11, 'x');
  BOOST_TEST(read_file((path / "large").string(), 10).error().code == "input-too-large");
  BOOST_TEST(read_file((path / "large").string(), 11).ok());
}

BOOST_AUTO_TEST_CASE(a_failed_write_leaves_nothing) {
  const auto result = write_file((path / "no" / "such" / "dir.html").string(), "x");
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST((result.error().kind == ErrorKind::output));
  BOOST_TEST(!write_file(path.string(), "x").ok());
  BOOST_TEST(entries() == 0U);
}

BOOST_AUTO_TEST_CASE(of_several_files_all_are_written_or_none) {
  const auto first = (path / "a.html").string();
  BOOST_TEST(!write_files({{first, "x"}, {(path / "no" / "b.html").string(), "y"}}).ok());
  BOOST_TEST(entries() == 0U);
  BOOST_TEST(write_files({{first, "x"}, {(path / "b.html").string(), "y"}}).ok());
  BOOST_TEST(entries() == 2U);
}

BOOST_AUTO_TEST_CASE(links_and_devices_stay_what_they_are) {
  const auto file = (path / "file").string();
  const auto link = (path / "link").string();
  std::ofstream(file) << "old";
  fs::create_symlink("file", link);
  BOOST_TEST(write_file(link, "new").ok());
  BOOST_TEST(fs::is_symlink(link));
  BOOST_TEST(read_file(file, 10).value() == "new");
  fs::create_symlink("/dev/null", path / "null");
  BOOST_TEST(write_file((path / "null").string(), "x").ok());
  BOOST_TEST(fs::is_character_file("/dev/null"));
}

BOOST_AUTO_TEST_CASE(sha256_of_known_texts) {
  BOOST_TEST(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_SUITE_END()
