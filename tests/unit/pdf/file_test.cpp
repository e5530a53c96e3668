// PDF files through the program: what is refused, and what damage does.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nianbao/document_json.hpp>
#include <nianbao/files.hpp>
#include <nianbao/plugin_host.hpp>
#include <random>

#include "paths.hpp"

using namespace nianbao;

namespace {

const Container& pdf() {
  static const auto host = PluginHost::create({{nianbao::test::bundle_path(), RootOrigin::bundle}});
  static const auto* container = *host->container("pdf");
  return *container;
}

Result<Document> read(std::string bytes, std::uint32_t pages = 100) {
  Limits limits;
  limits.pages = pages;
  DiagnosticSink diagnostics;
  const Options options;
  return pdf().read(std::move(bytes), {limits, diagnostics, options});
}

std::string file(const std::string& name) { return *read_file(nianbao::test::source_path("tests/" + name), 1U << 20U); }

std::string code(std::string bytes, std::uint32_t pages = 100) {
  const auto document = read(std::move(bytes), pages);
  return document.ok() ? "" : document.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(files)

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_refused_with_its_reason) {
  BOOST_TEST(code(file("unit/pdf/files/scanned.pdf")) == "pdf-scanned");
  BOOST_TEST(code(file("unit/pdf/files/encrypted.pdf")) == "pdf-encrypted");
  BOOST_TEST(code(file("unit/pdf/files/empty.pdf")) == "pdf-empty");
  BOOST_TEST(code(file("unit/pdf/files/no-pages.pdf")) == "pdf-damaged");
  BOOST_TEST(code("%PDF-1.7\n") == "pdf-damaged");
  BOOST_TEST(code(file("golden/pdf/overview.pdf"), 1) == "pdf-too-many-pages");
}

BOOST_AUTO_TEST_CASE(damage_is_an_error_or_less_text_and_never_the_end_of_the_program) {
  const auto whole = file("golden/pdf/overview.pdf");
  std::mt19937 random(7);
  for (int turn = 0; turn < 60; ++turn) {
    auto bytes = turn < 20 ? whole.substr(0, whole.size() * static_cast<std::size_t>(turn) / 20) : whole;
    for (int flip = 0; turn >= 20 && flip < turn; ++flip) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    const auto answer = code(std::move(bytes));
    BOOST_TEST((answer.empty() || answer.substr(0, 4) == "pdf-"), turn << ": " << answer);
  }
}

BOOST_AUTO_TEST_CASE(same_bytes_same_document) {
  const auto bytes = file("golden/pdf/overview.pdf");
  BOOST_TEST(document_to_json(*read(bytes)) == document_to_json(*read(bytes)));
}

BOOST_AUTO_TEST_SUITE_END()
