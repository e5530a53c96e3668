#include "plugin/doctor.hpp"

#include <algorithm>
#include <filesystem>

#include "plugin/plugin_loader.hpp"

namespace nianbao::plugin {
namespace {

namespace fs = std::filesystem;

class Examination {
 public:
  Examination(const PluginHost& host, std::string path) : host_(host) { report_.path = std::move(path); }

  DoctorReport of_folder() {
    if (read_manifest_file() && is_first_of_its_id() && has_templates()) {
      open();
    }
    return std::move(report_);
  }

  DoctorReport of_library() {
    const auto beside = fs::path(report_.path).parent_path() / "plugin.yaml";
    if (auto manifest = read_manifest(beside.string()); manifest && manifest->library_path() == report_.path) {
      manifest_ = *std::move(manifest);
    }
    load(report_.path);
    return std::move(report_);
  }

 private:
  bool pass(Message name, Message detail) {
    report_.steps.push_back({std::move(name), true, std::move(detail)});
    return true;
  }
  bool fail(Message name, LoadFailure failure) {
    report_.steps.push_back({std::move(name), false, failure.fault.found});
    report_.state = failure.state;
    report_.fault = std::move(failure.fault);
    return false;
  }

  bool read_manifest_file() {
    const Message step{"清单", "manifest"};
    const auto file = (fs::path(report_.path) / "plugin.yaml").string();
    auto manifest = read_manifest(file);
    if (!manifest) {
      return fail(step, bad_manifest(file, manifest.error()));
    }
    manifest_ = *std::move(manifest);
    const auto named = manifest_->id + " " + manifest_->version + " (" + std::string(to_string(manifest_->kind)) + ")";
    return pass(step, {named, named});
  }

  bool is_first_of_its_id() {
    const auto* first = host_.manifest(manifest_->id);
    if (first == nullptr || first->folder == manifest_->folder) {
      return true;
    }
    return fail({"标识", "id"}, duplicate_id(*manifest_, first->folder));
  }

  bool has_templates() {
    for (const auto& path : manifest_->template_paths()) {
      std::error_code error;
      if (!fs::is_regular_file(path, error)) {
        const Error missing{
            ErrorKind::plugin, "", {"没有模板文件" + path, "there is no template " + path}, manifest_->file, {}};
        return fail({"模板", "templates"}, bad_manifest(manifest_->file, missing));
      }
      pass({"模板", "template"}, {path, path});
    }
    return true;
  }

  void open() {
    if (!manifest_->library.empty()) {
      load(manifest_->library_path());
    } else if (!manifest_->program.empty()) {
      start_program();
    }
  }

  /// The one place where a look at a plugin starts its program.
  void start_program() {
    const Message step{"程序", "program"};
    const auto found = process::find_program(*manifest_);
    if (!found.fault.empty()) {
      fail(step, no_program(*manifest_, found));
      return;
    }
    const auto& path = found.spec.launch.executable;
    pass(step, {path, path});
    const Message greeting{"应答", "answer"};
    const auto session = process::Session::start(found.spec);
    if (!session) {
      fail(greeting, program_failed(*manifest_, session.error()));
      return;
    }
    const auto named = std::string(process::kProtocol) + ", " + manifest_->id + " " + manifest_->version;
    pass(greeting, {named, named});
  }

  /// Where libraries from elsewhere are not opened, looking at one opens it neither.
  [[nodiscard]] bool may_open(const std::string& path) const {
    if (host_.native() == NativePlugins::everywhere) {
      return true;
    }
    const auto& roots = host_.roots();
    return std::any_of(roots.begin(), roots.end(), [&](const SearchRoot& root) {
      return root.origin == RootOrigin::installed && path.compare(0, root.folder.size() + 1, root.folder + "/") == 0;
    });
  }

  void load(const std::string& path) {
    if (!may_open(path)) {
      fail({"库文件", "library file"}, native_off(manifest_ ? manifest_->id : std::string(), path));
      return;
    }
    auto outcome = load_plugin(path, manifest_ ? &*manifest_ : nullptr);
    std::move(outcome.steps.begin(), outcome.steps.end(), std::back_inserter(report_.steps));
    if (outcome.failure) {
      report_.state = outcome.failure->state;
      report_.fault = std::move(outcome.failure->fault);
    }
  }

  const PluginHost& host_;
  std::optional<Manifest> manifest_;
  DoctorReport report_;
};

Error nothing_there(const std::string& path_or_id) {
  return {ErrorKind::usage,
          "plugin-not-found",
          {"既没有这个文件或文件夹，也没有标识为“" + path_or_id + "”的插件。",
           "There is neither such a file or folder, nor a plugin of the id `" + path_or_id + "`."},
          path_or_id,
          {"用nianbao plugins list查看全部插件。", "See all plugins with `nianbao plugins list`."}};
}

}  // namespace

Result<DoctorReport> examine(const PluginHost& host, const std::string& path_or_id) {
  for (const auto& status : host.status()) {
    if (status.id == path_or_id) {
      return Examination(host, status.folder).of_folder();
    }
  }
  std::error_code error;
  const auto path = fs::canonical(path_or_id, error);
  if (error || path_or_id.empty()) {
    return nothing_there(path_or_id);
  }
  if (fs::is_directory(path, error)) {
    return Examination(host, path.string()).of_folder();
  }
  if (path.filename() == "plugin.yaml") {
    return Examination(host, path.parent_path().string()).of_folder();
  }
  return Examination(host, path.string()).of_library();
}

}  // namespace nianbao::plugin
