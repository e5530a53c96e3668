// A file of a pack against its schema.
#include <algorithm>
#include <array>

#include <nianbao/sdk/decimal.hpp>

#include "rules/schema.hpp"

namespace nianbao {
namespace {

/// What is wrong at one place. Its words are made where it is sure to be told.
struct SchemaFault {
  enum class Kind { wrong_kind, wrong_item, missing_key, unknown_key, unknown_choice, empty };
  Kind kind;
  yaml::Mark at;
  std::string_view key;  ///< the nearest one, or the one in question
  const Schema* schema;
  std::string_view text;  ///< of unknown_choice
};
using SchemaFaults = std::vector<SchemaFault>;
using FaultKind = SchemaFault::Kind;

bool fits(const yaml::Node& node, std::uint8_t kinds) {
  if (kinds == 0) {
    return true;
  }
  if (!node.is_scalar()) {
    return (kinds & (node.is_sequence() ? Schema::sequence : Schema::mapping)) != 0;
  }
  return (kinds & Schema::text) != 0 ||
         ((kinds & Schema::flag) != 0 && (node.text == "true" || node.text == "false")) ||
         ((kinds & Schema::number) != 0 && Decimal::parse(node.text));
}

/// Walks a file and its schema side by side.
class SchemaCheck {
 public:
  explicit SchemaCheck(SchemaFaults& faults) : faults_(faults) {}

  /// A value that is absent fits every schema: what must be there is `required`.
  void value(const yaml::Node& node, const Schema& schema, std::string_view key, FaultKind wrong) {
    if (node.kind == yaml::Kind::null) {
      return;
    }
    if (!fits(node, schema.kinds) || (!schema.values.empty() && !node.is_scalar())) {
      faults_.push_back({wrong, node.at, key, &schema, {}});
      return;
    }
    for (const auto* part : schema.all_of) {
      value(node, *part, key, wrong);
    }
    if (!schema.one_of.empty()) {
      alternatives(node, schema, key, wrong);
    }
    if (node.is_mapping()) {
      mapping(node, schema);
    } else if (node.is_sequence()) {
      sequence(node, schema, key);
    } else {
      scalar(node, schema, key);
    }
  }

 private:
  void scalar(const yaml::Node& node, const Schema& schema, std::string_view key) {
    const auto& values = schema.values;
    if (!values.empty() && std::find(values.begin(), values.end(), node.text) == values.end()) {
      faults_.push_back({FaultKind::unknown_choice, node.at, key, &schema, node.text});
    }
    if (schema.not_empty && node.text.empty()) {
      faults_.push_back({FaultKind::empty, node.at, key, &schema, {}});
    }
  }

  void mapping(const yaml::Node& node, const Schema& schema) {
    for (const auto& name : schema.required) {
      const auto* given = node.find(name);
      if (given == nullptr || given->kind == yaml::Kind::null) {
        faults_.push_back({FaultKind::missing_key, node.at, name, &schema, {}});
      }
    }
    for (const auto& entry : node.entries) {
      const auto known = std::find_if(schema.properties.begin(), schema.properties.end(),
                                      [&](const Schema::Property& property) { return property.first == entry.key; });
      if (known != schema.properties.end()) {
        value(*entry.value, *known->second, entry.key, FaultKind::wrong_kind);
      } else if (schema.other_properties != nullptr) {
        value(*entry.value, *schema.other_properties, entry.key, FaultKind::wrong_kind);
      } else if (schema.no_other_properties) {
        faults_.push_back({FaultKind::unknown_key, entry.at, entry.key, &schema, {}});
      }
    }
  }

  void sequence(const yaml::Node& node, const Schema& schema, std::string_view key) {
    const auto& tuple = schema.tuple;
    if (!tuple.empty() && tuple.size() != node.items.size()) {
      faults_.push_back({FaultKind::wrong_kind, node.at, key, &schema, {}});
      return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const auto* item = tuple.empty() ? schema.items : tuple[i];
      if (item != nullptr) {
        value(*node.items[i], *item, key, FaultKind::wrong_item);
      }
    }
  }

  /// Tells the faults against the alternative that the value comes closest to.
  void alternatives(const yaml::Node& node, const Schema& schema, std::string_view key, FaultKind wrong) {
    SchemaFaults closest;
    bool found = false;
    for (const auto* alternative : schema.one_of) {
      SchemaFaults faults;
      SchemaCheck(faults).value(node, *alternative, key, wrong);
      if (faults.empty()) {
        return;
      }
      const auto& first = faults.front();
      const bool other_kind = first.kind == wrong && first.at.line == node.at.line && first.at.column == node.at.column;
      if (!other_kind && (!found || faults.size() < closest.size())) {
        closest = std::move(faults);
        found = true;
      }
    }
    if (found) {
      faults_.insert(faults_.end(), closest.begin(), closest.end());
    } else {
      faults_.push_back({wrong, node.at, key, &schema, {}});
    }
  }

  SchemaFaults& faults_;
};

/// All kinds of values that a schema allows.
std::uint8_t kinds_of(const Schema& schema) {
  std::uint8_t kinds = schema.kinds;
  for (const auto* list : {&schema.one_of, &schema.all_of}) {
    for (const auto* part : *list) {
      kinds |= kinds_of(*part);
    }
  }
  return schema.values.empty() ? kinds : kinds | Schema::text;
}

Message expected_of(const Schema& schema) {
  for (const auto* part : schema.all_of) {
    if (!part->expected.empty()) {
      return part->expected;
    }
  }
  if (!schema.expected.empty()) {
    return schema.expected;
  }
  static const std::array<std::pair<Schema::Kind, Message>, 5> kNames{
      {{Schema::text, {"文字", "a text"}},
       {Schema::number, {"数字", "a number"}},
       {Schema::flag, {" true 或 false", "true or false"}},
       {Schema::sequence, {"列表", "a list"}},
       {Schema::mapping, {"“键: 值”", "a mapping (key: value)"}}}};
  const auto kinds = kinds_of(schema);
  Message text;
  for (const auto& [kind, name] : kNames) {
    const bool scalar_of_text = (kinds & Schema::text) != 0 && (kind == Schema::number || kind == Schema::flag);
    if ((kinds & kind) != 0 && !scalar_of_text) {
      text.zh += (text.zh.empty() ? "" : "或") + name.zh;
      text.en += (text.en.empty() ? "" : " or ") + name.en;
    }
  }
  return text;
}

Message known_values(const std::vector<std::string>& values) {
  std::string list;
  for (const auto& value : values) {
    list += (list.empty() ? "" : ", ") + value;
  }
  return {"可写：" + list, "One of: " + list};
}

std::vector<std::string_view> property_names(const Schema& schema) {
  std::vector<std::string_view> names;
  for (const auto& property : schema.properties) {
    names.push_back(property.first);
  }
  return names;
}

void tell(const SchemaFault& fault, const SourceFile& file, RuleFaults& faults) {
  const std::string key(fault.key);
  const auto add = [&](const char* code, Message message, Message hint = {}) {
    faults.add(file, fault.at, code, std::move(message), std::move(hint));
  };
  switch (fault.kind) {
    case FaultKind::wrong_kind: {
      const auto expected = expected_of(*fault.schema);
      return key.empty()
                 ? add("wrong-kind", {"文件应由“键: 值”组成", "The file must consist of keys and values"},
                       {"见 docs/rule-packs.md。", "See docs/rule-packs.md."})
                 : add("wrong-kind", {"“" + key + "”应为" + expected.zh, "\"" + key + "\" must be " + expected.en});
    }
    case FaultKind::wrong_item: {
      const auto expected = expected_of(*fault.schema);
      return add("wrong-kind",
                 {"“" + key + "”的每一项应为" + expected.zh, "Each item of \"" + key + "\" must be " + expected.en});
    }
    case FaultKind::missing_key:
      return add("missing-key", {"缺少“" + key + "”", "\"" + key + "\" is missing"});
    case FaultKind::empty:
      return add("missing-key", {"“" + key + "”不能为空", "\"" + key + "\" must not be empty"});
    case FaultKind::unknown_key:
      return add("unknown-key", {"没有“" + key + "”这个键", "Unknown key \"" + key + "\""},
                 did_you_mean(key, property_names(*fault.schema)));
    case FaultKind::unknown_choice:
      break;
  }
  const std::string text(fault.text);
  auto hint = did_you_mean(text, {fault.schema->values.begin(), fault.schema->values.end()});
  add("unknown-choice", {"“" + key + "”不能是“" + text + "”", "\"" + key + "\" cannot be \"" + text + "\""},
      hint.empty() ? known_values(fault.schema->values) : std::move(hint));
}

}  // namespace

void check_against(const Schema& schema, const SourceFile& file, RuleFaults& faults) {
  SchemaFaults found;
  SchemaCheck(found).value(*file.root, schema, {}, FaultKind::wrong_kind);
  for (std::size_t i = 0; i < found.size() && !faults.full(); ++i) {
    tell(found[i], file, faults);
  }
}

}  // namespace nianbao
