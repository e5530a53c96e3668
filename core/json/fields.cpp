#include "json/fields.hpp"

#include <boost/json/value.hpp>

namespace nianbao::json {

void Faults::report(const std::string& path, std::string_view expected) {
  if (first_.empty()) {
    first_ = path.empty() ? "(root)" : path;
    expected_ = expected;
  }
}

Error Faults::error() const {
  return {ErrorKind::input,
          "json-shape",
          {"JSON 的“" + first_ + "”不符合格式，应为 " + expected_ + "。",
           "\"" + first_ + "\" in the JSON is not as the schema asks: expected " + expected_ + "."},
          first_,
          {"请对照 rules/schema 中的 JSON Schema 检查。", "Compare it with the JSON Schema in rules/schema."}};
}

Field Field::operator[](std::string_view key) const {
  std::string path = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  if (absent()) {
    return {nullptr, std::move(path), *faults_};
  }
  const auto* object = value_->if_object();
  if (object == nullptr) {
    fault("an object");
    return {nullptr, std::move(path), *faults_};
  }
  return {object->if_contains(key), std::move(path), *faults_};
}

std::string_view Field::text() const {
  if (absent()) {
    return {};
  }
  if (const auto* text = value_->if_string()) {
    return {text->data(), text->size()};
  }
  fault("a string");
  return {};
}

std::uint64_t Field::number() const {
  const auto value = integer();
  if (value < 0) {
    fault("a number that is not negative");
    return 0;
  }
  return static_cast<std::uint64_t>(value);
}

std::int64_t Field::integer() const {
  if (absent()) {
    return 0;
  }
  if (const auto* value = value_->if_int64()) {
    return *value;
  }
  fault("a whole number");
  return 0;
}

double Field::real() const {
  if (absent()) {
    return 0;
  }
  if (const auto* value = value_->if_int64()) {
    return static_cast<double>(*value);
  }
  if (const auto* value = value_->if_double()) {
    return *value;
  }
  fault("a number");
  return 0;
}

bool Field::boolean() const {
  if (absent()) {
    return false;
  }
  if (const auto* value = value_->if_bool()) {
    return *value;
  }
  fault("true or false");
  return false;
}

}  // namespace nianbao::json
