// nianbao concepts: the concepts in force.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <nianbao/sdk/text.hpp>

#include "commands.hpp"

namespace nianbao::command {
namespace {

namespace bj = boost::json;

bj::object to_json(const ConceptInfo& info) {
  bj::array formats;
  for (const auto format : info.formats) {
    formats.push_back(bj::string(format));
  }
  return {{"id", bj::string(info.id)},
          {"unit", bj::string(info.unit)},
          {"name", bj::string(info.name)},
          {"formats", std::move(formats)}};
}

std::string to_text(const ConceptInfo& info) {
  const auto padded = [](std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    return std::string(text) + std::string(width > used ? width - used : 1, ' ');
  };
  return padded(info.id, 44) + padded(info.unit, 8) + std::string(info.name) + "\n";
}

/// `list` shows all; `show ID…` those ids and what stands below them.
bool wanted(const ConceptInfo& info, const std::vector<std::string>& ids) {
  if (ids.empty()) {
    return true;
  }
  for (const auto& id : ids) {
    if (info.id == id || info.id.substr(0, id.size() + 1) == id + ".") {
      return true;
    }
  }
  return false;
}

Result<std::string> concepts(const Arguments& arguments) {
  auto ids = arguments.inputs();
  const bool show = !ids.empty() && ids.front() == "show";
  if (!ids.empty() && (show || ids.front() == "list")) {
    ids.erase(ids.begin());
  }
  NIANBAO_TRY(const auto form, arguments.choice("as", {"text", "json"}, 0));
  NIANBAO_TRY(const auto engine, open_engine(arguments));
  RuleQuery query;
  query.packs = arguments.values("rules");
  NIANBAO_TRY(const auto rules, engine->rules().effective(query));
  std::string text;
  bj::array array;
  for (const auto* info : rules->concepts().concepts()) {
    if (wanted(*info, ids)) {
      text += to_text(*info);
      array.push_back(to_json(*info));
    }
  }
  if (array.empty()) {
    return Error{ErrorKind::usage,
                 "unknown-concept",
                 {"没有这样的指标。", "There is no such concept."},
                 ids.empty() ? std::string() : ids.front(),
                 {"用 nianbao concepts list 列出全部指标。", "nianbao concepts list shows all of them."}};
  }
  return form == 1 ? bj::serialize(array) + "\n" : text;
}

}  // namespace

int run_concepts(const Words& words, Console& console) {
  Arguments arguments("concepts [list | show ID…]",
                      {"列出指标：编号、单位、名称。", "Lists the concepts: id, unit, name."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"})
      .list("rules", "PACK", {"另外启用的规则包", "a further rule pack"})
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = concepts(arguments);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
