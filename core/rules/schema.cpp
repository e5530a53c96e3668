#include "rules/schema.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>

#include "json/parse.hpp"
#include "rules/schema_texts.hpp"

namespace nianbao {
namespace {

namespace js = boost::json;

std::string text_of(const js::value& value) { return {value.get_string().data(), value.get_string().size()}; }

std::uint8_t kind_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Schema::Kind>, 6> kKinds{{{"string", Schema::text},
                                                                             {"number", Schema::number},
                                                                             {"integer", Schema::number},
                                                                             {"boolean", Schema::flag},
                                                                             {"array", Schema::sequence},
                                                                             {"object", Schema::mapping}}};
  const auto* known = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.first == name; });
  return known == kKinds.end() ? 0 : known->second;
}

/// Makes Schemas of the JSON texts. References lead to the definitions of the same text.
class SchemaReader {
 public:
  explicit SchemaReader(std::deque<Schema>& schemas) : schemas_(schemas) {}

  const Schema* read_file(std::string_view text) {
    const auto parsed = json::parse(text);
    if (!parsed) {
      return nullptr;
    }
    definitions_.clear();
    if (const auto* all = parsed.value().get_object().if_contains("definitions")) {
      for (const auto& [name, definition] : all->get_object()) {
        definitions_["#/definitions/" + std::string(name.data(), name.size())] = read(definition);
      }
    }
    return read(parsed.value());
  }

 private:
  const Schema* read(const js::value& value) {
    Schema schema;
    for (const auto& [key, part] : value.get_object()) {
      read_keyword(std::string_view(key.data(), key.size()), part, schema);
    }
    schemas_.push_back(std::move(schema));
    return &schemas_.back();
  }

  void read_keyword(std::string_view key, const js::value& part, Schema& schema) {
    if (key == "type") {
      read_type(part, schema);
    } else if (key == "enum") {
      schema.values = texts(part);
    } else if (key == "required") {
      schema.required = texts(part);
    } else if (key == "minLength") {
      schema.not_empty = part.get_int64() > 0;
    } else if (key == "properties") {
      for (const auto& [name, property] : part.get_object()) {
        schema.properties.emplace_back(std::string(name.data(), name.size()), read(property));
      }
    } else if (key == "additionalProperties") {
      schema.no_other_properties = part.is_bool() && !part.get_bool();
      schema.other_properties = part.is_object() ? read(part) : nullptr;
    } else if (key == "items") {
      schema.items = part.is_object() ? read(part) : nullptr;
      schema.tuple = part.is_array() ? read_all(part) : schema.tuple;
    } else if (key == "oneOf") {
      schema.one_of = read_all(part);
    } else if (key == "allOf") {
      const auto all = read_all(part);
      schema.all_of.insert(schema.all_of.end(), all.begin(), all.end());
    } else if (key == "$ref") {
      schema.all_of.push_back(definitions_.at(text_of(part)));
    } else if (key == "x-expected") {
      schema.expected = {text_of(part.at("zh")), text_of(part.at("en"))};
    }
  }

  static void read_type(const js::value& part, Schema& schema) {
    for (const auto& name : part.is_string() ? std::vector{text_of(part)} : texts(part)) {
      schema.kinds |= kind_named(name);
    }
  }

  static std::vector<std::string> texts(const js::value& part) {
    std::vector<std::string> result;
    for (const auto& one : part.get_array()) {
      result.push_back(text_of(one));
    }
    return result;
  }

  std::vector<const Schema*> read_all(const js::value& part) {
    std::vector<const Schema*> result;
    for (const auto& one : part.get_array()) {
      result.push_back(read(one));
    }
    return result;
  }

  std::deque<Schema>& schemas_;
  std::map<std::string, const Schema*, std::less<>> definitions_;
};

/// All schemas, read when the first is asked for.
class Schemas {
 public:
  Schemas() {
    SchemaReader reader(schemas_);
    for (const auto& [name, text] : kSchemaTexts) {
      by_name_.emplace(name, reader.read_file(text));
    }
  }

  [[nodiscard]] const Schema* find(std::string_view name) const {
    const auto it = by_name_.find(name);
    return it == by_name_.end() ? nullptr : it->second;
  }

 private:
  std::deque<Schema> schemas_;
  std::map<std::string_view, const Schema*> by_name_;
};

}  // namespace

const Schema* schema_of(std::string_view file_name) {
  static const Schemas schemas;
  constexpr std::string_view kEnd = ".yaml";
  auto name = file_name.ends_with(kEnd) ? file_name.substr(0, file_name.size() - kEnd.size()) : std::string_view();
  if (name.ends_with(".examples")) {
    name = "examples";
  }
  return schemas.find(name);
}

}  // namespace nianbao
