// The figures an example of a rule gives.
#pragma once

#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include <nianbao/expression.hpp>
#include <nianbao/sdk/arena.hpp>

#include "rules/source.hpp"

namespace nianbao {

/// `concept{dimension=member}: value` as a source of figures; `previous:` before a key is last year's report,
/// `units:` that of one unit. A value is a number, `blank` or `dash`.
class ExampleFigures : public ValueSource {
 public:
  /// Texts are kept in the arena, which must outlive this.
  ExampleFigures(const yaml::Node& entries, const SourceFile& file, const ConceptCatalog& catalog, Arena& arena,
                 RuleFaults& faults);

  [[nodiscard]] Figure figure(const ConceptKey& key) const override;
  [[nodiscard]] bool contains(const ConceptKey& key) const override { return keys_->contains(key); }
  void ids_below(std::string_view prefix, bool deep, const Dims& dims,
                 std::vector<std::string_view>& ids) const override;
  [[nodiscard]] const ValueSource* previous() const override { return previous_.get(); }
  [[nodiscard]] const std::vector<const ValueSource*>* units() const override {
    return units_.empty() ? nullptr : &units_;
  }

 private:
  ExampleFigures() = default;
  void add(const ConceptKey& key, const yaml::Node& value, const SourceFile& file, RuleFaults& faults);
  void finish();

  std::map<ConceptKey, Figure> figures_;
  std::unique_ptr<KeyList> keys_;
  std::unique_ptr<ExampleFigures> previous_;
  std::unique_ptr<ExampleFigures> unit_;
  std::vector<const ValueSource*> units_;
};

}  // namespace nianbao
