#include <boost/json.hpp>
#include <nianbao/bundle.hpp>

#include "json/message.hpp"
#include "json/print.hpp"
#include "plugin/text_table.hpp"

namespace nianbao {
namespace {

namespace bj = boost::json;

Message origin_words(RootOrigin origin) {
  switch (origin) {
    case RootOrigin::bundle:
      return {"--bundle", "--bundle"};
    case RootOrigin::environment:
      return {"NIANBAO_PATH", "NIANBAO_PATH"};
    case RootOrigin::user:
      return {"用户", "user"};
    case RootOrigin::installed:
      return {"随附", "installed"};
  }
  return {};
}

bj::object fault_json(const Error& fault) {
  return {{"code", fault.code},
          {"where", fault.where},
          {"message", json::message_to_json(fault.message)},
          {"hint", json::message_to_json(fault.hint)}};
}

bj::object needs_json(const BundleManifest& manifest) {
  const auto version = [](const std::string& text) { return text.empty() ? bj::value(nullptr) : bj::value(text); };
  bj::object bundles;
  for (const auto& [id, least] : manifest.needs_bundles) {
    bundles[id] = least;
  }
  return {{"nianbao", version(manifest.needs_program)},
          {"sdk_api", version(manifest.needs_api)},
          {"bundles", std::move(bundles)}};
}

}  // namespace

std::string bundles_text(const std::vector<Bundle>& bundles, Language language) {
  const auto say = [&](const char* zh, const char* en) { return std::string(language == Language::zh ? zh : en); };
  plugin::TextTable table;
  table.row({say("标识", "id"), say("版本", "version"), say("来源", "from"), say("状态", "state"), say("名称", "title"),
             say("文件夹", "folder")});
  for (const auto& bundle : bundles) {
    const auto& manifest = bundle.manifest;
    const auto shown = [](const std::string& text) { return text.empty() ? "-" : text; };
    table.row({manifest ? shown(manifest->id) : "-", manifest ? shown(manifest->version) : "-",
               origin_words(bundle.root.origin).in(language),
               !bundle.faults.empty() ? say("不可用", "refused")
               : manifest             ? say("可用", "ready")
                                      : say("无清单", "no manifest"),
               manifest ? shown(manifest->title.in(language)) : "-", bundle.root.folder});
    for (const auto& fault : bundle.faults) {
      table.note("  " + fault.where + say("：", ": ") + fault.message.in(language));
      if (!fault.hint.empty()) {
        table.note("    " + fault.hint.in(language));
      }
    }
  }
  return table.print();
}

std::string bundles_json(const std::vector<Bundle>& bundles) {
  bj::array list;
  for (const auto& bundle : bundles) {
    bj::object item{{"folder", bundle.root.folder}, {"origin", to_string(bundle.root.origin)}};
    if (bundle.manifest) {
      item["id"] = bundle.manifest->id;
      item["version"] = bundle.manifest->version;
      item["title"] = json::message_to_json(bundle.manifest->title);
      item["needs"] = needs_json(*bundle.manifest);
    }
    bj::array faults;
    for (const auto& fault : bundle.faults) {
      faults.push_back(fault_json(fault));
    }
    item["faults"] = std::move(faults);
    list.push_back(std::move(item));
  }
  return json::print(bj::object{{"schema", "nianbao-bundles/1"}, {"bundles", std::move(list)}}, 2);
}

}  // namespace nianbao
