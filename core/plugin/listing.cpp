#include <boost/json.hpp>
#include <nianbao/plugin_listing.hpp>

#include "json/message.hpp"
#include "json/print.hpp"
#include "plugin/text_table.hpp"
#include "text/joined.hpp"

namespace nianbao {
namespace {

namespace bj = boost::json;
using plugin::TextTable;

const Message kKinds[] = {{"文件类型", "container"}, {"表式", "family"}, {"年报格式", "format"}};
const Message kOrigins[] = {
    {"扩展包", "bundle"}, {"NIANBAO_PATH", "NIANBAO_PATH"}, {"用户", "user"}, {"随附", "installed"}};

Message state_words(PluginState state) {
  switch (state) {
    case PluginState::found:
      return {"未打开", "not opened"};
    case PluginState::ready:
      return {"可用", "ready"};
    case PluginState::bad_manifest:
      return {"清单有误", "faulty manifest"};
    case PluginState::duplicate_id:
      return {"标识重复", "duplicate id"};
    case PluginState::not_a_plugin:
      return {"不是插件", "not a plugin"};
    case PluginState::unreadable:
      return {"无法读取", "unreadable"};
    case PluginState::wrong_api:
      return {"SDK版本不符", "wrong SDK API"};
    case PluginState::wrong_abi:
      return {"二进制接口不符", "wrong ABI"};
    case PluginState::load_failed:
      return {"装入失败", "load failed"};
    case PluginState::no_entry:
      return {"缺少入口", "no entry"};
    case PluginState::bad_descriptor:
      return {"描述信息无效", "bad descriptor"};
    case PluginState::mismatch:
      return {"与清单不一致", "differs from manifest"};
    case PluginState::create_failed:
      return {"创建失败", "creation failed"};
    case PluginState::native_off:
      return {"不许装入", "not allowed"};
  }
  return {};
}

/// Chooses between the two languages of a fixed text.
class Words {
 public:
  explicit Words(Language language) : chinese_(language == Language::zh) {}
  std::string operator()(const char* zh, const char* en) const { return chinese_ ? zh : en; }

 private:
  bool chinese_;
};

std::string years_text(const YearRange& years, const Words& say) {
  if (years.from == 0 && years.to == 0) {
    return "-";
  }
  const auto from = years.from == 0 ? "" : std::to_string(years.from);
  if (years.to == 0) {
    return from + say("年起", " on");
  }
  return from + say("—", "–") + std::to_string(years.to) + say("年", "");
}

bj::array texts_json(const std::vector<std::string>& texts) { return bj::array(texts.begin(), texts.end()); }

bj::value fault_json(const std::optional<PluginFault>& fault) {
  if (!fault) {
    return nullptr;
  }
  return bj::object{{"what", json::message_to_json(fault->what)},
                    {"found", json::message_to_json(fault->found)},
                    {"expected", json::message_to_json(fault->expected)},
                    {"advice", json::message_to_json(fault->advice)}};
}

bj::value year_json(std::int16_t year) { return year == 0 ? bj::value(nullptr) : bj::value(year); }

}  // namespace

std::string plugins_text(const std::vector<PluginStatus>& plugins, Language language) {
  const Words say(language);
  TextTable table;
  table.row({say("标识", "id"), say("种类", "kind"), say("版本", "version"), say("来源", "from"), say("状态", "state"),
             say("名称", "title")});
  for (const auto& plugin : plugins) {
    const auto* manifest = plugin.manifest ? &*plugin.manifest : nullptr;
    table.row({plugin.id, manifest == nullptr ? "-" : kKinds[static_cast<int>(manifest->kind)].in(language),
               manifest == nullptr ? "-" : manifest->version, kOrigins[static_cast<int>(plugin.origin)].in(language),
               state_words(plugin.state).in(language), manifest == nullptr ? "-" : manifest->title.in(language)});
    if (plugin.fault) {
      table.note("  " + plugin.fault->found.in(language));
      table.note("  " + say("详情：", "More: ") + "nianbao plugins doctor " +
                 (plugin.state == PluginState::duplicate_id ? plugin.folder : plugin.id));
    }
  }
  return table.print();
}

std::string plugins_json(const std::vector<PluginStatus>& plugins) {
  bj::array list;
  for (const auto& plugin : plugins) {
    bj::object item{{"id", plugin.id}};
    if (plugin.manifest) {
      item["kind"] = to_string(plugin.manifest->kind);
      item["version"] = plugin.manifest->version;
      item["title"] = json::message_to_json(plugin.manifest->title);
    }
    item["state"] = to_string(plugin.state);
    item["origin"] = to_string(plugin.origin);
    item["folder"] = plugin.folder;
    item["fault"] = fault_json(plugin.fault);
    list.push_back(std::move(item));
  }
  return json::print(bj::object{{"schema", "nianbao-plugins/1"}, {"plugins", std::move(list)}}, 2);
}

std::string doctor_text(const DoctorReport& report, Language language) {
  const Words say(language);
  std::string text = report.path + "\n";
  for (const auto& step : report.steps) {
    text += say(step.passed ? "  通过    " : "  未通过  ", step.passed ? "  passed  " : "  failed  ");
    text += step.name.in(language) + say("：", ": ") + step.detail.in(language) + "\n";
  }
  text += say("状态：", "State: ") + state_words(report.state).in(language) + "\n";
  if (report.fault) {
    text += report.fault->what.in(language) + "\n";
    text += say("  发现：", "  Found: ") + report.fault->found.in(language) + "\n";
    text += say("  应为：", "  Expected: ") + report.fault->expected.in(language) + "\n";
    text += say("  处理：", "  What to do: ") + report.fault->advice.in(language) + "\n";
  }
  return text;
}

std::string doctor_json(const DoctorReport& report) {
  bj::array steps;
  for (const auto& step : report.steps) {
    steps.push_back(bj::object{{"name", json::message_to_json(step.name)},
                               {"passed", step.passed},
                               {"detail", json::message_to_json(step.detail)}});
  }
  return json::print(bj::object{{"schema", "nianbao-plugin-doctor/1"},
                                {"path", report.path},
                                {"state", to_string(report.state)},
                                {"steps", std::move(steps)},
                                {"fault", fault_json(report.fault)}},
                     2);
}

std::string containers_text(const PluginHost& host, Language language) {
  const Words say(language);
  TextTable table;
  table.row(
      {say("标识", "id"), say("名称", "title"), say("扩展名", "extensions"), say("读", "read"), say("写", "write")});
  for (const auto* manifest : host.manifests()) {
    if (manifest->kind == ManifestKind::container) {
      const auto yes_no = [&](const char* what) { return manifest->can(what) ? say("是", "yes") : say("否", "no"); };
      table.row(
          {manifest->id, manifest->title.in(language), joined(manifest->extensions), yes_no("read"), yes_no("write")});
    }
  }
  return table.print();
}

std::string containers_json(const PluginHost& host) {
  bj::array list;
  for (const auto* manifest : host.manifests()) {
    if (manifest->kind == ManifestKind::container) {
      list.push_back(bj::object{{"id", manifest->id},
                                {"title", json::message_to_json(manifest->title)},
                                {"extensions", texts_json(manifest->extensions)},
                                {"media_types", texts_json(manifest->media_types)},
                                {"read", manifest->can("read")},
                                {"write", manifest->can("write")}});
    }
  }
  return json::print(bj::object{{"schema", "nianbao-containers/1"}, {"containers", std::move(list)}}, 2);
}

std::string formats_text(const std::vector<const Template*>& formats, Language language) {
  const Words say(language);
  TextTable table;
  table.row({say("标识", "id"), say("名称", "title"), say("表式", "family"), say("适用年度", "in force"),
             say("依据", "basis")});
  for (const auto* format : formats) {
    table.row({std::string(format->id), format->title.in(language), std::string(format->family),
               years_text(format->in_force, say), std::string(format->basis)});
  }
  return table.print();
}

std::string formats_json(const std::vector<const Template*>& formats) {
  bj::array list;
  for (const auto* format : formats) {
    bj::array forms;
    for (const auto& form : format->forms) {
      forms.push_back(bj::object{{"id", form.id}, {"title", json::message_to_json(form.title)}});
    }
    list.push_back(bj::object{{"id", format->id},
                              {"title", json::message_to_json(format->title)},
                              {"family", format->family},
                              {"from", year_json(format->in_force.from)},
                              {"to", year_json(format->in_force.to)},
                              {"basis", format->basis},
                              {"extends", format->extends.empty() ? bj::value(nullptr) : bj::value(format->extends)},
                              {"forms", std::move(forms)},
                              {"file", format->file}});
  }
  return json::print(bj::object{{"schema", "nianbao-formats/1"}, {"formats", std::move(list)}}, 2);
}

}  // namespace nianbao
