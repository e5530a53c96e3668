// The json container: nianbao-document/1, what container plugins and other programs exchange.
#include <algorithm>

#include <nianbao/document_json.hpp>
#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

namespace nianbao::json_container {

namespace {

constexpr std::string_view kDocument = "nianbao-document/";
constexpr std::string_view kReport = "nianbao-report/";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view skip_blanks(std::string_view text) {
  const auto start = text.find_first_not_of(kBlanks);
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

bool begins_object(std::string_view text) {
  text = skip_blanks(text);
  return text.starts_with('{') &&
         (skip_blanks(text.substr(1)).starts_with('"') || skip_blanks(text.substr(1)).starts_with('}'));
}

/// False where the first byte that is no blank tells that no brace begins the text: neither a brace nor the
/// zero of UTF-16, nor what a byte order mark begins with.
bool may_begin_object(std::string_view head) {
  constexpr std::string_view kFirst("{\0\xEF\xFF\xFE\x84", 6);
  const auto rest = skip_blanks(head);
  return !rest.empty() && kFirst.find(rest.front()) != std::string_view::npos;
}

/// The value of the first "schema" key; our writers put it first.
std::string_view schema_of(std::string_view text) {
  constexpr std::string_view kKey = "\"schema\"";
  const auto key = text.find(kKey);
  if (key == std::string_view::npos) {
    return {};
  }
  text = skip_blanks(text.substr(key + kKey.size()));
  if (!text.starts_with(':')) {
    return {};
  }
  text = skip_blanks(text.substr(1));
  return text.starts_with('"') ? text.substr(1, text.find('"', 1) - 1) : std::string_view();
}

Error is_report() {
  return {ErrorKind::input,
          "json-is-report",
          {"这是年报数据（nianbao-report），不是文档（nianbao-document）。",
           "This is a report (nianbao-report), not a document (nianbao-document)."},
          "",
          {"年报数据可以直接用于 inspect、check、convert。", "inspect, check and convert take a report as it is."}};
}

/// A schema of ours in a version this program does not read; empty where the version is not at fault.
std::string_view other_version(std::string_view schema) {
  const bool ours = schema.starts_with(kDocument) || schema.starts_with(kReport);
  const auto version = schema.substr(std::min(schema.find('/') + 1, schema.size()));
  return ours && version != kVersion ? schema : std::string_view();
}

Error wrong_version(std::string_view schema) {
  const std::string found(schema);
  const std::string known = found.substr(0, found.find('/') + 1) + std::string(kVersion);
  return {ErrorKind::input,
          "json-schema-version",
          {"这个文件的版本是" + found + "，本程序只能读取" + known + "。",
           "The file is of version " + found + "; this program reads " + known + "."},
          "schema",
          {"请升级nianbao，或由生成它的程序导出为" + known + "。",
           "Upgrade nianbao, or export it as " + known + " from the program that made it."}};
}

class JsonContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    const auto text = may_begin_object(head) ? decode_head(head) : std::nullopt;
    if (!text || !begins_object(*text)) {
      return Certainty::none;
    }
    const auto schema = schema_of(*text);
    const bool ours = schema.starts_with(kDocument) || schema.starts_with(kReport);
    return ours ? Certainty::certain : Certainty::likely;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    NIANBAO_TRY(const auto decoded, decode_text(std::move(bytes), context.diagnostics));
    const auto schema = begins_object(decoded.text) ? schema_of(decoded.text) : std::string_view();
    if (const auto other = other_version(schema); !other.empty()) {
      return wrong_version(other);
    }
    if (schema.starts_with(kReport)) {
      return is_report();
    }
    return document_from_json(decoded.text);
  }

  [[nodiscard]] Result<std::string> do_write(const Document& document, const Context& /*context*/) const override {
    return document_to_json(document);
  }
};

}  // namespace

}  // namespace nianbao::json_container

NIANBAO_CONTAINER_PLUGIN(nianbao::json_container::JsonContainer, "json", "0.1.0")
