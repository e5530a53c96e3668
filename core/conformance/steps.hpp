// What the steps of the kit are made of.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nianbao/conformance.hpp>

namespace nianbao::conformance {

using Outcome = ConformanceStep::Outcome;

/// What is wrong; none if nothing is.
using Fault = std::optional<Message>;

/// Runs steps and keeps how they came out.
class Steps {
 public:
  explicit Steps(std::string subject) { conformance_.subject = std::move(subject); }

  template <typename Try>
  void run(Message name, Try&& attempt) {
    const Fault fault = attempt();
    conformance_.steps.push_back(
        {std::move(name), fault ? Outcome::failed : Outcome::passed, fault.value_or(Message{})});
  }
  void skip(Message name, Message why) {
    conformance_.steps.push_back({std::move(name), Outcome::skipped, std::move(why)});
  }
  [[nodiscard]] Conformance take() { return std::move(conformance_); }

 private:
  Conformance conformance_;
};

/// "name: message" with the Error's code.
[[nodiscard]] Message told(const std::string& name, const Error& error);
/// "name: message".
[[nodiscard]] Message told(const std::string& name, const Message& message);

/// Files and documents may be refused; a plugin that throws, dies or talks nonsense is at fault itself.
[[nodiscard]] bool is_refusal(const Error& error) noexcept;

/// The same text from several threads at once; a fault naming the input where one differs or fails.
[[nodiscard]] Fault same_from_threads(const std::string& name, const std::function<Result<std::string>()>& work);

}  // namespace nianbao::conformance
