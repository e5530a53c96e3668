// The json container: nianbao-document/1, what container plugins and other programs exchange.
#include <nianbao/document_json.hpp>
#include <nianbao/sdk/encoding.hpp>
#include <nianbao/sdk/plugin.hpp>

namespace nianbao::json_container {

namespace {

constexpr std::string_view kDocument = "nianbao-document/";
constexpr std::string_view kReport = "nianbao-report/";
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

class JsonContainer final : public Container {
  [[nodiscard]] Certainty do_probe(std::string_view head, std::string_view /*name*/) const override {
    const auto text = decode_head(head);
    if (!text || !begins_object(*text)) {
      return Certainty::none;
    }
    const auto schema = schema_of(*text);
    const bool ours = schema.starts_with(kDocument) || schema.starts_with(kReport);
    return ours ? Certainty::certain : Certainty::likely;
  }

  [[nodiscard]] Result<Document> do_read(std::string bytes, const Context& context) const override {
    NIANBAO_TRY(const auto decoded, decode_text(std::move(bytes), context.diagnostics));
    if (begins_object(decoded.text) && schema_of(decoded.text).starts_with(kReport)) {
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
