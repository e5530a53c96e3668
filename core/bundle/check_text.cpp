// What came of checking a bundle, for people and as JSON.
#include <array>

#include <boost/json.hpp>
#include <nianbao/bundle_check.hpp>

#include "json/message.hpp"
#include "json/print.hpp"

namespace nianbao {
namespace {

namespace bj = boost::json;

constexpr std::array<std::string_view, 3> kKinds{"plugin", "format", "pack"};

Message kind_words(BundlePart::Kind kind) {
  switch (kind) {
    case BundlePart::Kind::plugin:
      return {"插件", "plugin"};
    case BundlePart::Kind::format:
      return {"年报格式", "format"};
    case BundlePart::Kind::pack:
      return {"规则包", "rule pack"};
  }
  return {};
}

/// How many faults a part has; a failed step is one.
std::size_t faults_of(const BundlePart& part) {
  std::size_t count = part.faults.size();
  for (const auto& step : part.conformance.steps) {
    count += step.outcome == ConformanceStep::Outcome::failed ? 1 : 0;
  }
  return count;
}

std::size_t faults_of(const BundleCheck& check) {
  std::size_t count = check.faults.size();
  for (const auto& part : check.parts) {
    count += faults_of(part);
  }
  return count;
}

/// How many steps were tried on nothing.
std::size_t skipped_in(const BundleCheck& check) {
  std::size_t count = 0;
  for (const auto& part : check.parts) {
    for (const auto& step : part.conformance.steps) {
      count += step.outcome == ConformanceStep::Outcome::skipped ? 1 : 0;
    }
  }
  return count;
}

/// The last line: how many faults, and what was not tried.
std::string summary(const BundleCheck& check, Language language) {
  const bool zh = language == Language::zh;
  const auto faults = std::to_string(faults_of(check));
  const auto skipped = std::to_string(skipped_in(check));
  auto text = faults == "0" ? (zh ? "没有错误。" : "No faults.")
                            : (zh ? "共" + faults + "处错误。" : faults + " fault(s) in all.");
  if (skipped != "0") {
    text += zh ? "有" + skipped + "步未试（原因见上）。" : " " + skipped + " step(s) skipped, for the reasons above.";
  }
  return text + "\n";
}

/// The text with every line after the first set in.
std::string indented(const std::string& text) {
  std::string all;
  for (const char c : text) {
    all += c;
    all += c == '\n' ? "    " : "";
  }
  return all;
}

std::string part_text(const BundlePart& part, Language language) {
  const bool zh = language == Language::zh;
  const auto faults = faults_of(part);
  auto text = kind_words(part.kind).in(language) + " " + part.id + (zh ? "：" : ": ");
  text += faults == 0 ? (zh ? "通过" : "passed") : std::to_string(faults) + (zh ? "处错误" : " fault(s)");
  text += "\n";
  for (const auto& fault : part.faults) {
    text += "  " + indented(fault.in(language)) + "\n";
  }
  for (const auto& note : part.notes) {
    text += (zh ? "  说明：" : "  note: ") + indented(note.in(language)) + "\n";
  }
  return text + conformance_text(part.conformance, language);
}

bj::array messages_json(const std::vector<Message>& messages) {
  bj::array list;
  for (const auto& message : messages) {
    list.push_back(json::message_to_json(message));
  }
  return list;
}

bj::array steps_json(const Conformance& conformance) {
  constexpr std::array<std::string_view, 3> kOutcomes{"passed", "failed", "skipped"};
  bj::array steps;
  for (const auto& step : conformance.steps) {
    steps.push_back(bj::object{{"name", json::message_to_json(step.name)},
                               {"outcome", kOutcomes[static_cast<std::size_t>(step.outcome)]},
                               {"detail", json::message_to_json(step.detail)}});
  }
  return steps;
}

}  // namespace

std::string bundle_check_text(const BundleCheck& check, Language language) {
  auto text = check.manifest ? check.manifest->id + " " + check.manifest->version + "  " : std::string();
  text += check.folder + "\n";
  for (const auto& part : check.parts) {
    text += part_text(part, language);
  }
  for (const auto& fault : check.faults) {
    text += fault.in(language) + "\n";
  }
  return text + summary(check, language);
}

std::string bundle_check_json(const BundleCheck& check) {
  bj::array parts;
  for (const auto& part : check.parts) {
    parts.push_back(bj::object{{"kind", kKinds[static_cast<std::size_t>(part.kind)]},
                               {"id", part.id},
                               {"clean", part.clean()},
                               {"faults", messages_json(part.faults)},
                               {"notes", messages_json(part.notes)},
                               {"conformance", steps_json(part.conformance)}});
  }
  return json::print(bj::object{{"schema", "nianbao-bundle-check/1"},
                                {"folder", check.folder},
                                {"id", check.manifest ? bj::value(check.manifest->id) : bj::value(nullptr)},
                                {"clean", check.clean()},
                                {"faults", messages_json(check.faults)},
                                {"parts", std::move(parts)}},
                     2);
}

}  // namespace nianbao
