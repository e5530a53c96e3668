// tests/golden/prose/headers.txt: headers of our own, and what is read of them.
#include "engine_support.hpp"

#include <fstream>
#include <map>
#include <sstream>
#include <vector>

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Header {
  int line = 0;
  std::string text;
  std::vector<std::pair<std::string, std::string>> truth;
};

std::string with_line_breaks(std::string text) {
  for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) {
    text.replace(at, 2, "\n");
  }
  return text;
}

std::vector<Header> headers() {
  std::ifstream file(source_path("tests/golden/prose/headers.txt"));
  std::vector<Header> result;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    std::istringstream parts(line);
    std::string part;
    std::getline(parts, part, '|');
    result.push_back({number, with_line_breaks(part), {}});
    while (std::getline(parts, part, '|')) {
      const auto equals = part.find('=');
      result.back().truth.emplace_back(part.substr(0, equals), part.substr(equals + 1));
    }
  }
  return result;
}

std::map<std::string, std::string> read(const Report& report) {
  const auto text = [](std::string_view view) { return std::string(view); };
  const auto& published = report.published.empty() ? report.signed_on : report.published;
  return {{"issuer", text(report.issuer)},
          {"code", text(report.jurisdiction.code)},
          {"year", std::to_string(report.year)},
          {"from", to_string(report.period.from)},
          {"to", to_string(report.period.to)},
          {"published", to_string(published)},
          {"postcode", text(report.contact.postcode)},
          {"phone", text(report.contact.phone)},
          {"fax", text(report.contact.fax)},
          {"url", text(report.contact.url)},
          {"signoff.responsible", text(report.signoff.responsible)},
          {"signoff.reviewer", text(report.signoff.reviewer)},
          {"signoff.preparer", text(report.signoff.preparer)},
          {"signoff.phone", text(report.signoff.phone)},
          {"signoff.date", to_string(report.signoff.date)}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(headers_of_our_own)

BOOST_AUTO_TEST_CASE(say_who_when_and_where) {
  const auto all = headers();
  BOOST_TEST(all.size() >= 40U);
  for (const auto& header : all) {
    const auto reports = read_reports(header.text);
    BOOST_REQUIRE_MESSAGE(reports.ok(), "line " << header.line);
    auto found = read(reports->front());
    for (const auto& [name, value] : header.truth) {
      BOOST_TEST_CONTEXT("line " << header.line << ", " << name) { BOOST_TEST(found[name] == value); }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
