#include "trial/example_figures.hpp"

#include <utility>

#include "rules/small_texts.hpp"

namespace nianbao {
namespace {

constexpr std::string_view kPrevious = "previous:";
constexpr std::string_view kUnits = "units:";

/// Takes a prefix off the text; false if it has none.
bool take_prefix(std::string_view& text, std::string_view prefix) {
  const bool has = text.starts_with(prefix);
  text.remove_prefix(has ? prefix.size() : 0);
  return has;
}

}  // namespace

ExampleFigures::ExampleFigures(const yaml::Node& entries, const SourceFile& file, const ConceptCatalog& catalog,
                               Arena& arena, RuleFaults& faults) {
  const auto open = [](std::unique_ptr<ExampleFigures>& figures) {
    if (figures == nullptr) {
      figures.reset(new ExampleFigures());
    }
    return figures.get();
  };
  for (const auto& entry : entries.entries) {
    std::string_view text = entry.key;
    ExampleFigures* to = take_prefix(text, kPrevious) ? open(previous_) : this;
    to = to == this && take_prefix(text, kUnits) ? open(unit_) : to;
    std::vector<ExpressionFault> found;
    const auto key = parse_key(text, catalog, arena, found);
    for (auto& fault : found) {
      faults.add(file, entry.at, std::move(fault.code), std::move(fault.message), std::move(fault.hint));
    }
    if (key) {
      to->add(*key, *entry.value, file, faults);
    }
  }
  finish();
}

void ExampleFigures::add(const ConceptKey& key, const yaml::Node& value, const SourceFile& file, RuleFaults& faults) {
  Figure figure;
  figure.state = value.text == "blank"  ? FigureState::blank
                 : value.text == "dash" ? FigureState::dash
                                        : FigureState::known;
  const auto number = Decimal::parse(value.text);
  if (figure.state == FigureState::known && !number) {
    faults.add(file, value.at, "wrong-number", {"应为数字、blank 或 dash", "Expected a number, blank or dash"});
    return;
  }
  figure.value = number.value_or(Decimal(0));
  figures_[key] = figure;
}

void ExampleFigures::finish() {
  std::vector<ConceptKey> keys;
  for (const auto& [key, figure] : figures_) {
    keys.push_back(key);
  }
  keys_ = std::make_unique<KeyList>(std::move(keys));
  if (previous_ != nullptr) {
    previous_->finish();
  }
  if (unit_ != nullptr) {
    unit_->finish();
    units_.push_back(unit_.get());
  }
}

Figure ExampleFigures::figure(const ConceptKey& key) const {
  const auto it = figures_.find(key);
  return it == figures_.end() ? Figure{} : it->second;
}

void ExampleFigures::ids_below(std::string_view prefix, bool deep, const Dims& dims,
                               std::vector<std::string_view>& ids) const {
  keys_->ids_below(prefix, deep, dims, ids);
}

}  // namespace nianbao
