// The text of an expression: compiled, and evaluated over figures that are all there.
#include <cstdint>
#include <memory>
#include <string_view>

#include <nianbao/expression.hpp>
#include <nianbao/rule_store.hpp>

using namespace nianbao;

namespace {

const RuleSet& rules() {
  static const auto set = RuleStore::load({NIANBAO_FUZZ_BUNDLE "/rules"})->effective({}).value();
  return *set;
}

/// A report that has every cell there can be, this year, last year and from one unit below.
class Everything : public ValueSource {
 public:
  [[nodiscard]] bool contains(const ConceptKey& /*key*/) const override { return true; }
  void ids_below(std::string_view prefix, bool /*deep*/, const Dims& /*dims*/,
                 std::vector<std::string_view>& ids) const override {
    ids.push_back(prefix);
  }
  [[nodiscard]] Figure figure(const ConceptKey& key) const override {
    Figure figure;
    figure.state = FigureState::known;
    figure.value = Decimal(static_cast<std::int64_t>(key.id.size()) - 12);
    return figure;
  }
  [[nodiscard]] const ValueSource* previous() const override { return this; }
  [[nodiscard]] const std::vector<const ValueSource*>* units() const override { return &units_; }

 private:
  std::vector<const ValueSource*> units_{this};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const std::shared_ptr<const ConceptCatalog> catalog(std::shared_ptr<void>(), &rules().concepts());
  const auto expression = compile_expression(text, catalog);
  if (expression.ok()) {
    static const Everything everything;
    EvaluateOptions options;
    static_cast<void>((*expression)->evaluate(everything, {}, options));
    options.totals = Totals::computed;
    static_cast<void>((*expression)->evaluate(everything, {}, options));
  }
  return 0;
}
