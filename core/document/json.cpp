#include "document/json.hpp"

#include <boost/json/array.hpp>

#include <nianbao/document_json.hpp>

#include "json/parse.hpp"
#include "json/print.hpp"

namespace nianbao {
namespace json {

namespace bj = boost::json;

bj::value text_or_null(std::string_view text) { return text.empty() ? bj::value(nullptr) : bj::value(view(text)); }

bj::object input_to_json(const Input& input) {
  bj::object out{{"file", input.file},
                 {"container", text_or_null(input.container)},
                 {"encoding", text_or_null(input.encoding)},
                 {"bytes", input.bytes}};
  if (!input.sha256.empty()) {
    out["sha256"] = input.sha256;
  }
  return out;
}

Input input_from_json(const Field& field) {
  Input input;
  input.file = field["file"].text();
  input.container = field["container"].text();
  input.encoding = field["encoding"].text();
  input.bytes = field["bytes"].number();
  input.sha256 = field["sha256"].text();
  return input;
}

}  // namespace json

namespace {

constexpr std::string_view kSchema = "nianbao-document/1";

}  // namespace

std::string document_to_json(const Document& document) {
  namespace bj = boost::json;
  bj::array properties;
  for (const auto& property : document.properties) {
    bj::object out{{"name", json::view(property.name)}, {"value", json::view(property.value)}};
    json::add_place(property.at, out);
    properties.push_back(std::move(out));
  }
  const bj::object root{{"schema", json::view(kSchema)},
                        {"input", json::input_to_json(document.input)},
                        {"properties", std::move(properties)},
                        {"blocks", json::blocks_to_json(document.blocks)}};
  return json::print(root, 3);
}

Result<Document> document_from_json(std::string_view text) {
  NIANBAO_TRY(const auto value, json::parse(text));
  json::Faults faults;
  const json::Field root(&value, "", faults);
  if (root["schema"].text() != kSchema) {
    root["schema"].fault(kSchema);
    return faults.error();
  }
  Document document;
  document.input = json::input_from_json(root["input"]);
  root["properties"].each([&](const json::Field& property) {
    document.properties.push_back({document.arena().store(property["name"].text()),
                                   document.arena().store(property["value"].text()),
                                   json::place_from_json(property["at"], document.arena())});
  });
  document.blocks = json::blocks_from_json(root["blocks"], document.arena());
  if (faults.any()) {
    return faults.error();
  }
  document.number_blocks();
  return document;
}

}  // namespace nianbao
