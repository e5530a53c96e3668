// Three packs, each of which extends the one before.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "rules_support.hpp"

namespace nianbao::test {

/// national ← province ← city
class ThreePacks : public NationalFolder {
 public:
  ThreePacks() {
    write("national/checks.yaml", R"(checks:
  - {id: first, assert: in.new == 1, basis: a, severity: doubt}
  - {id: second, assert: in.new == 2, basis: b}
  - {id: group/third, assert: in.new == 3, basis: c, lock: true}
)");
    write("province/pack.yaml",
          "id: province\nversion: \"2.0\"\ntitle: 青林省\nextends: national\napplies-to: {jurisdictions: [\"91\"]}\n");
    write("city/pack.yaml",
          "id: city\nversion: \"3.0\"\ntitle: 清河市\nextends: province\napplies-to: {jurisdictions: [\"9101\"], "
          "years: 2019..}\n");
  }

  [[nodiscard]] std::shared_ptr<const RuleSet> rules(const std::string& pack) const {
    RuleQuery query;
    query.packs = {pack};
    auto result = store()->effective(query);
    if (!result) {
      throw std::runtime_error(result.error().message.en);
    }
    return std::move(result).value();
  }
  [[nodiscard]] std::string codes(const std::string& pack) const {
    std::string text;
    for (const auto& fault : store()->lint(pack)) {
      text += (text.empty() ? "" : " ") + fault.where.pack + ":" + std::to_string(fault.where.line) + " " + fault.code;
    }
    return text;
  }
};

}  // namespace nianbao::test
