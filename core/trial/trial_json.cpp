// What came of trying out rules, for scripts.
#include <boost/json.hpp>

#include <nianbao/rule_trial.hpp>

#include "json/message.hpp"
#include "json/print.hpp"

namespace nianbao {
namespace {

namespace bj = boost::json;

bj::value message_json(const Message& message) {
  return message.empty() ? bj::value(nullptr) : bj::value(json::message_to_json(message));
}

bj::object place_json(const RuleOrigin& at) {
  return {{"pack", at.pack}, {"file", at.file}, {"line", at.line}, {"column", at.column}};
}

bj::array faults_json(const std::vector<RuleFault>& faults) {
  bj::array list;
  for (const auto& fault : faults) {
    list.push_back(bj::object{{"code", fault.code},
                              {"message", message_json(fault.message)},
                              {"hint", message_json(fault.hint)},
                              {"at", place_json(fault.where)}});
  }
  return list;
}

bj::object run_json(const std::string& pack, const ExampleRun& run) {
  bj::array examples;
  for (const auto& outcome : run.outcomes) {
    examples.push_back(bj::object{{"rule", outcome.rule},
                                  {"holds", outcome.holds},
                                  {"fault", message_json(outcome.fault)},
                                  {"at", place_json(outcome.where)}});
  }
  bj::array missing;
  for (const auto& one : run.missing) {
    missing.push_back(
        bj::object{{"rule", one.rule}, {"example", one.passing ? "passes" : "fails"}, {"at", place_json(one.where)}});
  }
  return {{"pack", pack},
          {"examples", std::move(examples)},
          {"missing", std::move(missing)},
          {"faults", faults_json(run.faults)}};
}

}  // namespace

std::string lint_json(const std::vector<RuleFault>& unusable, const std::vector<PackLint>& packs) {
  bj::array list;
  for (const auto& lint : packs) {
    list.push_back(
        bj::object{{"pack", lint.pack}, {"faults", faults_json(lint.faults)}, {"notes", faults_json(lint.notes)}});
  }
  return json::print(
      bj::object{{"schema", "nianbao-lint/1"}, {"faults", faults_json(unusable)}, {"packs", std::move(list)}}, 2);
}

std::string examples_json(const std::vector<std::pair<std::string, ExampleRun>>& runs) {
  bj::array list;
  for (const auto& [pack, run] : runs) {
    list.push_back(run_json(pack, run));
  }
  return json::print(bj::object{{"schema", "nianbao-rule-tests/1"}, {"packs", std::move(list)}}, 2);
}

}  // namespace nianbao
