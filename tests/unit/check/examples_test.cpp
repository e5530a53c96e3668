// Runs the examples of the rule packs: *.examples.yaml beside checks.yaml and mappings.yaml.
#include "check_sample.hpp"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "paths.hpp"
#include "yaml/node.hpp"

using namespace nianbao;

namespace {

/// The figures of one example.
class Figures : public ValueSource {
 public:
  Figures(const yaml::Node& entries, std::string_view prefix, Arena& arena) {
    for (const auto& entry : entries.entries) {
      const bool of_previous = entry.key.rfind("previous:", 0) == 0;
      if (of_previous == !prefix.empty()) {
        add(parse(arena.store(std::string_view(entry.key).substr(prefix.size()))), entry.value->text);
      }
    }
    keys_ = std::make_unique<KeyList>(names_);
  }

  void set_previous(const ValueSource* previous) { previous_ = previous; }
  [[nodiscard]] const ValueSource* previous() const override { return previous_; }
  [[nodiscard]] bool contains(const ConceptKey& key) const override { return keys_->contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override {
    keys_->ids_below(prefix, deep, dims, ids);
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    const auto it = figures_.find(key);
    return it == figures_.end() ? Figure{} : it->second;
  }

 private:
  static ConceptKey parse(std::string_view text) {
    const auto brace = text.find('{');
    ConceptKey key{text.substr(0, brace), {}};
    if (brace != std::string_view::npos) {
      const auto pair = text.substr(brace + 1, text.size() - brace - 2);
      key.dims.set(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
    }
    return key;
  }

  void add(const ConceptKey& key, const std::string& value) {
    Figure figure;
    figure.state = value == "blank" ? FigureState::blank : value == "dash" ? FigureState::dash : FigureState::known;
    figure.value = Decimal::parse(value).value_or(Decimal(0));
    figures_[key] = figure;
    names_.push_back(key);
  }

  std::vector<ConceptKey> names_;
  std::map<ConceptKey, Figure> figures_;
  std::unique_ptr<KeyList> keys_;
  const ValueSource* previous_ = nullptr;
};

/// An example's figures, with last year's if it has any.
struct Example {
  Example(const yaml::Node& entries, Arena& arena)
      : figures(entries, "", arena), previous(entries, "previous:", arena) {
    figures.set_previous(&previous);
  }
  Figures figures;
  Figures previous;
};

yaml::NodePtr examples_of(const std::string& pack, const std::string& file) {
  const std::string path = test::source_path("rules/").append(pack).append("/").append(file);
  std::ifstream in(path);
  BOOST_REQUIRE_MESSAGE(in, path);
  std::stringstream text;
  text << in.rdbuf();
  yaml::Faults faults(path);
  auto root = yaml::read(text.str(), faults);
  BOOST_REQUIRE_MESSAGE(faults.empty(), path);
  BOOST_REQUIRE(root != nullptr && root->find("examples") != nullptr);
  return root;
}

template <typename Rules>
const auto* rule_with(const Rules& rules, const std::string& id) {
  const auto it = std::find_if(rules.begin(), rules.end(),
                               [&](const auto& rule) { return rule.id.substr(rule.id.find('/') + 1) == id; });
  return it == rules.end() ? nullptr : &*it;
}

/// How often the rule holds and how often it fails on the figures.
std::pair<int, int> verdicts(const CheckRule& rule, const RuleSet& rules, const ValueSource& source) {
  std::pair<int, int> counts;
  for (const auto& round : rounds_of(rule.each, rule.concepts, rules.concepts(), source)) {
    if (rule.when != nullptr && !rule.when->evaluate(source, round).truth.value_or(false)) {
      continue;
    }
    const auto truth = rule.assertion->evaluate(source, round).truth;
    counts.first += truth == std::optional(true) ? 1 : 0;
    counts.second += truth == std::optional(false) ? 1 : 0;
  }
  return counts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(examples)

BOOST_AUTO_TEST_CASE(every_check_has_an_example_that_passes_and_one_that_fails) {
  const auto rules = rules_for(2018, "fujian-legacy", std::vector<std::string>(1, "fujian"));
  std::set<std::string> passed;
  std::set<std::string> failed;
  for (const char* pack : {"national", "fujian"}) {
    const auto root = examples_of(pack, "checks.examples.yaml");
    for (const auto& example : root->find("examples")->items) {
      const std::string& id = example->find("rule")->text;
      const auto* rule = rule_with(rules->checks(), id);
      BOOST_REQUIRE_MESSAGE(rule != nullptr, id);
      const auto* passes = example->find("passes");
      Arena arena;
      const Example figures(passes != nullptr ? *passes : *example->find("fails"), arena);
      const auto [held, broken] = verdicts(*rule, *rules, figures.figures);
      BOOST_TEST((passes != nullptr ? held > 0 && broken == 0 : broken > 0), id);
      (passes != nullptr ? passed : failed).insert(rule->id);
    }
  }
  for (const auto& rule : rules->checks()) {
    BOOST_TEST(passed.count(rule.id) == 1U, rule.id << " has no passing example");
    BOOST_TEST(failed.count(rule.id) == 1U, rule.id << " has no failing example");
  }
}

BOOST_AUTO_TEST_CASE(mapping_lines_give_what_their_examples_say) {
  const auto rules = rules_for(2018, "legacy-2018");
  const auto root = examples_of("national", "mappings.examples.yaml");
  for (const auto& example : root->find("examples")->items) {
    const std::string& id = example->find("rule")->text;
    const auto* rule = rule_with(rules->mappings(), id);
    BOOST_REQUIRE_MESSAGE(rule != nullptr, id);
    Arena arena;
    const Example figures(*example->find("from"), arena);
    std::string given = "none";
    for (const auto& round : rounds_of(rule->each, {}, rules->concepts(), figures.figures)) {
      const bool holds = rule->when == nullptr || rule->when->evaluate(figures.figures, round).truth.value_or(false);
      const auto value = holds ? rule->from->evaluate(figures.figures, round).value : std::nullopt;
      given = value ? value->to_string() : given;
    }
    BOOST_TEST(given == example->find("gives")->text, id);
  }
}

BOOST_AUTO_TEST_CASE(lines_that_must_never_be) {
  // 延期办结 is never 结转, matters are never an amount, and the old cost fee is never 信息处理费.
  const auto rules = rules_for(2018, "legacy-2018", std::vector<std::string>(1, "fujian"));
  const auto draws_on = [](const MappingRule& rule, std::string_view concept_id) {
    const auto& names = rule.from->concepts();
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return name.rfind(concept_id, 0) == 0; });
  };
  for (const auto& rule : rules->mappings()) {
    BOOST_TEST((rule.from != nullptr || !rule.note.empty()), rule.id << " says neither what nor why");
    if (rule.from == nullptr) {
      continue;
    }
    BOOST_TEST(!draws_on(rule, "request.closed_extended"), rule.id);
    BOOST_TEST(!(rule.to.id == "fee.amount" && draws_on(rule, "fee.items")), rule.id);
    BOOST_TEST(!(rule.to.id == "fee.processing" && draws_on(rule, "fee.request_cost")), rule.id);
    BOOST_TEST(!(rule.to.id == "fee.request_cost" && draws_on(rule, "fee.processing")), rule.id);
  }
}

BOOST_AUTO_TEST_SUITE_END()
