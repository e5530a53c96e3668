// Packs in a folder of their own, and figures by the text of their keys.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nianbao/rule_store.hpp>

namespace nianbao::test {

/// A folder of packs that goes away with the object.
class PackFolder {
 public:
  PackFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("nianbao-rules-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~PackFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  PackFolder& write(const std::string& file, const std::string& text) {
    const auto path = path_ / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return *this;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::shared_ptr<const RuleStore> store() const { return RuleStore::load({path()}); }
  /// A message without the folder's own path.
  [[nodiscard]] std::string relative(std::string text) const {
    const auto prefix = path() + "/";
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

 private:
  std::filesystem::path path_;
};

inline constexpr const char* kConcepts = R"(
dimensions:
  applicant:
    total: {zh: 总计, en: total}
    person: 自然人
    company: 企业
  route:
    review: 复议
    court: 诉讼
    court_direct: 直接起诉
    court_after: 复议后起诉
  span:
    absent: 本年度
    cumulative: 累计
  instance:
    free: true
sum_of:
  applicant.total: [person, company]
  route.court: [court_direct, court_after]
groups:
  out.denied: out.denied.*
  out.all: out.granted + out.denied
concepts:
  in.new: [件, 新收, [A]]
  in.old: [件, 结转, [A]]
  out.granted: [件, 公开, [A]]
  out.denied: [件, 不公开, []]
  out.denied.secret: [件, 秘密, [A]]
  out.denied.private: [件, 隐私, [A]]
  out.all: [件, 合计, []]
  out.total: [件, 总计, [A]]
  texts.made: [条, 制发, [A]]
  money.fee: [万元, 收费, [A]]
  money.small: [元, 小额, [A]]
)";
inline constexpr const char* kUnits = R"(
counters:
  cases: [件, 宗, 条]
  persons: [人, 名]
measures:
  money: {元: 1, 万元: 10000, 亿元: 100000000}
)";

/// A folder whose pack `national` has the concepts and units above.
class NationalFolder : public PackFolder {
 public:
  NationalFolder() {
    write("national/pack.yaml", "id: national\nversion: \"1.0\"\ntitle: 全国\n");
    write("national/concepts.yaml", kConcepts);
    write("national/units.yaml", kUnits);
  }
};

/// The rules of NationalFolder as they are.
inline std::shared_ptr<const RuleSet> plain_rules() {
  static const auto rules = [] {
    const NationalFolder folder;
    return folder.store()->effective({}).value();
  }();
  return rules;
}

/// Its catalog, for compile_expression.
inline std::shared_ptr<const ConceptCatalog> plain_catalog() { return {plain_rules(), &plain_rules()->concepts()}; }

/// Figures by their keys' texts: {"in.new{applicant=total}", "5"}. `blank`, `dash`, `open` and `lost` (a row
/// the file has not, of a form that has it); "12~0.01" has a step, "40+" 余, "40-" 近, "40?" 约.
class Figures : public ValueSource {
 public:
  Figures(std::initializer_list<std::pair<const std::string, std::string>> figures) : figures_(figures) {}

  [[nodiscard]] bool contains(const ConceptKey& key) const override { return figures_.count(to_string(key)) != 0; }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    const auto all = std::string(prefix) + ".";
    const auto tail = to_string(ConceptKey{"", dims});
    for (const auto& [name, value] : figures_) {
      const auto id = std::string_view(name).substr(0, name.find('{'));
      const bool is_below =
          id.substr(0, all.size()) == all && (deep || id.find('.', all.size()) == std::string_view::npos);
      if (is_below && name.substr(id.size()) == tail) {
        ids.push_back(id);
      }
    }
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    const auto it = figures_.find(to_string(key));
    Figure figure;
    if (it == figures_.end() || it->second == "lost") {
      return figure;
    }
    auto text = it->second;
    if (text == "blank" || text == "dash" || text == "open") {
      figure.state = text == "blank" ? FigureState::blank : text == "dash" ? FigureState::dash : FigureState::unsettled;
      return figure;
    }
    figure.state = FigureState::known;
    if (text.back() == '+' || text.back() == '-' || text.back() == '?') {
      figure.qualifier = text.back() == '+'   ? Qualifier::over
                         : text.back() == '-' ? Qualifier::under
                                              : Qualifier::about;
      text.pop_back();
    }
    const auto tilde = text.find('~');
    figure.value = Decimal::parse(text.substr(0, tilde)).value();
    if (tilde != std::string::npos) {
      figure.step = Decimal::parse(text.substr(tilde + 1)).value();
    }
    return figure;
  }
  [[nodiscard]] const ValueSource* previous() const override { return last_year; }
  [[nodiscard]] const std::vector<const ValueSource*>* units() const override { return below; }

  const ValueSource* last_year = nullptr;
  const std::vector<const ValueSource*>* below = nullptr;

 private:
  std::map<std::string, std::string> figures_;
};

inline std::shared_ptr<const Expression> compile(const std::string& text) {
  auto result = compile_expression(text, plain_catalog());
  if (!result) {
    throw std::runtime_error(text + ": " + result.error().message.en);
  }
  return std::move(result).value();
}

/// A short text for an evaluation: true, false, a number, or why there is neither.
inline std::string outcome(const Evaluation& evaluation) {
  if (evaluation.truth) {
    return *evaluation.truth ? "true" : "false";
  }
  if (evaluation.value) {
    return evaluation.value->to_string();
  }
  switch (evaluation.obstacle) {
    case Obstacle::none:
      return "no decimal";
    case Obstacle::lacking: {
      std::string text = "lacking";
      for (const auto index : evaluation.lacking) {
        text += " " + to_string(evaluation.operands[index].key);
      }
      return text;
    }
    case Obstacle::no_previous:
      return "no previous";
    case Obstacle::no_units:
      return "no units";
    case Obstacle::division_by_zero:
      return "division by zero";
    case Obstacle::too_large:
      break;
  }
  return "too large";
}

inline std::string evaluate(const std::string& text, const ValueSource& source, const Binding& binding = {},
                            const EvaluateOptions& options = {}) {
  return outcome(compile(text)->evaluate(source, binding, options));
}

}  // namespace nianbao::test
