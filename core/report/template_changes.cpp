// What a derived template adds to, removes from and changes in a form of its base.
#include <algorithm>

#include "report/template_spec.hpp"
#include "yaml/fields.hpp"

namespace nianbao::template_yaml {
namespace {

struct Spot {
  std::vector<LineSpec>* lines = nullptr;
  std::size_t index = 0;
};

class Changer {
 public:
  Changer(FormSpec& form, yaml::Faults& faults) : form_(form), faults_(faults) {}

  void apply(const yaml::Node& node) {
    static const std::vector<std::string_view> kKeys{"add",   "remove", "change", "label", "in",    "block",
                                                     "after", "before", "to",     "row",   "column"};
    const yaml::Fields fields(node, kKeys, faults_);
    for (const auto verb : {"add", "remove", "change"}) {
      if (!fields.has(verb)) {
        continue;
      }
      const auto what = fields.text(verb);
      if (what != "row" && what != "column") {
        faults_.add(fields.find(verb)->at, {"只能对row或column操作。", "Only a row or a column can be changed."});
        return;
      }
      const bool columns = what == "column";
      if (std::string_view(verb) == "add") {
        add(fields, columns);
      } else if (std::string_view(verb) == "remove") {
        remove(fields, columns);
      } else {
        change(fields, columns);
      }
      return;
    }
    faults_.add(node.at, {"请写明add、remove或change。", "Say add, remove or change."});
  }

 private:
  [[nodiscard]] static bool in_group(const LineSpec& line, const std::string& group) {
    return group.empty() || std::find(line.path.begin(), line.path.end() - 1, group) != line.path.end() - 1;
  }

  Spot find(const yaml::Fields& fields, std::string_view key, bool columns) {
    const auto label = fields.required(key);
    const auto group = fields.text("in");
    const auto heading = fields.text("block");
    Spot found;
    std::size_t count = 0;
    for (auto& block : form_.blocks) {
      auto& lines = columns ? block.columns : block.rows;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool named = (heading.empty() || block.heading == heading) && lines[i].path.back() == label;
        if (named && in_group(lines[i], group)) {
          found = {&lines, i};
          ++count;
        }
      }
    }
    if (count == 1 || label.empty()) {
      return found;
    }
    const auto at = fields.find(key)->at;
    if (count == 0) {
      faults_.add(at, {"上级格式没有“" + label + "”。", "The base has no \"" + label + "\"."});
    } else {
      faults_.add(
          at, {"上级格式有" + std::to_string(count) + "处“" + label + "”，请用in或block指明。",
               "The base has " + std::to_string(count) + " \"" + label + "\"; say which with \"in\" or \"block\"."});
    }
    return {};
  }

  void add(const yaml::Fields& fields, bool columns) {
    const auto* body = fields.find(columns ? "column" : "row");
    if (body == nullptr || fields.has("after") == fields.has("before")) {
      faults_.add(fields.at(), {"增加时须写明内容（row或column）以及after或before之一。",
                                "To add, give the row or column and one of after and before."});
      return;
    }
    const Spot spot = find(fields, fields.has("after") ? "after" : "before", columns);
    LineSpec line = read_line(*body, columns, faults_);
    if (spot.lines == nullptr) {
      return;
    }
    const auto& neighbour = (*spot.lines)[spot.index].path;
    line.path.insert(line.path.begin(), neighbour.begin(), neighbour.end() - 1);
    line.label_columns = (*spot.lines)[spot.index].label_columns;
    const auto position = spot.index + (fields.has("after") ? 1 : 0);
    spot.lines->insert(spot.lines->begin() + static_cast<std::ptrdiff_t>(position), std::move(line));
  }

  void remove(const yaml::Fields& fields, bool columns) {
    const Spot spot = find(fields, "label", columns);
    if (spot.lines != nullptr) {
      spot.lines->erase(spot.lines->begin() + static_cast<std::ptrdiff_t>(spot.index));
    }
  }

  void change(const yaml::Fields& fields, bool columns) {
    const auto* to = fields.find("to");
    const Spot spot = find(fields, "label", columns);
    if (to == nullptr) {
      faults_.add(fields.at(), {"修改时须写明to。", "To change, say to what (\"to\")."});
    }
    if (to == nullptr || spot.lines == nullptr) {
      return;
    }
    auto& line = (*spot.lines)[spot.index];
    const yaml::Fields values(*to, {"label", "aliases", "concept", "dims", "unit", "meaning", "optional"}, faults_);
    for (const auto& [key, target] : {std::pair<const char*, std::string*>{"concept", &line.binding.concept_id},
                                      {"unit", &line.binding.unit},
                                      {"meaning", &line.binding.meaning},
                                      {"label", &line.path.back()}}) {
      if (values.has(key)) {
        *target = values.text(key);
      }
    }
    if (values.has("aliases")) {
      line.aliases = values.texts("aliases");
    }
    if (const auto* dims = values.find("dims"); dims != nullptr && dims->is_mapping()) {
      line.binding.dims.clear();
      for (const auto& entry : dims->entries) {
        line.binding.dims[entry.key] = entry.value->text;
      }
    }
    line.optional = values.flag("optional", line.optional);
  }

  FormSpec& form_;
  yaml::Faults& faults_;
};

}  // namespace

void apply_changes(const yaml::Node& changes, FormSpec& form, yaml::Faults& faults) {
  if (!changes.is_sequence()) {
    faults.add(changes.at, {"“changes”应当是列表。", "\"changes\" must be a list."});
    return;
  }
  Changer changer(form, faults);
  for (const auto& item : changes.items) {
    changer.apply(*item);
  }
}

}  // namespace nianbao::template_yaml
