// Names of states, and a fault as an Error.
#include <nianbao/plugin_host.hpp>

namespace nianbao {

std::string_view to_string(PluginState state) noexcept {
  switch (state) {
    case PluginState::found:
      return "found";
    case PluginState::ready:
      return "ready";
    case PluginState::bad_manifest:
      return "bad-manifest";
    case PluginState::duplicate_id:
      return "duplicate-id";
    case PluginState::not_a_plugin:
      return "not-a-plugin";
    case PluginState::unreadable:
      return "unreadable";
    case PluginState::wrong_api:
      return "wrong-api";
    case PluginState::wrong_abi:
      return "wrong-abi";
    case PluginState::load_failed:
      return "load-failed";
    case PluginState::no_entry:
      return "no-entry";
    case PluginState::bad_descriptor:
      return "bad-descriptor";
    case PluginState::mismatch:
      return "mismatch";
    case PluginState::create_failed:
      return "create-failed";
    case PluginState::native_off:
      return "native-off";
  }
  return "";
}

Error PluginFault::error(PluginState state, const std::string& where) const {
  return {ErrorKind::plugin,
          "plugin-" + std::string(to_string(state)),
          {what.zh + "发现：" + found.zh + "。应为：" + expected.zh + "。",
           what.en + " Found: " + found.en + ". Expected: " + expected.en + "."},
          where,
          advice};
}

}  // namespace nianbao
