#include "plugin/detection.hpp"

#include <algorithm>
#include <array>

#include <nianbao/sdk/encoding.hpp>

#include "plugin/file_marks.hpp"
#include "text/joined.hpp"

namespace nianbao::plugin {
namespace {

bool has_magic(const Manifest& manifest, std::string_view head) {
  return certainty_of_magic(manifest, head) != Certainty::none;
}

struct Answer {
  const Manifest* manifest;
  const Container* container;
  Certainty certainty;
};

/// A container that could not be asked.
struct Unloadable {
  const Manifest* manifest;
  Error error;
};

class Detection {
 public:
  Detection(const PluginHost& host, std::string_view head, std::string_view name)
      : host_(host), head_(head), name_(name), extension_(extension_of(name)) {}

  Result<DetectedContainer> run();

 private:
  /// Asks the containers whose magic bytes are there, then those that declare none or claim the
  /// name. The others are not even opened.
  void ask();
  void probe(const Manifest& manifest);
  [[nodiscard]] Certainty best() const;
  [[nodiscard]] std::vector<Answer> winners() const;
  /// The broken plugin that the file seems to be for; null if there is none.
  [[nodiscard]] const Unloadable* needed() const;
  [[nodiscard]] Error ambiguous(const std::vector<Answer>& answers) const;
  [[nodiscard]] Error unrecognized() const;
  [[nodiscard]] Error not_loadable(const Unloadable& broken) const;

  const PluginHost& host_;
  std::string_view head_;
  std::string_view name_;
  std::string extension_;
  std::vector<Answer> answers_;
  std::vector<Unloadable> unloadable_;
};

void Detection::probe(const Manifest& manifest) {
  auto container = host_.container(manifest.id);
  if (!container) {
    unloadable_.push_back({&manifest, std::move(container).error()});
    return;
  }
  answers_.push_back({&manifest, *container, (*container)->probe(head_, name_)});
}

void Detection::ask() {
  std::vector<const Manifest*> others;
  for (const auto* manifest : host_.manifests()) {
    if (manifest->kind != ManifestKind::container || !manifest->can("read")) {
      continue;
    }
    if (has_magic(*manifest, head_)) {
      probe(*manifest);
    } else if (manifest->magic.empty() || claims_extension(*manifest, extension_)) {
      others.push_back(manifest);
    }
  }
  if (best() == Certainty::certain) {
    return;
  }
  for (const auto* manifest : others) {
    probe(*manifest);
  }
}

Certainty Detection::best() const {
  auto best = Certainty::none;
  for (const auto& answer : answers_) {
    best = std::max(best, answer.certainty);
  }
  return best;
}

std::vector<Answer> Detection::winners() const {
  std::vector<Answer> winners;
  std::copy_if(answers_.begin(), answers_.end(), std::back_inserter(winners),
               [top = best()](const Answer& answer) { return answer.certainty == top; });
  return winners;
}

const Unloadable* Detection::needed() const {
  const auto it = std::find_if(unloadable_.begin(), unloadable_.end(), [&](const Unloadable& broken) {
    return has_magic(*broken.manifest, head_) || claims_extension(*broken.manifest, extension_);
  });
  return it == unloadable_.end() ? nullptr : &*it;
}

Result<DetectedContainer> Detection::run() {
  ask();
  const auto top = best();
  const auto* broken = needed();
  if (broken != nullptr && top != Certainty::certain) {
    return not_loadable(*broken);
  }
  if (top == Certainty::none) {
    return unrecognized();
  }
  auto answers = winners();
  if (answers.size() > 1 && top != Certainty::certain) {
    std::vector<Answer> named;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(named),
                 [&](const Answer& answer) { return claims_extension(*answer.manifest, extension_); });
    if (!named.empty()) {
      answers = std::move(named);
    }
  }
  if (answers.size() > 1) {
    return ambiguous(answers);
  }
  return DetectedContainer{answers.front().container, answers.front().manifest, top};
}

Error Detection::ambiguous(const std::vector<Answer>& answers) const {
  std::vector<std::string> ids;
  for (const auto& answer : answers) {
    ids.push_back(answer.manifest->id);
  }
  return {ErrorKind::input,
          "container-ambiguous",
          {"内容同样符合多种文件类型：" + joined(ids, "、") + "，文件名也不能区分。",
           "The content fits several containers equally well: " + joined(ids, ", ") +
               "; the name does not tell them apart."},
          std::string(name_),
          {"请用--from-container指定其中一种。", "Choose one of them with --from-container."}};
}

Error Detection::unrecognized() const {
  std::vector<std::string> tried;
  for (const auto& answer : answers_) {
    tried.push_back(answer.manifest->id);
  }
  std::vector<std::string> broken;
  for (const auto& plugin : unloadable_) {
    broken.push_back(plugin.manifest->id);
  }
  Message message{"无法识别文件类型。", "The file is of no known container."};
  Message hint{"请核对文件；如确知其类型，用--from-container指定。用nianbao containers list查看可用的文件类型。",
               "Check the file; if you know what it is, say so with --from-container. `nianbao containers list` shows "
               "what can be read."};
  DiagnosticSink ignored;
  if (const auto seems = identify_binary(head_)) {
    message = {
        "看起来是" + seems->zh + "，但没有插件能读取它：文件可能已损坏，或缺少相应的插件。",
        "It seems to be " + seems->en + ", but no plugin reads it: it may be damaged, or the plugin is lacking."};
    hint = {"请重新获取文件，或另存为能读取的类型（用nianbao containers list查看），或安装相应的插件。",
            "Get the file again, save it as something that can be read (`nianbao containers list`), or install the "
            "plugin."};
  } else if (const auto text = decode_text(std::string(head_), ignored); !text.ok()) {
    message = text.error().message;
    hint = text.error().hint;
  }
  message.zh += "已试：" + (tried.empty() ? "无" : joined(tried, "、")) + "。";
  message.en += " Tried: " + (tried.empty() ? "none" : joined(tried, ", ")) + ".";
  if (!broken.empty()) {
    message.zh += "已知但未能装入：" + joined(broken, "、") + "。";
    message.en += " Known, but not loadable: " + joined(broken, ", ") + ".";
  }
  return {ErrorKind::input, "container-unknown", std::move(message), std::string(name_), std::move(hint)};
}

Error Detection::not_loadable(const Unloadable& broken) const {
  const auto& id = broken.manifest->id;
  return {ErrorKind::plugin,
          "container-not-loadable",
          {"这个文件应由插件“" + id + "”读取，但它未能装入。" + broken.error.message.zh,
           "This file is for plugin `" + id + "`, which could not be loaded. " + broken.error.message.en},
          std::string(name_),
          {"用nianbao plugins doctor " + id + "查看详情。", "See `nianbao plugins doctor " + id + "`."}};
}

Error no_writer(const PluginHost& host, std::string_view name) {
  std::vector<std::string> extensions;
  for (const auto* manifest : host.manifests()) {
    if (manifest->kind == ManifestKind::container && manifest->can("write")) {
      extensions.insert(extensions.end(), manifest->extensions.begin(), manifest->extensions.end());
    }
  }
  return {ErrorKind::usage,
          "container-not-named",
          {"不能从文件名看出要写哪种文件。", "The file's name does not tell which container to write."},
          std::string(name),
          {"请使用这些扩展名之一：" + joined(extensions, "、") + "；或用--to-container指定。",
           "Use one of these extensions: " + joined(extensions, ", ") + "; or name one with --to-container."}};
}

}  // namespace

Result<DetectedContainer> detect_container(const PluginHost& host, std::string_view head, std::string_view name) {
  return Detection(host, head, name).run();
}

std::optional<Message> misnamed(const PluginHost& host, const Manifest& content, std::string_view name) {
  // Types that files are often wrongly named as, whether or not a plugin for them is installed.
  constexpr std::array<std::string_view, 8> kOfficeNames = {"doc", "docx", "xls", "xlsx", "wps", "et", "rtf", "pdf"};
  const auto extension = extension_of(name);
  if (extension.empty() || claims_extension(content, extension)) {
    return std::nullopt;
  }
  const auto manifests = host.manifests();
  const bool known = std::find(kOfficeNames.begin(), kOfficeNames.end(), extension) != kOfficeNames.end() ||
                     std::any_of(manifests.begin(), manifests.end(), [&](const Manifest* manifest) {
                       return manifest->kind == ManifestKind::container && claims_extension(*manifest, extension);
                     });
  if (!known) {
    return std::nullopt;
  }
  return Message{
      "文件名的扩展名是." + extension + "，内容是“" + content.title.zh + "”，按内容读取。",
      "The name ends in ." + extension + ", the content is \"" + content.title.en + "\"; it was read as what it is."};
}

Result<const Manifest*> container_for_name(const PluginHost& host, std::string_view name) {
  const Manifest* only = nullptr;
  std::vector<std::string> ids;
  for (const auto* manifest : host.manifests()) {
    if (manifest->kind == ManifestKind::container && manifest->can("write") &&
        claims_extension(*manifest, extension_of(name))) {
      ids.push_back(manifest->id);
      only = manifest;
    }
  }
  if (ids.empty()) {
    return no_writer(host, name);
  }
  if (ids.size() > 1) {
    return Error{ErrorKind::usage,
                 "container-name-ambiguous",
                 {"多个插件都使用这个扩展名：" + joined(ids, "、") + "。",
                  "Several plugins claim this extension: " + joined(ids, ", ") + "."},
                 std::string(name),
                 {"请用--to-container指定其中一种。", "Choose one of them with --to-container."}};
  }
  return only;
}

}  // namespace nianbao::plugin
