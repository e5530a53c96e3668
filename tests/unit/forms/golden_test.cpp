// Fixtures under tests/golden/<format>: what is read from each is compared with its .golden file.
// NIANBAO_ACCEPT=1 in the environment writes the .golden files anew.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "paths.hpp"
#include "reading.hpp"

using namespace nianbao;

namespace {

std::string describe(const Fact& fact) {
  std::string line = to_string(fact.key) + " = ";
  line += fact.value ? fact.value->to_string() + " " + std::string(fact.unit) : std::string(to_string(fact.status));
  if (fact.value && fact.step && *fact.step != Decimal(1)) {
    line += " step " + fact.step->to_string();
  }
  if (fact.reading != Reading::direct) {
    line += " " + std::string(to_string(fact.reading));
    for (const auto& candidate : fact.candidates) {
      line += " " + candidate.to_string();
    }
  }
  if (!fact.note.empty()) {
    line += " [" + std::string(fact.note) + "]";
  }
  return line + "\n";
}

std::string describe(const Report& report) {
  std::string text = "format " + report.format + "\n";
  for (std::uint32_t i = 0; i < report.forms.size(); ++i) {
    const auto& form = report.forms[i];
    text +=
        "form " + std::string(form.format) + " " + std::string(form.id) + " " + std::to_string(form.instance) + "\n";
    if (!form.caption.empty()) {
      text += "caption " + std::string(form.caption) + "\n";
    }
    for (const auto& note : form.notes) {
      text += "note " + std::string(note.text) + "\n";
    }
    for (const auto& fact : report.facts) {
      text += fact.form == i ? "  " + describe(fact) : std::string();
    }
  }
  for (const auto& finding : report.findings) {
    text += std::string(to_string(finding.severity)) + " " + std::string(to_string(finding.kind)) + ": " +
            finding.message.zh + "\n";
    for (const auto& fact : finding.facts) {
      text += "  " + to_string(fact.key) + "\n";
    }
  }
  for (const auto& diagnostic : report.diagnostics) {
    text += diagnostic.code + ": " + diagnostic.message.zh + "\n";
  }
  return text;
}

std::vector<std::filesystem::path> fixtures() {
  std::vector<std::filesystem::path> files;
  for (const char* format : {"legacy-table", "standard", "fujian-legacy"}) {
    for (const auto& entry : std::filesystem::directory_iterator(test::source_path("tests/golden/") + format)) {
      if (entry.path().extension() == ".txt") {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// What the facts mean, whatever the layout: for comparing a report with its own rendering.
std::map<std::string, std::string> meaning(const Report& report) {
  std::map<std::string, std::string> facts;
  for (const auto& fact : report.facts) {
    if (fact.reading == Reading::direct) {
      facts[to_string(fact.key)] = describe(fact);
    }
  }
  return facts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(fixtures_are_read_as_accepted) {
  const bool accept = std::getenv("NIANBAO_ACCEPT") != nullptr;
  for (const auto& file : fixtures()) {
    const auto& reading = test::Reading::instance();
    const auto report = reading.extract(reading.read_text(test::slurp(file.string())));
    const auto text = describe(report);
    auto golden = file;
    golden.replace_extension(".golden");
    if (accept) {
      std::ofstream(golden, std::ios::binary) << text;
    }
    BOOST_TEST(text == test::slurp(golden.string()), file.filename().string());
  }
}

BOOST_AUTO_TEST_CASE(what_is_rendered_reads_back_as_the_same_facts) {
  const auto& reading = test::Reading::instance();
  for (const auto& file : fixtures()) {
    const auto report = reading.extract(reading.read_text(test::slurp(file.string())));
    if (report.format.empty()) {
      continue;
    }
    const auto again = reading.extract(reading.render(report, reading.format(report.format)));
    const auto facts = meaning(again);
    for (const auto& [key, line] : meaning(report)) {
      const auto found = facts.find(key);
      // A group's own figures have no cell in the form.
      if (found != facts.end()) {
        BOOST_TEST(found->second == line, file.filename().string());
      } else {
        BOOST_TEST(key.rfind("outcome.other{", 0) == 0, file.filename().string() + " lost " + line);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
