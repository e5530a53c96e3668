#include <nianbao/tidy_csv.hpp>

#include <algorithm>

namespace nianbao {
namespace {

/// One line of CSV in the making.
class Line {
 public:
  void add(std::string_view field) {
    if (!first_) {
      text_ += ',';
    }
    first_ = false;
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      text_ += field;
      return;
    }
    text_ += '"';
    for (const char c : field) {
      text_ += c;
      if (c == '"') {
        text_ += c;
      }
    }
    text_ += '"';
  }
  [[nodiscard]] std::string finish() { return std::move(text_) + "\r\n"; }

 private:
  std::string text_;
  bool first_ = true;
};

std::string number_or_empty(std::uint64_t number) { return number == 0 ? std::string{} : std::to_string(number); }

std::string place_text(const Place& at) {
  std::string text;
  const auto add = [&](const char* name, std::string_view value) {
    if (!value.empty()) {
      text += (text.empty() ? "" : " ") + std::string(name) + "=" + std::string(value);
    }
  };
  add("page", number_or_empty(at.page));
  add("sheet", at.sheet);
  add("cell", at.cell);
  add("line", number_or_empty(at.line));
  add("block", number_or_empty(at.block));
  add("row", number_or_empty(at.row));
  add("column", number_or_empty(at.column));
  if (at.chars) {
    add("chars", std::to_string(at.chars->from) + "-" + std::to_string(at.chars->to));
  }
  if (at.bytes) {
    add("bytes", std::to_string(at.bytes->from) + "-" + std::to_string(at.bytes->to));
  }
  return text;
}

/// The concept, with the dimensions that have no column.
std::string concept_text(const ConceptKey& key, const std::vector<std::string_view>& dimensions) {
  ConceptKey rest{key.id, {}};
  for (const auto& dimension : key.dims) {
    const bool has_column = dimension.name == "instance" ||
                            std::find(dimensions.begin(), dimensions.end(), dimension.name) != dimensions.end();
    if (!has_column) {
      rest.dims.set(dimension.name, dimension.member);
    }
  }
  return to_string(rest);
}

Scope scope_of(const Fact& fact, const Report& report) {
  if (fact.scope == Scope::unknown && fact.form < report.forms.size()) {
    return report.forms[fact.form].scope;
  }
  return fact.scope;
}

}  // namespace

std::string tidy_csv_header(const std::vector<std::string_view>& dimensions) {
  Line line;
  for (const char* name : {"reporting_unit", "year", "format", "form", "scope", "instance", "concept"}) {
    line.add(name);
  }
  for (const auto dimension : dimensions) {
    line.add(dimension);
  }
  for (const char* name :
       {"value", "unit", "step", "status", "qualifier", "reading", "source", "text", "note", "place"}) {
    line.add(name);
  }
  return line.finish();
}

std::string tidy_csv_rows(const Report& report, const std::vector<std::string_view>& dimensions) {
  std::string text;
  for (const auto& fact : report.facts) {
    const Form* form = fact.form < report.forms.size() ? &report.forms[fact.form] : nullptr;
    const auto instance = fact.key.dims.get("instance");
    Line line;
    line.add(report.issuer);
    line.add(number_or_empty(static_cast<std::uint64_t>(fact.year.value_or(report.year))));
    line.add(form != nullptr ? form->format : std::string_view(report.format));
    line.add(form != nullptr ? form->id : std::string_view{});
    line.add(to_string(scope_of(fact, report)));
    line.add(instance.empty() && form != nullptr ? std::string_view("1") : instance);
    line.add(concept_text(fact.key, dimensions));
    for (const auto dimension : dimensions) {
      line.add(fact.key.dims.get(dimension));
    }
    line.add(fact.value ? fact.value->to_string() : std::string{});
    line.add(fact.unit);
    line.add(fact.step ? fact.step->to_string() : std::string{});
    line.add(to_string(fact.status));
    line.add(to_string(fact.qualifier));
    line.add(to_string(fact.reading));
    line.add(to_string(fact.source));
    line.add(fact.text);
    line.add(fact.note);
    line.add(place_text(fact.at));
    text += line.finish();
  }
  return text;
}

}  // namespace nianbao
