#include "conformance/steps.hpp"

#include <algorithm>
#include <sstream>
#include <thread>

#include "plugin/text_table.hpp"

namespace nianbao {
namespace conformance {

Message told(const std::string& name, const Message& message) {
  return {name + "：" + message.zh, name + ": " + message.en};
}

Message told(const std::string& name, const Error& error) {
  return told(name, {"[" + error.code + "] " + error.message.zh, "[" + error.code + "] " + error.message.en});
}

bool is_refusal(const Error& error) noexcept {
  return error.kind != ErrorKind::plugin && error.kind != ErrorKind::internal && !error.message.empty();
}

Fault same_from_threads(const std::string& name, const std::function<Result<std::string>()>& work) {
  constexpr std::size_t kThreads = 4;
  constexpr int kRounds = 3;
  const auto expected = work();
  if (!expected) {
    return told(name, expected.error());
  }
  std::vector<Fault> faults(kThreads);
  std::vector<std::thread> threads;
  for (auto& fault : faults) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds && !fault; ++round) {
        const auto got = work();
        if (!got) {
          fault = told(name, got.error());
        } else if (*got != *expected) {
          fault =
              told(name, {"几个线程同时读取时结果不同。", "Read by several threads at once it comes out otherwise."});
        }
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  const auto first = std::find_if(faults.begin(), faults.end(), [](const Fault& fault) { return fault.has_value(); });
  return first == faults.end() ? std::nullopt : *first;
}

}  // namespace conformance

bool Conformance::clean() const noexcept {
  return std::none_of(steps.begin(), steps.end(),
                      [](const ConformanceStep& step) { return step.outcome == ConformanceStep::Outcome::failed; });
}

namespace {

void add_lines(const std::string& text, plugin::TextTable& table) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    table.note("    " + line);
  }
}

}  // namespace

std::string conformance_text(const Conformance& conformance, Language language) {
  const bool zh = language == Language::zh;
  plugin::TextTable table;
  for (const auto& step : conformance.steps) {
    const bool passed = step.outcome == ConformanceStep::Outcome::passed;
    const bool failed = step.outcome == ConformanceStep::Outcome::failed;
    const char* outcome = passed   ? (zh ? "通过" : "passed")
                          : failed ? (zh ? "未通过" : "FAILED")
                                   : (zh ? "未试" : "skipped");
    table.row({"  " + conformance.subject, step.name.in(language), outcome, failed ? "" : step.detail.in(language)});
    if (failed) {
      add_lines(step.detail.in(language), table);
    }
  }
  return table.print();
}

}  // namespace nianbao
