#include "plugin/load_faults.hpp"

#include <nianbao/sdk/plugin.hpp>

namespace nianbao::plugin {
namespace {

const std::string kApi = std::to_string(NIANBAO_SDK_API);
const Message kNothingRun{"其中的代码未被运行。", " Nothing in it was run."};
const Message kRebuild{
    "请用本机的SDK重新编译（见docs/plugins.zh-CN.md），或将其移出搜索路径。",
    "Rebuild it with the SDK of this installation (see docs/plugins.md), or move it out of the search path."};
const Message kReportToAuthor{"请将此信息报告给插件作者；其他插件不受影响。",
                              "Report this to the plugin's author; other plugins are not affected."};

Message not_loaded(const Subject& subject) {
  if (subject.id.empty()) {
    return {"“" + subject.path + "”未装入。", "`" + subject.path + "` was not loaded."};
  }
  return {"插件“" + subject.id + "”（" + subject.path + "）未装入。",
          "Plugin `" + subject.id + "` (" + subject.path + ") was not loaded."};
}

Message not_run(const Subject& subject) {
  const auto what = not_loaded(subject);
  return {what.zh + kNothingRun.zh, what.en + kNothingRun.en};
}

/// Found and expected are phrases, not sentences.
std::string without_stop(std::string text, std::string_view stop) {
  const bool ends = text.size() >= stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0;
  return ends ? text.substr(0, text.size() - stop.size()) : text;
}

}  // namespace

LoadFailure bad_manifest(const std::string& file, const Error& error) {
  const auto& place = error.where.empty() ? file : error.where;
  return {PluginState::bad_manifest,
          {{"插件清单“" + file + "”有误，该插件不可用。",
            "The manifest `" + file + "` is faulty; its plugin cannot be used."},
           {place + "：" + without_stop(error.message.zh, "。"), place + ": " + without_stop(error.message.en, ".")},
           {"docs/plugins.zh-CN.md所述的清单", "a manifest as in docs/plugins.md"},
           error.hint.empty() ? Message{"请改正清单。", "Correct the manifest."} : error.hint}};
}

LoadFailure duplicate_id(const Manifest& manifest, const std::string& first_folder) {
  return {PluginState::duplicate_id,
          {{"插件“" + manifest.id + "”（" + manifest.folder + "）未采用。",
            "Plugin `" + manifest.id + "` (" + manifest.folder + ") is not used."},
           {"搜索路径中在它之前已有同一标识的插件：" + first_folder,
            "a plugin of the same id that comes first in the search path: " + first_folder},
           {"每个标识一个插件", "one plugin for each id"},
           {"如有意覆盖，无须处理；否则请为其中之一换一个标识。",
            "Nothing, if the first is meant to replace it; otherwise give one of them another id."}}};
}

LoadFailure not_a_plugin(const Subject& subject) {
  return {
      PluginState::not_a_plugin,
      {not_run(subject),
       {"不含nianbao标记的库", "a library without the mark of nianbao plugins"},
       {"名称以nianbao_abi__开头的导出符号", "an exported symbol whose name begins with nianbao_abi__"},
       {"如果它是插件，请在其源文件末尾写上NIANBAO_CONTAINER_PLUGIN或NIANBAO_FORMAT_FAMILY_"
        "PLUGIN；否则请改正清单中的library。",
        "If it is a plugin, end its source with NIANBAO_CONTAINER_PLUGIN or NIANBAO_FORMAT_FAMILY_PLUGIN; otherwise "
        "correct `library` in the manifest."}}};
}

LoadFailure unreadable(const Subject& subject, const Message& found) {
  return {PluginState::unreadable,
          {not_run(subject),
           found,
           {"为本机编译的完整动态库", "a complete shared library built for this machine"},
           {"请重新编译或重新复制该文件，并核对清单中的library。",
            "Build or copy the file again, and check `library` in the manifest."}}};
}

LoadFailure wrong_api(const Subject& subject, const AbiFacts& facts) {
  const std::string api(facts.get("api"));
  return {PluginState::wrong_api,
          {not_run(subject),
           {"按SDK接口版本" + api + "编译", "built for SDK API " + api},
           {"SDK接口版本" + kApi, "SDK API " + kApi},
           kRebuild}};
}

LoadFailure wrong_abi(const Subject& subject, const AbiFacts& facts) {
  const auto& own = AbiFacts::own();
  const auto differences = own.differences(facts);
  return {PluginState::wrong_abi, {not_run(subject), facts.words(differences), own.words(differences), kRebuild}};
}

LoadFailure load_failed(const Subject& subject, const std::string& loader_text) {
  return {PluginState::load_failed,
          {not_loaded(subject),
           {"系统的装入程序报告：" + loader_text, "the system's loader says: " + loader_text},
           {"所有依赖的库都在，所有符号都有定义", "all libraries it needs, and all symbols defined"},
           {"请安装缺少的库；编译插件时使用-Wl,--no-undefined可及早发现缺少的符号。",
            "Install what is missing; linking the plugin with -Wl,--no-undefined finds missing symbols early."}}};
}

LoadFailure no_entry(const Subject& subject, const std::string& symbol) {
  return {PluginState::no_entry,
          {not_loaded(subject),
           {"有标记但没有导出" + symbol, "the mark, but no exported " + symbol},
           {"nianbao_plugin_descriptor和nianbao_plugin_create", "nianbao_plugin_descriptor and nianbao_plugin_create"},
           {"请只用SDK的宏声明插件，不要隐藏或裁剪其符号。",
            "Declare the plugin with the SDK's macro alone, and do not hide or strip its symbols."}}};
}

LoadFailure bad_descriptor(const Subject& subject, const Message& found) {
  return {PluginState::bad_descriptor,
          {not_loaded(subject),
           found,
           {"由SDK的宏生成的描述信息", "a descriptor as the SDK's macro makes it"},
           {"请用SDK的宏声明插件并重新编译。", "Declare the plugin with the SDK's macro and build it again."}}};
}

LoadFailure mismatch(const Subject& subject, const Disagreement& disagreement) {
  const auto& what = disagreement.what;
  return {PluginState::mismatch,
          {not_loaded(subject),
           {"插件库中的" + what.zh + "为“" + disagreement.library + "”",
            what.en + " `" + disagreement.library + "` in the library"},
           {"清单中的" + what.zh + "“" + disagreement.manifest + "”",
            what.en + " `" + disagreement.manifest + "` as in the manifest"},
           {"请使plugin.yaml与源文件中的宏一致，然后重新编译。",
            "Make plugin.yaml and the macro in the source agree, and build again."}}};
}

LoadFailure create_failed(const Subject& subject, const std::string& why) {
  const bool silent = why.empty();
  return {PluginState::create_failed,
          {not_loaded(subject),
           silent ? Message{"插件没有创建对象，也没有说明原因", "no object was created, and no reason given"}
                  : Message{"创建时出错：" + why, "an error while it was created: " + why},
           {"插件的对象", "the plugin's object"},
           kReportToAuthor}};
}

LoadFailure native_off(const std::string& id, const std::string& library) {
  return {PluginState::native_off,
          {not_run({id, library}),
           {"搜索路径中不属于安装目录的动态库", "a library from outside the installation"},
           {"随程序安装的动态库，或由程序、模板构成的插件（--no-native-plugins）",
            "a library that came with the program, or a plugin of a program or of templates (--no-native-plugins)"},
           {"如信任该插件，请去掉--no-native-plugins；或请作者改为程序插件（见docs/process-plugins.zh-CN.md）。",
            "Leave out --no-native-plugins if the plugin is trusted, or ask its author for a program instead (see "
            "docs/process-plugins.md)."}}};
}

LoadFailure no_program(const Manifest& manifest, const process::ProgramFound& found) {
  return {PluginState::unreadable,
          {{"插件“" + manifest.id + "”不可用。", "Plugin `" + manifest.id + "` cannot be used."},
           found.fault,
           {"插件文件夹中或系统中的可执行程序", "an executable program in the plugin's folder or of the system"},
           found.advice}};
}

LoadFailure program_failed(const Manifest& manifest, const Error& error) {
  return {error.code == "process-mismatch" ? PluginState::mismatch : PluginState::create_failed,
          {{"插件“" + manifest.id + "”不可用。", "Plugin `" + manifest.id + "` cannot be used."},
           {without_stop(error.message.zh, "。"), without_stop(error.message.en, ".")},
           {"按nianbao-process/1应答的程序", "a program that answers as in nianbao-process/1"},
           error.hint}};
}

}  // namespace nianbao::plugin
