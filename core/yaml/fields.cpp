#include "yaml/fields.hpp"

#include <algorithm>

namespace nianbao::yaml {

Fields::Fields(const Node& node, const std::vector<std::string_view>& known, Faults& faults)
    : node_(node), faults_(faults) {
  if (!node.is_mapping()) {
    faults.add(node.at, {"这里应当是“键: 值”的形式。", "A mapping (key: value) is expected here."});
    return;
  }
  for (const auto& entry : node.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) {
      continue;
    }
    Message message{"不认识的键“" + entry.key + "”", "Unknown key \"" + entry.key + "\""};
    const std::string near(closest(entry.key, known));
    message.zh += near.empty() ? "。" : "，是否应为“" + near + "”？";
    message.en += near.empty() ? "." : "; did you mean \"" + near + "\"?";
    faults.add(entry.at, std::move(message));
  }
}

const Node* Fields::find(std::string_view key) const noexcept { return node_.find(key); }

std::string Fields::text(std::string_view key) const {
  const Node* value = find(key);
  if (value == nullptr || value->kind == Kind::null) {
    return {};
  }
  if (!value->is_scalar()) {
    faults_.add(value->at, {"“" + std::string(key) + "”应当是文字。", "\"" + std::string(key) + "\" must be a text."});
    return {};
  }
  return value->text;
}

std::string Fields::required(std::string_view key) const {
  if (!node_.is_mapping()) {
    return {};
  }
  const Node* value = find(key);
  auto result = text(key);
  if (result.empty() && (value == nullptr || value->is_scalar() || value->kind == Kind::null)) {
    faults_.add(value != nullptr ? value->at : node_.at,
                {"缺少“" + std::string(key) + "”。", "\"" + std::string(key) + "\" is missing."});
  }
  return result;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  const Node* value = find(key);
  if (value == nullptr || value->kind == Kind::null) {
    return {};
  }
  if (value->is_scalar()) {
    return {value->text};
  }
  std::vector<std::string> result;
  for (const auto& item : value->items) {
    if (item->is_scalar()) {
      result.push_back(item->text);
    } else {
      faults_.add(item->at, {"“" + std::string(key) + "”的每一项应当是文字。",
                             "Each item of \"" + std::string(key) + "\" must be a text."});
    }
  }
  if (value->is_mapping()) {
    faults_.add(value->at, {"“" + std::string(key) + "”应当是列表。", "\"" + std::string(key) + "\" must be a list."});
  }
  return result;
}

bool Fields::flag(std::string_view key, bool otherwise) const {
  const Node* value = find(key);
  if (value == nullptr) {
    return otherwise;
  }
  if (value->is_scalar() && (value->text == "true" || value->text == "false")) {
    return value->text == "true";
  }
  faults_.add(value->at,
              {"“" + std::string(key) + "”应当是true或false。", "\"" + std::string(key) + "\" must be true or false."});
  return otherwise;
}

Message Fields::message(std::string_view key) const {
  const Node* value = find(key);
  if (value == nullptr) {
    return {};
  }
  const Fields fields(*value, {"zh", "en"}, faults_);
  return {fields.required("zh"), fields.required("en")};
}

}  // namespace nianbao::yaml
