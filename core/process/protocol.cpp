#include "process/protocol.hpp"

#include <algorithm>
#include <array>

#include <boost/json/object.hpp>

#include <nianbao/sdk/arena.hpp>

#include "document/json.hpp"
#include "json/fields.hpp"
#include "json/message.hpp"
#include "json/print.hpp"

namespace nianbao::process {
namespace {

namespace bj = boost::json;
using json::Field;

struct KindName {
  ErrorKind kind;
  std::string_view name;
};
constexpr std::array kKinds = {KindName{ErrorKind::usage, "usage"}, KindName{ErrorKind::input, "input"},
                               KindName{ErrorKind::output, "output"}, KindName{ErrorKind::plugin, "plugin"}};
constexpr std::array<std::string_view, 3> kSeverities{"note", "warning", "error"};

bj::object limits_json(const Limits& limits) {
  return {{"input_bytes", limits.input_bytes},
          {"inflate_ratio", limits.inflate_ratio},
          {"nesting", limits.nesting},
          {"text_bytes", limits.text_bytes},
          {"blocks", limits.blocks},
          {"cells", limits.cells},
          {"all_cells", limits.all_cells},
          {"pages", limits.pages},
          {"milliseconds", limits.milliseconds}};
}

template <typename Number>
void take(const Field& limits, std::string_view key, Number& value) {
  const auto field = limits[key];
  if (!field.absent()) {
    value = static_cast<Number>(std::min<std::uint64_t>(field.number(), static_cast<Number>(-1)));
  }
}

Limits limits_of(const Field& field) {
  Limits limits;
  take(field, "input_bytes", limits.input_bytes);
  take(field, "inflate_ratio", limits.inflate_ratio);
  take(field, "nesting", limits.nesting);
  take(field, "text_bytes", limits.text_bytes);
  take(field, "blocks", limits.blocks);
  take(field, "cells", limits.cells);
  take(field, "all_cells", limits.all_cells);
  take(field, "pages", limits.pages);
  take(field, "milliseconds", limits.milliseconds);
  return limits;
}

std::string_view name_of(ErrorKind kind) {
  const auto* const it = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindName& k) { return k.kind == kind; });
  return it == kKinds.end() ? "plugin" : it->name;
}

bj::object error_json(const Error& error) {
  return {{"kind", name_of(error.kind)},
          {"code", error.code},
          {"message", json::message_to_json(error.message)},
          {"where", error.where},
          {"hint", json::message_to_json(error.hint)}};
}

Error error_of(const Field& field) {
  Error error;
  const auto kind = field["kind"].text();
  const auto* const known =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KindName& k) { return k.name == kind; });
  error.kind = known == kKinds.end() ? ErrorKind::plugin : known->kind;
  error.code = field["code"].text();
  error.message = json::message_from_json(field["message"]);
  error.where = field["where"].text();
  error.hint = json::message_from_json(field["hint"]);
  if (error.code.empty()) {
    field["code"].fault("a string");
  }
  if (error.message.zh.empty() || error.message.en.empty()) {
    field["message"].fault("an object");
  }
  return error;
}

/// The number a message must state.
std::uint64_t required_number(const Field& field) {
  if (field.absent()) {
    field.fault("a number that is not negative");
  }
  return field.number();
}

std::string required_text(const Field& field) {
  if (field.absent()) {
    field.fault("a string");
  }
  return std::string(field.text());
}

/// Reads one line with a function of its root.
template <typename T, typename F>
Result<T> parsed(std::string_view line, F read) {
  T result;
  NIANBAO_CHECK(json::read_object(line, [&](const Field& root) { result = read(root); }));
  return result;
}

}  // namespace

std::string to_line(const Request& request) {
  bj::object line{{"id", request.id}, {"op", request.op}};
  if (request.op == "hello") {
    line["protocol"] = kProtocol;
    return json::print(line, 0);
  }
  bj::object options;
  for (const auto& [name, value] : request.options) {
    options[name] = value;
  }
  line["bytes"] = request.bytes;
  line["language"] = request.language == Language::zh ? "zh" : "en";
  line["options"] = std::move(options);
  line["limits"] = limits_json(request.limits);
  return json::print(line, 0);
}

std::string to_line(const Answer& answer) {
  bj::object line{{"id", answer.id}};
  if (answer.error) {
    line["error"] = error_json(*answer.error);
    return json::print(line, 0);
  }
  line["bytes"] = answer.bytes;
  if (!answer.encoding.empty()) {
    line["encoding"] = answer.encoding;
  }
  return json::print(line, 0);
}

std::string to_line(const Identity& identity) {
  return json::print(
      bj::object{
          {"id", 0}, {"protocol", identity.protocol}, {"plugin", identity.plugin}, {"version", identity.version}},
      0);
}

std::string to_line(const Diagnostic& diagnostic) {
  bj::object line{{"code", diagnostic.code},
                  {"severity", kSeverities[static_cast<std::size_t>(diagnostic.severity)]},
                  {"message", json::message_to_json(diagnostic.message)}};
  if (auto at = json::place_to_json(diagnostic.at); !at.empty()) {
    line["at"] = std::move(at);
  }
  return json::print(line, 0);
}

Result<Request> request_of(std::string_view line) {
  return parsed<Request>(line, [](const Field& root) {
    Request request;
    request.id = required_number(root["id"]);
    request.op = required_text(root["op"]);
    request.bytes = root["bytes"].number();
    request.language = root["language"].text() == "en" ? Language::en : Language::zh;
    root["options"].each_member(
        [&](std::string_view name, const Field& value) { request.options[std::string(name)] = value.text(); });
    request.limits = limits_of(root["limits"]);
    return request;
  });
}

Result<Answer> answer_of(std::string_view line) {
  return parsed<Answer>(line, [](const Field& root) {
    Answer answer;
    answer.id = required_number(root["id"]);
    const auto error = root["error"];
    if (error.absent()) {
      answer.bytes = required_number(root["bytes"]);
      answer.encoding = root["encoding"].text();
    } else {
      answer.error = error_of(error);
    }
    return answer;
  });
}

Result<Identity> identity_of(std::string_view line) {
  return parsed<Identity>(line, [](const Field& root) {
    return Identity{required_text(root["protocol"]), required_text(root["plugin"]), required_text(root["version"])};
  });
}

std::optional<Diagnostic> diagnostic_of(std::string_view line) {
  if (line.empty() || line.front() != '{') {
    return std::nullopt;
  }
  auto diagnostic = parsed<Diagnostic>(line, [](const Field& root) {
    Diagnostic read;
    read.code = required_text(root["code"]);
    const auto severity = root["severity"].text();
    const auto* const known = std::find(kSeverities.begin(), kSeverities.end(), severity);
    read.severity = known == kSeverities.end() ? Severity::warning : static_cast<Severity>(known - kSeverities.begin());
    read.message = json::message_from_json(root["message"]);
    // Texts of a place are views; a diagnostic of a program has the numbers alone.
    Arena arena;
    read.at = json::place_from_json(root["at"], arena);
    read.at.part = read.at.sheet = read.at.cell = {};
    return read;
  });
  const bool usable = diagnostic.ok() && !diagnostic->message.zh.empty() && !diagnostic->message.en.empty();
  return usable ? std::optional(*std::move(diagnostic)) : std::nullopt;
}

}  // namespace nianbao::process
