// nianbao concepts: the concepts in force.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

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
          {"name_en", bj::string(info.name_en)},
          {"formats", std::move(formats)}};
}

std::string padded(std::string_view text, std::size_t width) {
  const auto used = display_width(text);
  return std::string(text) + std::string(width > used ? width - used : 1, ' ');
}

std::string to_text(const ConceptInfo& info, Language language) {
  const auto name = language == Language::zh ? info.name : info.name_en;
  return padded(info.id, 44) + padded(info.unit, 8) + std::string(name) + "\n";
}

/// The dimension, and its members set in below it.
std::string to_text(const DimensionInfo& dimension, Language language) {
  std::string text(dimension.name);
  text += ":\n";
  if (dimension.free) {
    text += language == Language::zh ? "  （任意成员）\n" : "  (any member)\n";
  }
  for (const auto& member : dimension.members) {
    text += "  " + padded(member.id, 42) + member.name.in(language) + "\n";
  }
  return text;
}

bj::object to_json(const DimensionInfo& dimension) {
  bj::array members;
  for (const auto& member : dimension.members) {
    members.push_back(bj::object{{"id", bj::string(member.id)}, {"zh", member.name.zh}, {"en", member.name.en}});
  }
  return {{"dimension", bj::string(dimension.name)}, {"free", dimension.free}, {"members", std::move(members)}};
}

/// `list` shows all; `show ID…` those ids and what stands below them.
bool wanted(std::string_view known, const std::vector<std::string>& ids) {
  return ids.empty() || std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
           return known == id || known.substr(0, id.size() + 1) == id + ".";
         });
}

Result<std::string> concepts(const Arguments& arguments, Language language) {
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
  const auto add = [&](std::string_view id, const auto& item) {
    if (wanted(id, ids)) {
      text += to_text(item, language);
      array.push_back(to_json(item));
    }
  };
  for (const auto* info : rules->concepts().concepts()) {
    add(info->id, *info);
  }
  for (const auto& dimension : rules->concepts().dimensions()) {
    add(dimension.name, dimension);
  }
  if (array.empty()) {
    return Error{ErrorKind::usage,
                 "unknown-concept",
                 {"没有这样的指标或维度。", "There is no such concept or dimension."},
                 ids.empty() ? std::string() : ids.front(),
                 {"用 nianbao concepts list 列出全部指标和维度。", "nianbao concepts list shows all of them."}};
  }
  return form == 1 ? bj::serialize(array) + "\n" : text;
}

}  // namespace

int run_concepts(const Words& words, Console& console) {
  Arguments arguments(
      "concepts [list | show ID…]",
      {"列出指标（编号、单位、名称），以及维度及其成员。ID 也可以是维度。",
       "Lists the concepts (id, unit, name), and the dimensions with their members. ID may be a dimension's."});
  arguments.option("as", "text|json", {"输出形式（默认 text）", "form of the output (default text)"})
      .list("rules", "PACK", {"另外启用的规则包", "a further rule pack"})
      .common();
  int exit_code = 0;
  if (!parsed(arguments, words, console, exit_code)) {
    return exit_code;
  }
  const auto text = concepts(arguments, console.language);
  return text.ok() ? print(console, *text) : fail(console, text.error());
}

}  // namespace nianbao::command
