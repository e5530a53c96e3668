#include "plugin/manifest_reader.hpp"

#include <algorithm>
#include <set>

#include "text/joined.hpp"
#include "text/utf8.hpp"
#include "yaml/parser_words.hpp"

namespace nianbao::plugin {

YAML::Node ManifestReader::parse() {
  if (const auto valid = check_utf8(text_).valid; valid != text_.size()) {
    YAML::Mark at;
    at.line = static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(valid), '\n'));
    fault(at, {"文件不是UTF-8编码（可能是GBK）。", "The file is not UTF-8 (GBK, perhaps)."},
          {"请另存为UTF-8。", "Save it as UTF-8."});
    return {};
  }
  try {
    const auto node = YAML::Load(std::string(text_));
    if (node.IsMap()) {
      return node;
    }
    fault(node, {"清单应为“键: 值”的形式。", "A manifest is a mapping of keys to values."});
  } catch (const YAML::Exception& exception) {
    const auto words = yaml::parser_words(exception.msg);
    fault(exception.mark, {"不是有效的YAML：" + words.zh + "。", "This is not valid YAML: " + words.en + "."}, {});
  }
  return {};
}

void ManifestReader::keys(const YAML::Node& mapping, std::initializer_list<std::string_view> known) {
  std::set<std::string, std::less<>> seen;
  for (const auto& entry : mapping) {
    const auto key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      fault(entry.first, {"不认识的键“" + key + "”。", "Unknown key `" + key + "`."},
            {"可用的键：" + joined(known, "、") + "。", "Known keys: " + joined(known, ", ") + "."});
    } else if (!seen.insert(key).second) {
      fault(entry.first, {"键“" + key + "”重复。", "Key `" + key + "` is given twice."},
            {"请只保留一处。", "Keep one of them."});
    }
  }
}

std::string ManifestReader::scalar(const YAML::Node& node, const std::string& name) {
  if (node.IsScalar()) {
    return node.Scalar();
  }
  fault(node, {"“" + name + "”应为一个文本。", "`" + name + "` is to be one text."});
  return {};
}

std::string ManifestReader::text(const YAML::Node& mapping, const char* key) {
  const auto node = mapping[key];
  return node.IsDefined() ? scalar(node, key) : std::string();
}

std::string ManifestReader::required(const YAML::Node& mapping, const char* key) {
  auto value = text(mapping, key);
  if (value.empty()) {
    const std::string name(key);
    fault(mapping, {"缺少“" + name + "”。", "`" + name + "` is missing."}, {"请补上。", "Add it."});
  }
  return value;
}

std::vector<std::string> ManifestReader::texts(const YAML::Node& mapping, const char* key) {
  const auto node = mapping[key];
  if (!node.IsDefined()) {
    return {};
  }
  if (!node.IsSequence()) {
    return {scalar(node, key)};
  }
  std::vector<std::string> values;
  for (const auto& item : node) {
    values.push_back(scalar(item, key));
  }
  return values;
}

std::string ManifestReader::place(const YAML::Mark& mark) const {
  if (mark.is_null()) {
    return file_;
  }
  // yaml-cpp counts lines and bytes from 0; people count characters from 1.
  std::size_t begin = 0;
  for (int line = 0; line < mark.line && begin < text_.size(); ++line) {
    begin = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
  }
  const auto bytes = text_.substr(begin, static_cast<std::size_t>(mark.column));
  const auto characters = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return file_ + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(characters + 1);
}

void ManifestReader::fault(const YAML::Node& at, Message message, Message hint) {
  fault(at.IsDefined() ? at.Mark() : YAML::Mark::null_mark(), std::move(message), std::move(hint));
}

void ManifestReader::fault(const YAML::Mark& at, Message message, Message hint) {
  if (!error_) {
    error_ = Error{ErrorKind::plugin, "plugin-bad-manifest", std::move(message), place(at), std::move(hint)};
  }
}

}  // namespace nianbao::plugin
