#include "json/fields.hpp"

#include <algorithm>
#include <array>

#include <boost/json/value.hpp>

namespace nianbao::json {
namespace {

struct Wording {
  std::string_view en;
  std::string_view zh;
};

// What readers of our JSON ask for; the rest are names that are the same in both languages.
constexpr std::array kWordings = {
    Wording{"a string", "文本"},
    Wording{"a number", "数字"},
    Wording{"a number that is not negative", "非负整数"},
    Wording{"a whole number", "整数"},
    Wording{"an object", "对象"},
    Wording{"an array", "数组"},
    Wording{"true or false", "true 或 false"},
    Wording{"a date such as 2019-02-22", "日期，如2019-02-22"},
    Wording{"a decimal number as text", "以文本表示的小数"},
    Wording{"an exact decimal as text", "以文本表示的小数"},
    Wording{"a table of at most 4194304 positions", "不超过4194304格的表格"},
    Wording{"cells inside the grid", "不超出表格范围的单元格"},
    Wording{"cells that do not overlap", "互不重叠的单元格"},
    Wording{"cells that fill the grid", "铺满表格的单元格"},
    Wording{"heading, paragraph, list, table, lines or image", "heading、paragraph、list、table、lines 或 image"},
    Wording{"ids of the report's facts", "本年报数据的编号"},
    Wording{"the id of a fact, such as f17", "数据的编号，如f17"},
    Wording{"the id of one of the report's forms", "本年报某张表的编号"},
    Wording{"one of the names in the schema", "Schema 中列出的名称之一"},
};

std::string in_chinese(const std::string& expected) {
  const auto* const it =
      std::find_if(kWordings.begin(), kWordings.end(), [&](const Wording& wording) { return wording.en == expected; });
  return it == kWordings.end() ? expected : std::string(it->zh);
}

}  // namespace

void Faults::report(const std::string& path, std::string_view expected) {
  if (first_.empty()) {
    first_ = path.empty() ? "(root)" : path;
    expected_ = expected;
  }
}

Error Faults::error() const {
  return {ErrorKind::input,
          "json-shape",
          {"JSON 的“" + first_ + "”不符合格式，应为" + in_chinese(expected_) + "。",
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
