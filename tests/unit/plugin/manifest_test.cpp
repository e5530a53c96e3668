#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nianbao/plugin_manifest.hpp>

using namespace nianbao;
namespace data = boost::unit_test::data;

namespace {

const std::string kFile = "/bundle/plugins/demo/plugin.yaml";

const std::string kGood = R"(id: demo
kind: container
version: 1.0
title: {zh: 示例, en: Demo}
extensions: [demo, dm]
media-types: text/x-demo
magic: ["%DEMO", {hex: "D0 CF 11e0", offset: 8}]
capabilities: [read]
library: demo
)";

std::string with(const std::string& line) { return kGood + line + "\n"; }

std::string without(const std::string& key) {
  auto text = kGood;
  const auto begin = text.find(key);
  return text.erase(begin, text.find('\n', begin) + 1 - begin);
}

std::string changed(const std::string& from, const std::string& to) {
  auto text = kGood;
  return text.replace(text.find(from), from.size(), to);
}

struct Faulty {
  std::string name;
  std::string text;
  std::string where;
};
std::ostream& operator<<(std::ostream& stream, const Faulty& faulty) { return stream << faulty.name; }

const std::vector<Faulty> kFaulty = {
    {"empty", "", ""},
    {"a list", "- a\n", ":1:1"},
    {"no YAML", "id: [demo\n", ""},
    {"text in GBK", changed("示例", "\xCA\xBE\xC0\xFD"), ":4:1"},
    {"a tab", "id:\tdemo\n\tkind: x\n", ":2:1"},
    {"an unknown key", with("colour: red"), ":10:1"},
    {"a repeated key", with("id: demo"), ":10:1"},
    {"a repeated key within", changed("{zh: 示例, en: Demo}", "{zh: 示例, en: Demo, zh: 又}"), ":4:27"},
    {"no id", without("id:"), ":1:1"},
    {"no title", without("title:"), ":1:1"},
    {"a title in one language", changed(", en: Demo", ""), ":4:8"},
    {"an id of letters that are not allowed", changed("id: demo", "id: ../demo"), ":1:5"},
    {"an unknown kind", changed("container", "kontainer"), ":2:7"},
    {"an extension with its dot", changed("dm]", ".dm]"), ":5:13"},
    {"an odd number of hex digits", changed("11e0", "11e"), ":7:18"},
    {"no hex digits", changed("11e0", "zz"), ":7:18"},
    {"a negative offset", changed("offset: 8", "offset: -8"), ":7:46"},
    {"a library outside", changed("library: demo", "library: ../../evil"), ":9:10"},
    {"an absolute library", changed("library: demo", "library: /lib/evil.so"), ":9:10"},
    {"no library", without("library:"), ":1:1"},
    {"library and program", with("program: [python3, demo.py]"), ":1:1"},
    {"a container with templates", with("templates: [a.yaml]"), ":1:1"},
    {"a list for a text", changed("version: 1.0", "version: [1, 0]"), ":3:10"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest)

BOOST_AUTO_TEST_CASE(reads_every_key) {
  const auto manifest = parse_manifest(kGood, kFile);
  BOOST_REQUIRE(manifest.ok());
  BOOST_TEST(manifest->id == "demo");
  BOOST_TEST((manifest->kind == ManifestKind::container));
  BOOST_TEST(manifest->version == "1.0");
  BOOST_TEST(manifest->title.zh == "示例");
  BOOST_TEST(manifest->extensions.size() == 2);
  BOOST_TEST(manifest->media_types.front() == "text/x-demo");
  BOOST_REQUIRE(manifest->magic.size() == 2);
  BOOST_TEST(manifest->magic[1].bytes == "\xD0\xCF\x11\xE0");
  BOOST_TEST(manifest->magic[1].offset == 8);
  BOOST_TEST(manifest->can("read"));
  BOOST_TEST(!manifest->can("write"));
  BOOST_TEST(manifest->library_path() == "/bundle/plugins/demo/demo.so");
}

BOOST_AUTO_TEST_CASE(a_format_has_templates_alone) {
  const std::string text =
      "id: demo\nkind: format\nversion: 1.0.0\ntitle: {zh: 示例, en: Demo}\ntemplates: [a.yaml, b.yaml]\n";
  const auto manifest = parse_manifest(text, kFile);
  BOOST_REQUIRE(manifest.ok());
  BOOST_TEST(manifest->template_paths().back() == "/bundle/plugins/demo/b.yaml");
  BOOST_TEST(manifest->library_path().empty());
  BOOST_TEST(!parse_manifest(text + "library: demo\n", kFile).ok());
}

BOOST_DATA_TEST_CASE(refuses_with_the_place, data::make(kFaulty), faulty) {
  const auto manifest = parse_manifest(faulty.text, kFile);
  BOOST_REQUIRE(!manifest.ok());
  const auto& error = manifest.error();
  BOOST_TEST(error.code == "plugin-bad-manifest");
  BOOST_TEST(!error.message.zh.empty());
  BOOST_TEST(!error.message.en.empty());
  if (!faulty.where.empty()) {
    BOOST_TEST(error.where == kFile + faulty.where);
  }
}

BOOST_AUTO_TEST_CASE(hostile_text_is_refused) {
  BOOST_TEST(!parse_manifest(std::string(60000, '['), kFile).ok());
  BOOST_TEST(!parse_manifest(std::string(60000, '{'), kFile).ok());
  BOOST_TEST(!parse_manifest(std::string("\0\xFF\xFE\x80", 4), kFile).ok());
  BOOST_TEST(!parse_manifest("a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nid: *b\n", kFile).ok());
  for (std::size_t size = 0; size < kGood.size(); ++size) {
    static_cast<void>(parse_manifest(std::string_view(kGood).substr(0, size), kFile));
  }
}

BOOST_AUTO_TEST_SUITE_END()
